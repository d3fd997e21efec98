#include "templates/shown_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

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

class Masker {
 public:
  explicit Masker(std::string_view text) : text_(text), glyphs_(glyphs_of(text)) {}

  std::string run() {
    for (std::size_t at = 0; at < glyphs_.size();) at = next(at);
    return rewritten();
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

  std::string rewritten() const {
    std::string out;
    std::size_t copied = 0;  // bytes of the text
    for (const Range& range : hidden_) {
      if (glyphs_[range.begin].begin < copied) continue;
      out.append(text_.substr(copied, glyphs_[range.begin].begin - copied));
      const bool is_host_next = at(range.end) == '@';
      out.append(is_host_next ? 3 : range.end - range.begin, '*');
      copied = range.end < glyphs_.size() ? glyphs_[range.end].begin : text_.size();
    }
    return out.append(text_.substr(copied));
  }

  std::string_view text_;
  std::vector<Glyph> glyphs_;
  std::vector<Range> hidden_;
};

struct CodeRange {
  char32_t first, last;
};

// Controls, invisible and direction-changing characters, and blanks that look like nothing.
constexpr std::array kUnseen = std::to_array<CodeRange>({
    {0x00, 0x08},
    {0x0B, 0x1F},
    {0x7F, 0x9F},
    {0xAD, 0xAD},
    {0x034F, 0x034F},
    {0x061C, 0x061C},
    {0x115F, 0x1160},
    {0x17B4, 0x17B5},
    {0x180B, 0x180F},
    {0x200B, 0x200F},
    {0x2028, 0x202E},
    {0x2060, 0x206F},
    {0x3164, 0x3164},
    {0xFEFF, 0xFEFF},
    {0xFFA0, 0xFFA0},
    {0xFFF0, 0xFFFB},
    {0xE0000, 0xE00FF},
});

bool is_unseen(char32_t c) {
  const auto after = std::ranges::upper_bound(kUnseen, c, {}, &CodeRange::first);
  return after != kUnseen.begin() && c <= std::prev(after)->last;
}

void append_code(std::string& out, char32_t c) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  out += "[U+";
  for (int shift = c > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) {
    if (shift == 20 && c < 0x100000) continue;
    out += kHex[(c >> shift) & 0xF];
  }
  out += ']';
}

}  // namespace

std::string masked(std::string_view text) {
  return Masker(text).run();
}

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == '\r' && at < text.size() && text[at] == '\n') continue;
    if (is_unseen(c)) {
      append_code(out, c);
    } else {
      append_utf8(out, c);
    }
  }
  return out;
}

Shortened shortened(std::string_view text, std::size_t limit) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size() && count < limit; ++count) next_code_point(text, at);
  return {std::string(text.substr(0, at)), at < text.size()};
}

std::string brief(std::string_view text, std::size_t limit) {
  Shortened out = shortened(masked(text), limit);
  return out.cut ? out.text + "…" : std::move(out.text);
}

std::string html_text(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (const char c : visible(masked(text))) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace biaoshen
