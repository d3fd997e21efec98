// What lies on top at each spot of a page while it is drawn: the bare paper, an area of one
// colour, a picture, or something whose look is not worth finding out. By it one tells print in
// the colour of its ground, and print that something was laid over.
//
// A raster of spots of a few points. Most pages paint a handful of areas or none, and a list of
// them is all that is kept; where they are many they are spread over the raster, so that asking
// costs little either way. However large the page and however much is painted, memory and time are
// bounded; beyond that it knows nothing, and print counts as seen.
//
// Tested by tests/readers/pdf_paper_test.cpp.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/model/document.h"

namespace biaoshen {

struct Colour {  // 0 … 255
  int red = 255, green = 255, blue = 255;
};
// So near that nobody reads the one on the other.
bool are_alike(const Colour& a, const Colour& b);

enum class Ground : std::uint8_t {
  plain,    // the paper, or an area of one colour
  picture,  // an image
  unknown,  // outlines, shadings, whatever shows through
};

class Paper {
 public:
  struct Spot {
    Ground ground = Ground::plain;
    Colour colour;
    std::uint32_t hidden_at = 0;  // the last step at which something opaque was laid over it
  };

  Paper(float width, float height);

  // At `step`, which never falls. What is not opaque leaves what lies beneath to be seen.
  void paint(const Box& box, Ground ground, const Colour& colour, bool is_opaque,
             std::uint32_t step);
  Spot at(float x, float y) const;

 private:
  struct Area {  // spots of columns [left, right) and rows [top, bottom), and what lies there
    std::size_t left = 0, top = 0, right = 0, bottom = 0;
    bool is_opaque = false;
    Spot spot;
    bool has(std::size_t column, std::size_t row) const {
      return column >= left && column < right && row >= top && row < bottom;
    }
  };
  std::size_t column(float x) const;
  std::size_t row(float y) const;
  void spread(const Area& area);
  Spot top_of_areas(std::size_t column, std::size_t row) const;

  float side_ = 2;  // of a spot, points
  std::size_t columns_ = 0, rows_ = 0;
  std::size_t effort_ = 0;  // spots painted so far
  bool is_known_ = true;
  std::vector<Area> areas_;  // as they were painted, while they are few
  std::vector<Spot> spots_;  // row by row, once they are many
};

}  // namespace biaoshen
