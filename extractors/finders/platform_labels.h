// The labels of a platform's page and the fields they name; what its records and the rows
// of its list have in common.
// Tested by tests/finders/platform_page_test.cpp, recognised_platform_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "extractors/finders/free_lines.h"
#include "extractors/finders/label_book.h"
#include "pipeline/model/document.h"

namespace biaoshen {

// Labels of all platforms; with wrong characters where the page was recognised.
const LabelBook& platform_book(const Page& piece);

// The field that a label of the book names; empty for one that only ends the value before it.
std::string_view platform_field(std::size_t wanted);

// The key of the first standard number in the range; empty for none.
std::string number_key(const Page& page, TextRange range);

std::optional<Box> box_of(const Page& page, std::size_t begin, std::size_t end);

}  // namespace biaoshen
