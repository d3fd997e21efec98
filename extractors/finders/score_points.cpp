#include "extractors/finders/score_points.h"

#include <algorithm>

#include "extractors/finders/glyphs.h"
#include "extractors/finders/label_book.h"
#include "extractors/finders/typed_value.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
bool is_opening(char32_t c) {
  return c == '(' || c == '[' || c == U'【';
}
bool is_closing(char32_t c) {
  return c == ')' || c == ']' || c == U'】';
}

std::string print_of(std::string_view text, const Glyphs& glyphs, std::size_t begin,
                     std::size_t end) {
  if (begin >= end) return {};
  return std::string(text.substr(glyphs[begin].begin, glyphs[end - 1].end - glyphs[begin].begin));
}

// Glyph where the number that ends before `end` begins; `end` where there is none.
std::size_t number_begin(const Glyphs& glyphs, std::size_t end) {
  std::size_t at = end;
  while (at > 0 && end - at < 8 && (is_digit(glyphs[at - 1].c) || glyphs[at - 1].c == '.')) --at;
  while (at < end && !is_digit(glyphs[at].c)) ++at;
  return at;
}

std::optional<double> value_of(std::string_view text, const Glyphs& glyphs, std::size_t begin,
                               std::size_t end) {
  const auto decimal = first_decimal(print_of(text, glyphs, begin, end));
  return decimal ? std::optional(decimal->value) : std::nullopt;
}

// 满分3分, 满分：3
std::optional<double> after_full_marks(std::string_view text, const Glyphs& glyphs) {
  for (std::u32string_view words : {U"满分", U"最高得", U"最高", U"最多得"}) {
    std::size_t at = find_in(glyphs, words);
    if (at == kNowhere) continue;
    at += words.size();
    while (at < glyphs.size() && (is_colon(glyphs[at].c) || glyphs[at].c == U'为')) ++at;
    if (at < glyphs.size() && is_digit(glyphs[at].c)) {
      return value_of(text, glyphs, at, std::min(glyphs.size(), at + 8));
    }
  }
  return std::nullopt;
}

struct Bracket {
  std::size_t begin, end;  // glyphs of the brackets and what is between; empty where there is none
};

// Brackets that end the text: （15分）, (3), 【0-5分】.
Bracket last_bracket(const Glyphs& glyphs) {
  const std::size_t none = glyphs.size();
  if (glyphs.empty() || !is_closing(glyphs.back().c)) return {none, none};
  for (std::size_t at = none - 1; at > 0 && none - at < 24; --at) {
    if (is_opening(glyphs[at - 1].c)) return {at - 1, none};
  }
  return {none, none};
}

std::optional<double> in_bracket(std::string_view text, const Glyphs& glyphs, Bracket bracket) {
  if (bracket.begin == bracket.end) return std::nullopt;
  std::size_t end = bracket.end - 1;
  if (end > bracket.begin + 1 && glyphs[end - 1].c == U'分') --end;
  const std::size_t begin = number_begin(glyphs, end);
  return begin < end ? value_of(text, glyphs, begin, end) : std::nullopt;
}

}  // namespace

std::optional<double> points_of(std::string_view cell) {
  const Glyphs glyphs = glyphs_of(cell);
  std::size_t at = 0;
  for (std::u32string_view prefix : {U"自评", U"得", U":"}) {
    if (stands_at(glyphs, at, prefix)) at += prefix.size();
  }
  if (at >= glyphs.size() || !is_digit(glyphs[at].c)) return std::nullopt;
  std::size_t end = at;
  while (end < glyphs.size() && (is_digit(glyphs[end].c) || glyphs[end].c == '.')) ++end;
  std::size_t rest = end;
  if (rest < glyphs.size() && glyphs[rest].c == U'分') ++rest;
  if (skip_hint(glyphs, rest) < glyphs.size()) return std::nullopt;
  return value_of(cell, glyphs, at, end);
}

std::optional<double> maximum_of(std::string_view cell) {
  const Glyphs glyphs = glyphs_of(cell);
  if (find_in(glyphs, U"%") != kNowhere) return std::nullopt;
  if (auto full = after_full_marks(cell, glyphs)) return full;
  if (find_in(glyphs, U"分/") != kNowhere) return std::nullopt;
  // 0-5 means at most 5.
  std::size_t end = glyphs.size();
  if (end > 0 && glyphs[end - 1].c == U'分') --end;
  const std::size_t begin = number_begin(glyphs, end);
  if (begin < end) return value_of(cell, glyphs, begin, end);
  const auto first = first_decimal(cell);
  return first ? std::optional(first->value) : std::nullopt;
}

std::optional<double> maximum_in(std::string_view text, TextKind kind) {
  const Glyphs glyphs = glyphs_of(text);
  if (auto full = after_full_marks(text, glyphs)) return full;
  if (auto bracketed = in_bracket(text, glyphs, last_bracket(glyphs))) return bracketed;
  if (kind == TextKind::description || glyphs.empty() || glyphs.back().c != U'分')
    return std::nullopt;
  const std::size_t end = glyphs.size() - 1;
  const std::size_t begin = number_begin(glyphs, end);
  return begin < end ? value_of(text, glyphs, begin, end) : std::nullopt;
}

std::string indicator_name(std::string_view text) {
  const Glyphs glyphs = glyphs_of(text);
  const Bracket bracket = last_bracket(glyphs);
  const bool points = in_bracket(text, glyphs, bracket).has_value();
  return squeeze(points ? print_of(text, glyphs, 0, bracket.begin) : std::string(text));
}

int outline_rank(std::string_view text) {
  const Glyphs glyphs = glyphs_of(text.substr(0, std::min<std::size_t>(text.size(), 48)));
  const std::size_t end = skip_numbering(glyphs, 0);
  if (end == 0) return 0;
  const bool bracket = is_opening(glyphs[0].c);
  const bool digits = is_digit(glyphs[bracket ? 1 : 0].c);
  if (bracket) return digits ? 6 : 2;
  if (!digits) return 1;
  int parts = 0;
  for (std::size_t i = 0; i < end; ++i) {
    if (is_digit(glyphs[i].c) && (i == 0 || !is_digit(glyphs[i - 1].c))) ++parts;
  }
  return 2 + parts;
}

}  // namespace biaoshen
