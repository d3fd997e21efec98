// Words that say a text is no published standard: 征求意见稿, 送审稿, 报批稿 … on the cover or at
// the head of its pages, and places left open there: T/ABC xx—20xx, 20XX-XX-XX发布.
//
// It refuses words inside a sentence or a title (征求意见稿编写指南), and a head that one page has
// alone.
//
// Tested by tests/finders/draft_marks_test.cpp.
#pragma once

#include <optional>
#include <string_view>

#include "extractors/finders/standard_cover.h"

namespace biaoshen {

// （征求意见稿）, 标准名称（送审稿）2023.5, 本草案完成时间：…
bool is_draft_mark(std::string_view bare_line);

// xxxx-xx-xx, 20XX年XX月XX日实施, ××××-××-××: the place of a date that is not filled in.
bool is_date_placeholder(std::string_view bare_line);

struct PageMark {
  const Page* page = nullptr;
  Span span;
};

// The first mark at head or foot of two pages or more of (first, last]; of the only one.
std::optional<PageMark> running_draft_mark(const Document& document, std::uint32_t first,
                                           std::uint32_t last);

}  // namespace biaoshen
