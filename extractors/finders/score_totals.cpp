// Totals in running text: the second half of score_sheet.h.
//
// It refuses limits: 自评得分80分以上 is no total.
//
// Tested by tests/finders/score_sheet_test.cpp.
#include <algorithm>

#include "extractors/finders/free_lines.h"
#include "extractors/finders/glyphs.h"
#include "extractors/finders/label_book.h"
#include "extractors/finders/score_sheet.h"
#include "extractors/finders/typed_value.h"

namespace biaoshen {
namespace {

constexpr std::u32string_view kWords[] = {U"自评总得分", U"自评总分", U"自评得分", U"自评分",
                                          U"自评结果",   U"总得分",   U"合计得分"};

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

// Glyph behind what may stand between the word and its number: hints, ：, 为, 共.
std::size_t skip_link(const Glyphs& glyphs, std::size_t at) {
  at = skip_hint(glyphs, at);
  for (std::size_t i = 0; i < 3 && at < glyphs.size(); ++i) {
    if (!is_colon(glyphs[at].c) && glyphs[at].c != U'为' && glyphs[at].c != U'共') break;
    ++at;
  }
  return at;
}

// Glyph behind the number and its 分, or `at` where no total stands there.
std::size_t total_end(const Glyphs& glyphs, std::size_t at) {
  std::size_t end = at;
  if (end >= glyphs.size() || !is_digit(glyphs[end].c)) return at;
  while (end < glyphs.size() && (is_digit(glyphs[end].c) || glyphs[end].c == '.')) ++end;
  if (end == glyphs.size()) return end;
  if (glyphs[end].c != U'分') return glyphs[end].gap == Gap::none ? at : end;
  const bool limit =
      end + 1 < glyphs.size() && (glyphs[end + 1].c == U'以' || glyphs[end + 1].c == U'及');
  return limit ? at : end + 1;
}

std::optional<ScoreEntry> total_of(const Page& page, const Glyphs& glyphs,
                                   std::u32string_view word) {
  const std::size_t begin = find_in(glyphs, word);
  if (begin == kNowhere) return std::nullopt;
  const std::size_t at = skip_link(glyphs, begin + word.size());
  const std::size_t end = total_end(glyphs, at);
  if (end == at) return std::nullopt;
  const std::string_view text = page.text;
  ScoreEntry total;
  total.page = &page;
  total.begin = glyphs[begin].begin;
  total.end = glyphs[end - 1].end;
  total.points = first_decimal(text.substr(glyphs[at].begin, total.end - glyphs[at].begin))->value;
  return total;
}

}  // namespace

std::vector<ScoreEntry> totals_in_text(const Page& page) {
  std::vector<ScoreEntry> totals;
  for (const TextRange& line : free_lines(page)) {
    const Glyphs glyphs = glyphs_of(page, line.first, line.second);
    for (std::u32string_view word : kWords) {
      auto total = total_of(page, glyphs, word);
      if (!total) continue;
      totals.push_back(std::move(*total));
      break;
    }
  }
  return totals;
}

}  // namespace biaoshen
