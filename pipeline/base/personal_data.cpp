#include "pipeline/base/personal_data.h"

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

// A code point with the bytes it came from and, where it is a digit of any width, its value as
// ASCII.
struct Glyph {
  std::size_t begin;
  char32_t shape;  // full-width forms as ASCII
};

std::vector<Glyph> glyphs_of(std::string_view text) {
  std::vector<Glyph> out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    char32_t c = next_code_point(text, at);
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    out.push_back({begin, c});
  }
  return out;
}

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_alnum(char32_t c) {
  return is_digit(c) || is_letter(c);
}
bool is_local_part(char32_t c) {
  return is_alnum(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
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
    if (is_digit(at(end)) && end - begin <= 8) return after_digits(end);
    while (is_alnum(at(end))) ++end;
    return end;
  }

  std::size_t after_digits(std::size_t begin) {
    const std::size_t end = digits_from(begin);
    if (is_citizen_number(begin, end)) {
      hidden_.push_back({begin + 6, begin + 14});
      return begin + 18;
    }
    std::size_t rest = end;
    while (is_alnum(at(rest))) ++rest;
    const std::size_t start =
        end - begin == 13 && at(begin) == '8' && at(begin + 1) == '6' ? begin + 2 : begin;
    if (rest == end && end - start == 11 && is_mobile_start(start)) {
      hidden_.push_back({start + 3, start + 7});
      return end;
    }
    return grouped_mobile(begin, end) ? begin + 13 : rest;
  }

  bool is_mobile_start(std::size_t begin) const {
    return at(begin) == '1' && at(begin + 1) >= '3' && at(begin + 1) <= '9';
  }

  // 138 1234 5678 and 138-1234-5678
  bool grouped_mobile(std::size_t begin, std::size_t end) {
    const char32_t gap = at(end);
    if (end - begin != 3 || !is_mobile_start(begin) || (gap != ' ' && gap != '-')) return false;
    if (digits_from(begin + 4) != begin + 8 || at(begin + 8) != gap) return false;
    if (digits_from(begin + 9) != begin + 13 || is_alnum(at(begin + 13))) return false;
    hidden_.push_back({begin + 4, begin + 8});
    return true;
  }

  // 17 digits and a digit or X, with a birthday in the middle; nothing of the kind on either side.
  bool is_citizen_number(std::size_t begin, std::size_t end) const {
    const bool ends_in_x =
        end - begin == 17 && (at(end) == 'X' || at(end) == 'x') && !is_alnum(at(end + 1));
    if (!ends_in_x && !(end - begin == 18 && !is_letter(at(end)))) return false;
    const auto two = [&](std::size_t i) {
      return (at(begin + i) - '0') * 10 + (at(begin + i + 1) - '0');
    };
    const char32_t century = two(6), month = two(10), day = two(12);
    return (century == 19 || century == 20) && month >= 1 && month <= 12 && day >= 1 && day <= 31;
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
