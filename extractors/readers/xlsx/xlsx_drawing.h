// What is drawn over the cells of a worksheet: pictures, shapes with words in them, which forms
// use for titles and remarks, and the words of charts and diagrams. Their place is the cell they
// are anchored at.
// Tested by tests/readers/xlsx_reader_test.cpp.
#pragma once

#include <string>

#include "extractors/readers/office/drawn_text.h"
#include "extractors/readers/office/package_images.h"
#include "extractors/readers/xlsx/xlsx_pages.h"
#include "extractors/readers/xml_stream.h"

namespace biaoshen {

class XlsxDrawing final : public XmlListener {
 public:
  XlsxDrawing(PackageImages& images, DrawnText& drawn_text, const Relations& relations,
              XlsxPages& pages)
      : images_(images), drawn_text_(drawn_text), relations_(relations), pages_(pages) {}

  void start(const XmlTag& tag) override;
  void end(const XmlTag& tag) override;
  void text(std::string_view piece) override;

 private:
  enum class Takes : std::uint8_t { nothing, words, row, column };

  void take_drawn(const XmlTag& tag, std::string_view relation);

  PackageImages& images_;
  DrawnText& drawn_text_;
  const Relations& relations_;
  XlsxPages& pages_;
  Takes takes_ = Takes::nothing;
  bool in_from_ = false;  // the anchor's first corner
  std::string number_, words_;
  std::uint32_t row_ = 0, column_ = 0;
};

}  // namespace biaoshen
