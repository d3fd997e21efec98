// How many comments a worksheet has. What they say is no content.
// Tested by tests/readers/xlsx_reader_test.cpp.
#pragma once

#include <cstddef>

#include "extractors/readers/xml_stream.h"

namespace biaoshen {

class XlsxComments final : public XmlListener {
 public:
  std::size_t count() const { return count_; }

  void start(const XmlTag& tag) override {
    if (tag.is(Vocabulary::sheet, "comment")) ++count_;
  }
  void end(const XmlTag&) override {}
  void text(std::string_view) override {}

 private:
  std::size_t count_ = 0;
};

}  // namespace biaoshen
