// What recognition says of one picture. Boxes are pixels of the straight, upright picture; the
// map leads back to the picture as given.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extractors/pictures/page_signs.h"
#include "extractors/pictures/picture.h"

namespace biaoshen {

struct RecognisedSymbol {
  std::string
      text;  // one character, UTF-8; " " for a gap between words, never between Han characters
  Box box;
  std::uint8_t confidence = 0;  // per cent
};

// A piece of print that stands apart: the detector's box, not always a whole printed line.
struct RecognisedLine {
  Box box;
  std::vector<RecognisedSymbol> symbols;  // left to right
  std::uint8_t confidence = 0;            // per cent
  std::optional<std::string> second;      // the second engine's reading of the same box
};
std::string text_of(const RecognisedLine& line);

struct RecognisedSeal {
  Box box;
  std::string name;
  std::uint8_t confidence = 0;
};

struct RecognisedPicture {
  float width = 0, height = 0;  // of the straight, upright picture
  PixelMap to_original;
  std::vector<RecognisedLine> lines;  // top to bottom, left to right
  std::vector<Stroke> rulings;
  std::vector<RecognisedSeal> seals;
  std::vector<Box> marks;
  bool is_grey = false;
  bool is_blank = false;
  int quarter_turns = 0;  // clockwise, that made it upright
  std::vector<std::string> engines;
};

}  // namespace biaoshen
