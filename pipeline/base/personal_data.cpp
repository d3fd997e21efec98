#include "pipeline/base/personal_data.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <string>

#include "pipeline/base/text.h"
#include "pipeline/base/unseen.h"

namespace biaoshen {
namespace {

// A code point, the first byte it came from, and what it looks like in ASCII.
struct Glyph {
  std::size_t begin;
  char32_t shape;
};

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_alnum(char32_t c) {
  return is_digit(c) || is_letter(c);
}
// What people write between the groups of a number: a blank of any width, a short dash, a full
// stop. The long dash stands before the year of a standard.
bool is_gap(char32_t c) {
  return c == ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000 ||
         c == '-' || (c >= 0x2010 && c <= 0x2013) || c == 0x2212 || c == '.' || c == 0xB7;
}
// What a number looks the same with and without, and what is written over or around its figures.
bool is_beside(char32_t c) {
  if (c < 0x80) return false;
  const auto type = u_charType(static_cast<UChar32>(c));
  return takes_no_room(c) || type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}
// Full-width forms and the figures of any writing as ASCII.
char32_t shape_of(char32_t c) {
  if (c < 0x80) return c;
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  const std::int32_t figure = u_charDigitValue(static_cast<UChar32>(c));
  return figure < 0 ? c : U'0' + static_cast<char32_t>(figure);
}
bool is_local_part(char32_t c) {
  return is_alnum(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
}

std::vector<Glyph> glyphs_of(std::string_view text) {
  std::vector<Glyph> out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (!is_beside(c)) out.push_back({begin, shape_of(c)});
  }
  return out;
}

// What to hide: glyphs [begin, end).
struct Range {
  std::size_t begin, end;
};

class Search {
 public:
  explicit Search(std::string_view text) : text_(text), glyphs_(glyphs_of(text)) {}

  std::vector<HiddenBytes> run() {
    for (std::size_t at = 0; at < glyphs_.size();) at = next(at);
    return in_bytes();
  }

 private:
  char32_t at(std::size_t i) const { return i < glyphs_.size() ? glyphs_[i].shape : U'\0'; }

  std::size_t digits_from(std::size_t begin) const {
    std::size_t end = begin;
    while (is_digit(at(end))) ++end;
    return end;
  }

  // Looks at the token that starts at `begin` and returns where the next one does.
  std::size_t next(std::size_t begin) {
    const char32_t c = at(begin);
    if (c == '@') hide_local_part(begin);
    if (is_digit(c)) return after_digits(begin);
    if (!is_alnum(c)) return begin + 1;
    // Letters: a name may touch a telephone number, but a digest or a credit code is no number.
    std::size_t end = begin;
    while (is_letter(at(end))) ++end;
    if (is_digit(at(end)) && end - begin <= 16) return after_digits(end);
    while (is_alnum(at(end))) ++end;
    return end;
  }

  std::size_t after_digits(std::size_t begin) {
    const std::size_t end = digits_from(begin);
    if (const auto number = citizen_number(begin); !number.empty())
      return hidden_within(number, 6, 14);
    for (const std::size_t prefix : {0, 1, 2, 4}) {
      if (!is_dialled_before(begin, prefix)) continue;
      if (const auto number = mobile_number(begin + prefix); !number.empty())
        return hidden_within(number, 3, 7);
    }
    std::size_t rest = end;
    while (is_alnum(at(rest))) ++rest;
    return rest;
  }

  // Hides figures [from, to) of the number and returns where the text goes on after it.
  std::size_t hidden_within(const std::vector<std::size_t>& figures, std::size_t from,
                            std::size_t to) {
    hidden_.push_back({figures[from], figures[to - 1] + 1});
    return figures.back() + 1;
  }

