// The list under 规范性引用文件 (引用标准 before 2000): one document a line, its number
// first. Only numbers that begin a line count; those in the introducing sentence, in
// titles and in running headers do not.
// Tested by tests/finders/normative_references_test.cpp.
#pragma once

#include <vector>

#include "pipeline/model/document.h"
#include "pipeline/model/standard_number.h"

namespace biaoshen {

struct CitedNumber {
  StandardNumber number;  // role cited
  const Page* page = nullptr;
  std::size_t begin = 0, end = 0;  // bytes of page->text
};

std::vector<CitedNumber> find_normative_references(const Document& document,
                                                   std::uint32_t first_page,
                                                   std::uint32_t last_page);

}  // namespace biaoshen
