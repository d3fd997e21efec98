// Places of symbols within a line, from the white between them; and, from the same white, the
// blanks between words, which the recogniser drops. `T/BAIIA 015—2022` and `T/CAS290` are both
// real: only the print can say whether a blank stands there.
//
// Never a blank beside a Han character, a dash or a slash. Tested by tests/ocr/glyph_gaps_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extractors/ocr/recognised.h"

namespace biaoshen {

// The ink of a line's crop: which is print and which is paper, dark on light or light on dark.
class LineInk {
 public:
  explicit LineInk(const Pix& crop);
  int width() const { return width_; }
  int height() const { return height_; }
  bool at(int x, int y) const { return pixels_[index(x, y)] != 0; }
  // Whether a column has ink between the upper and the lower edge of letters; underlines and
  // rulings lie outside.
  bool in_column(int x) const { return columns_[static_cast<std::size_t>(x)] != 0; }

 private:
  std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
           static_cast<std::size_t>(x);
  }
  int width_ = 0, height_ = 0;
  std::vector<std::uint8_t> pixels_, columns_;
};

// Whether a blank may stand between two symbols at all, however much white there is.
bool may_be_apart(const std::string& before, const std::string& after);

struct ReadSymbol {
  std::string text;  // one character
  float centre = 0;  // pixels of the crop
  std::uint8_t confidence = 0;
  bool blank_before = false;  // the recogniser itself saw one
};

// The symbols with boxes in pixels of the crop, and " " where the print has a blank.
std::vector<RecognisedSymbol> place_symbols(const std::vector<ReadSymbol>& read,
                                            const LineInk& ink);

}  // namespace biaoshen