  // Places of `count` digits that follow one another, with single gaps of one kind only after so
  // many of them as one list of `groups` says; empty where they do not. Not 138—2024 2023-05-01.
  std::vector<std::size_t> figures(std::size_t begin, std::size_t count,
                                   const std::vector<std::vector<std::size_t>>& groups) const {
    std::vector<std::size_t> found, gaps;
    std::size_t gap = 0;
    for (std::size_t i = begin; found.size() < count; ++i) {
      if (is_gap(at(i)) && !found.empty() && is_digit(at(i + 1))) {
        if (!gaps.empty() && at(i) != at(gap)) return {};
        gaps.push_back(found.size());
        gap = i;
        ++i;
      }
      if (!is_digit(at(i))) return {};
      found.push_back(i);
    }
    const bool is_known = gaps.empty() || std::ranges::find(groups, gaps) != groups.end();
    return is_known ? found : std::vector<std::size_t>();
  }

  // What may stand right before a mobile number: 0, 86, 0086.
  bool is_dialled_before(std::size_t begin, std::size_t length) const {
    std::string prefix;
    for (std::size_t i = begin; i < begin + length; ++i)
      prefix += is_digit(at(i)) ? static_cast<char>(at(i)) : '?';
    return prefix.empty() || prefix == "0" || prefix == "86" || prefix == "0086";
  }

  // 13812345678, 138 1234 5678, 138-12345678, 1381234.5678. A word may follow at once, the rest
  // of a digest not.
  std::vector<std::size_t> mobile_number(std::size_t begin) const {
    if (at(begin) != '1' || at(begin + 1) < '3' || at(begin + 1) > '9') return {};
    auto number = figures(begin, 11, {{3, 7}, {3}, {7}});
    if (number.empty()) return {};
    std::size_t rest = number.back() + 1;
    while (is_letter(at(rest))) ++rest;
    if (is_digit(at(rest))) return {};
    return number;
  }

  // 17 digits and a digit or X, with a birthday in the middle; nothing of the kind on either side.
  std::vector<std::size_t> citizen_number(std::size_t begin) const {
    auto number = figures(begin, 17, {{6, 14}});
    if (number.empty()) return {};
    const std::size_t last = number.back() + 1;
    const bool ends_in_x = at(last) == 'X' || at(last) == 'x';
    if (!(ends_in_x && !is_alnum(at(last + 1))) && !(is_digit(at(last)) && !is_alnum(at(last + 1))))
      return {};
    number.push_back(last);
    const auto two = [&](std::size_t i) {
      return (at(number[i]) - '0') * 10 + (at(number[i + 1]) - '0');
    };
    const char32_t century = two(6), month = two(10), day = two(12);
    const bool has_birthday =
        (century == 19 || century == 20) && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    return has_birthday ? number : std::vector<std::size_t>();
  }

  void hide_local_part(std::size_t sign) {
    if (!is_alnum(at(sign + 1))) return;
    std::size_t begin = sign;
    while (begin > 0 && sign - begin < 64 && is_local_part(at(begin - 1))) --begin;
    if (begin == sign) return;
    while (!hidden_.empty() && hidden_.back().begin >= begin) hidden_.pop_back();
    hidden_.push_back({begin + 1, sign});
  }

  std::vector<HiddenBytes> in_bytes() const {
    std::vector<HiddenBytes> out;
    for (const Range& range : hidden_) {
      const std::size_t begin = glyphs_[range.begin].begin;
      if (!out.empty() && begin < out.back().end) continue;
      const bool is_host_next = at(range.end) == '@';
      const std::size_t end = range.end < glyphs_.size() ? glyphs_[range.end].begin : text_.size();
      out.push_back({begin, end, is_host_next ? 3 : range.end - range.begin});
    }
    return out;
  }

  std::string_view text_;
  std::vector<Glyph> glyphs_;
  std::vector<Range> hidden_;
};

}  // namespace

std::vector<HiddenBytes> personal_data(std::string_view text) {
  return Search(text).run();
}

}  // namespace biaoshen
