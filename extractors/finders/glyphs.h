// Folded characters without blanks, each with the bytes of the print it came
// from and with the gap before it. Labels, cues and phrases are compared on
// glyphs, because 标 准 编 号 and 标准编号 are the same label, while the gap in
// "标准编号  T/CAS 290—2017" tells where the label ends.
//
// It refuses to correct anything: folding is that of pipeline/base/text.h.
//
// Tested by tests/finders/glyphs_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/model/document.h"

namespace biaoshen {

enum class Gap : std::uint8_t {
  none,
  blank,  // one blank, or a small distance on the page
  wide,   // a tab, several blanks, or a distance of about a letter
  line,   // a line end
};

struct Glyph {
  char32_t c = 0;
  std::uint32_t begin = 0, end = 0;  // bytes of the print
  Gap gap = Gap::none;               // before it
};
using Glyphs = std::vector<Glyph>;

// Glyphs of bytes [begin, end) of page.text; places count as offsets into page.text.
// Distances between the boxes of words count as gaps.
Glyphs glyphs_of(const Page& page, std::size_t begin, std::size_t end);
// Glyphs of any text.
Glyphs glyphs_of(std::string_view print);

// The characters alone: what a label or phrase is compared by.
std::u32string characters_of(std::string_view print);

// Whether `phrase` stands at glyph `at`.
bool stands_at(const Glyphs& glyphs, std::size_t at, std::u32string_view phrase);

// The same with one Han character of the phrase recognised as another.
bool stands_nearly_at(const Glyphs& glyphs, std::size_t at, std::u32string_view phrase);

// First place of `phrase` in glyphs [from, to), or npos.
constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
std::size_t find_in(const Glyphs& glyphs, std::u32string_view phrase, std::size_t from = 0,
                    std::size_t to = kNowhere);

}  // namespace biaoshen
