// The cover of a standard after GB/T 1.1 and the annex of the rule on group standards:
//
//   ICS 03.080.01                                   level word, letter-spaced, large
//   CCS A 00           团 体 标 准
//                                    T/CAS 290—2017
//                              代替 T/CAS 290—2010   the replaced one is never the own one
//   title, one or more lines; English title below
//   2017-09-01 发布                2017-10-01 实施
//                  中国标准化协会 发布
//
// Not a cover: a table of contents, a foreword, a page of running text that mentions
// all of these. Where a standard comes without its cover, what its pages say of it
// (running header, title above clause 1) is given instead and marked `no-cover`.
//
// It refuses to read numbers from file names, and to take a draft's placeholders for
// values. Tested by tests/finders/standard_cover_test.cpp and the covers of samples/formats.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/date.h"
#include "pipeline/model/document.h"
#include "pipeline/model/standard_number.h"

namespace biaoshen {

// A range of the text of one page.
struct Span {
  std::size_t begin = 0, end = 0;
};

struct CoverNumber {
  StandardNumber number;
  Span span;
};
struct CoverDate {
  std::optional<Date> value;
  Span span;
  std::string doubt;  // of the date grammar; relative wordings are resolved
};
struct CoverText {
  std::string value;  // squeezed
  Span span;
};

struct StandardCover {
  std::uint32_t page = 1;
  bool is_printed = true;  // false: no cover in the file, taken from the other pages
  std::vector<CoverNumber> numbers, replaced;
  std::vector<CoverDate> published, implemented;
  std::vector<CoverText> titles, titles_en, issuers, ics, ccs;
  std::vector<CoverText> draft_marks;  // 征求意见稿, T/CSAE xx—20xx, 20xx-xx-xx 发布
};

// Year of the one date of publication that it prints.
std::optional<int> year_of_publication(const StandardCover& cover);

bool is_cover(const Page& page);
StandardCover read_cover(const Page& page);

// The cover within pages [first, last] (numbers), or what stands in for it; nothing
// where these pages are no standard.
std::optional<StandardCover> find_standard_cover(const Document& document, std::uint32_t first_page,
                                                 std::uint32_t last_page);

}  // namespace biaoshen
