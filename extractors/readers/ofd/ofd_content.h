// Listens to the content of an OFD page, a template, an annotation or a shared drawing, and puts
// what it draws onto a sheet: letters, ruling lines, pictures. Shared drawings are read where
// they are used.
//
//   counts as hidden      Visible="false", Alpha="0", letters neither filled nor stroked
//   counts as watermark   letters that stand askew, annotations that say they are one
//
// It refuses clips and patterns as content, drawings within drawings without end, and more letters
// than a page may have. Tested by tests/readers/ofd_reader_test.cpp.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/readers/ofd/ofd_resources.h"
#include "extractors/readers/ofd/ofd_sheet.h"
#include "extractors/readers/ofd/ofd_text.h"
#include "extractors/readers/xml_stream.h"

namespace biaoshen {

class OfdContent final : public XmlListener {
 public:
  // A page, or what belongs on one. `take_resources` gets the lists of resources that it names.
  using TakeResources = std::function<void(std::string_view list)>;
  OfdContent(OfdResources& resources, OfdSheet& sheet, TakeResources take_resources = {});

  void start(const XmlTag& tag) override;
  void end(const XmlTag& tag) override;
  void text(std::string_view piece) override;

  // The paper's size as the page itself states it; empty where it does not.
  const OfdBox& paper() const { return paper_; }

 private:
  struct Frame {
    OfdMatrix to_page;
    int depth = 0;  // of the element that opened it
    bool is_hidden = false, is_watermark = false;
  };
  struct Object {
    bool is_open = false;
    OfdMatrix to_page;
    Box boundary;  // in points
    std::string resource;
    bool is_hidden = false, is_filled = false, is_stroked = false, is_white = false;
    bool is_opaque = true;
    bool has_matrix = false;
    std::string path;
    OfdText text;
  };

  // Only the shared drawing `unit` counts, `nesting` deep in others.
  OfdContent(OfdResources& resources, OfdSheet& sheet, std::string unit, const Frame& frame,
             int nesting);

  void miss(std::string what);
  void open_object(const XmlTag& tag);
  void close_object(std::string_view name);
  void open_text(const XmlTag& tag);
  void open_code(const XmlTag& tag);
  void take_glyphs(const XmlTag& tag);
  void take_colour(const XmlTag& tag, bool is_fill);
  void close_text();
  void add_white(PrintedWord word);
  void close_path();
  void close_image();
  void close_unit();
  void push_frame(const OfdMatrix& to_page, bool is_hidden, bool is_watermark);

  OfdResources& resources_;
  OfdSheet& sheet_;
  TakeResources take_resources_;
  std::string unit_;  // ID of the drawing that is wanted; empty: all counts
  int nesting_ = 0;
  std::vector<Frame> frames_;
  Object object_;
  int depth_ = 0, skip_depth_ = 0;
  int unit_depth_ = 0;  // of the wanted drawing while it is open
  std::string text_;
  OfdBox paper_;
};

}  // namespace biaoshen
