// The sections of a Word 97–2003 file: where each ends, its page size, and whether it begins a
// page. Tested by tests/readers/doc_reader_test.cpp.
#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "extractors/readers/doc/doc_book.h"
#include "extractors/readers/docx/docx_sections.h"

namespace biaoshen {

struct DocSections {
  std::vector<DocxSection> all;
  std::set<std::uint32_t> ends;  // characters after the last one of each
};

DocSections read_doc_sections(const DocBook& book);

}  // namespace biaoshen
