#include "extractors/finders/amount.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace biaoshen {
namespace {

constexpr std::size_t kLongest = 12;  // glyphs

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

bool is_any_of(char32_t c, std::u32string_view set) {
  return set.find(c) != set.npos;
}

// The longest run of such characters that ends before `end`, without gaps inside.
template <typename Holds>
std::size_t run_begin(const Glyphs& glyphs, std::size_t begin, std::size_t end, Holds holds) {
  std::size_t at = end;
  while (at > begin && end - at < kLongest && holds(glyphs[at - 1].c)) {
    if (at < end && glyphs[at].gap != Gap::none) break;
    --at;
  }
  return at;
}

std::u32string characters(const Glyphs& glyphs, std::size_t begin, std::size_t end) {
  std::u32string text;
  for (std::size_t i = begin; i < end; ++i) text.push_back(glyphs[i].c);
  return text;
}

// 1,200 and 12,000 but not 3,5: the comma of a list.
bool has_groups_of_three(std::u32string_view text) {
  const std::size_t first = text.find(',');
  if (first == text.npos) return true;
  if (first == 0 || first > 3) return false;
  for (std::size_t at = first; at < text.size() && text[at] == ','; at += 4) {
    const std::u32string_view group = text.substr(at + 1, 4);
    if (group.size() < 3 || !std::all_of(group.begin(), group.begin() + 3, is_digit)) return false;
    if (group.size() == 4 && is_digit(group[3])) return false;
  }
  return true;
}

std::optional<double> value_of_digits(std::u32string_view text) {
  double value = 0, scale = 0;
  for (char32_t c : text) {
    if (c == ',') continue;
    if (c == '.') {
      if (scale > 0) return std::nullopt;  // 1.2.3: the number of a clause
      scale = 1;
      continue;
    }
    value = value * 10 + static_cast<double>(c - '0');
    scale *= 10;
  }
  return scale > 1 ? value / scale : value;
}

std::optional<Amount> in_digits(const Glyphs& glyphs, std::size_t begin, std::size_t end) {
  std::size_t at =
      run_begin(glyphs, begin, end, [](char32_t c) { return is_digit(c) || c == '.' || c == ','; });
  if (at == end || !is_digit(glyphs[end - 1].c)) return std::nullopt;
  while (!is_digit(glyphs[at].c)) ++at;
  std::u32string text = characters(glyphs, at, end);
  if (!has_groups_of_three(text)) {
    at += text.rfind(',') + 1;
    text = characters(glyphs, at, end);
  }
  const auto value = value_of_digits(text);
  if (!value) return std::nullopt;
  return Amount{at, end, *value};
}

// 三百二十 by places; none for numerals that stand side by side (二〇二三, 三四).
std::optional<double> value_of_numerals(std::u32string_view text) {
  constexpr std::u32string_view kNumerals = U"零一二三四五六七八九";
  double value = 0, digit = -1, last_place = 1e9;
  for (char32_t c : text) {
    const double place = c == U'十' ? 10 : c == U'百' ? 100 : c == U'千' ? 1000 : 0;
    if (place > 0) {
      if (place >= last_place || digit == 0) return std::nullopt;
      value += (digit < 0 ? 1 : digit) * place;
      digit = -1;
      last_place = place;
      continue;
    }
    if (digit > 0) return std::nullopt;
    digit = c == U'两' ? 2 : c == U'〇' ? 0 : static_cast<double>(kNumerals.find(c));
  }
  return value + (digit > 0 ? digit : 0);
}

std::optional<Amount> in_numerals(const Glyphs& glyphs, std::size_t begin, std::size_t end) {
  const std::size_t at = run_begin(glyphs, begin, end, [](char32_t c) {
    return is_any_of(c, U"〇零一二三四五六七八九十百千两");
  });
  if (at == end) return std::nullopt;
  const auto value = value_of_numerals(characters(glyphs, at, end));
  if (!value) return std::nullopt;
  return Amount{at, end, *value};
}

}  // namespace

std::optional<Amount> amount_before(const Glyphs& glyphs, std::size_t begin, std::size_t end) {
  auto amount = in_digits(glyphs, begin, end);
  if (!amount) amount = in_numerals(glyphs, begin, end);
  if (!amount) return std::nullopt;
  if (amount->begin > begin && glyphs[amount->begin - 1].c == U'第') return std::nullopt;
  const bool cut = amount->begin > begin && end - amount->begin >= kLongest;
  return cut ? std::nullopt : amount;
}

}  // namespace biaoshen
