// Pages of running text: a page goes to the sink when it is cut, so that memory holds one
// page at a time. A page that would grow over the limit for text is cut there, too: text
// without printed pages loses nothing by it.
//
// Pictures are handed to `pictures` with their page, just before it is sent; what was recognised
// from one stands where it does.
//
// It refuses more pages than the limit and says so once. Tested by
// tests/readers/plain_reader_test.cpp.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "extractors/readers/page_writer.h"
#include "extractors/readers/pictures/page_pictures.h"

namespace biaoshen {

class FlowPages {
 public:
  // `pictures` may be null: then pages that hold pictures only are failed.
  FlowPages(const Limits& limits, DocumentSink& sink, PagePictures* pictures = nullptr)
      : limits_(limits), sink_(sink), pictures_(pictures) {}

  PageWriter& writer() { return writer_; }
  void set_size(float width, float height) { width_ = width, height_ = height; }
  void set_title(std::string title) { title_ = std::move(title); }
  // A picture shown on the page, out of a part of the package.
  void image(Image image, std::string part);
  // The current line came to nothing: what was shown in it stands where it began.
  void take_back_line();
  // Sends the page as it is.
  void send();
  // Sends the page unless it is empty: two page breaks in a row give no page.
  void cut();
  // Cuts if `bytes` of text do not fit any more.
  void make_room(std::size_t bytes) {
    if (!writer_.fits(bytes, limits_)) cut();
  }
  // Sends the last page, a blank one if there was none at all, and the count.
  void finish();
  bool is_full() const { return sent_ >= limits_.pages; }
  const Limits& limits() const { return limits_; }
  // Pages were dropped, or hold pictures that could not be read.
  bool is_incomplete() const { return is_over_ || has_unread_; }

 private:
  void take_pictures(Page& page);

  const Limits& limits_;
  DocumentSink& sink_;
  PagePictures* pictures_;
  PageWriter writer_;
  std::vector<std::string> parts_;     // of the page's pictures
  std::vector<std::uint32_t> places_;  // bytes of its text where they stand
  float width_ = 0, height_ = 0;
  std::string title_;
  std::uint32_t sent_ = 0;
  bool is_over_ = false, has_unread_ = false;
};

}  // namespace biaoshen
