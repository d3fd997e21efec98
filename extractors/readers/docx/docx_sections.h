// The sections of a Word document: page size, and whether a section begins a page. A first
// pass over the main part of its own, because Word writes a section's properties at its end,
// when its pages have long been sent. It also meets every refusal before any text is taken.
//
// Tested by tests/readers/docx_reader_test.cpp.
#pragma once

#include <vector>

#include "extractors/readers/xml_stream.h"

namespace biaoshen {

struct DocxSection {
  float width = 0, height = 0;  // points
  bool begins_page = true;
};

class DocxSections final : public XmlListener {
 public:
  const std::vector<DocxSection>& all() const { return all_; }

  void start(const XmlTag& tag) override;
  void end(const XmlTag& tag) override;
  void text(std::string_view) override {}

 private:
  std::vector<DocxSection> all_;
  bool is_open_ = false;
  int old_ = 0;  // inside <w:sectPrChange>: what a section was before a change
};

}  // namespace biaoshen
