// One text object of OFD as words with places. The object says where its letters stand: an origin
// and the offsets from letter to letter; widths of glyphs are not known without the font and are
// estimated, so that the offsets of the file decide wherever it has some.
//
//   X="0" Y="3" DeltaX="3 3 8 3">标准编号   two words "标准", "编号": the third offset is a gap
//
// It refuses to be misled by letters that stand one below the other: such a run is a word that
// reads downwards. Tested by tests/readers/ofd_text_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/readers/ofd/ofd_geometry.h"
#include "extractors/readers/pdf/pdf_walk.h"

namespace biaoshen {

struct OfdTextCode {
  std::optional<double> x, y;  // of the first letter's origin; else those of the code before
  std::vector<double> delta_x, delta_y;
  std::string text;
};

// Letters that are drawn as one glyph or several; offsets count glyphs.
struct OfdGlyphs {
  std::size_t position = 0;  // of the first letter, from 0, over all codes of the object
  std::size_t letters = 1, glyphs = 1;
};

struct OfdText {
  double size = 0;                               // millimetres
  double stretch = 1;                            // HScale
  int read_direction = 0, letter_direction = 0;  // degrees clockwise
  std::vector<OfdTextCode> codes;
  std::vector<OfdGlyphs> glyphs;  // by position
};

struct OfdWords {
  std::vector<PrintedWord> words;
  std::size_t characters = 0;  // blanks aside
  std::size_t nameless = 0;    // of these: ¤, which stands for a glyph without a character
  bool is_diagonal = false;    // askew; then there are no words
};

// `to_page` leads from the object's frame to points of the page.
OfdWords ofd_words(const OfdText& text, const OfdMatrix& to_page);

}  // namespace biaoshen
