// Where the lines of print are: PP-OCR's detector over the picture, in overlapping tiles where
// it is larger than one pass may hold, so that memory does not grow with the picture.
// Tested by tests/ocr/line_detector_test.cpp.
#pragma once

#include <vector>

#include "extractors/ocr/onnx_model.h"
#include "extractors/ocr/text_boxes.h"
#include "extractors/pictures/picture.h"

namespace biaoshen {

// By how much the detector sees a picture of this size smaller: small print stays readable on
// pages, screens and long screenshots, and the cost is bounded for all.
double detection_scale(int width, int height);

// Where the picture has anything at all, as bands from top to bottom: margins and large white
// areas cost no time. Pixels of the picture.
std::vector<Box> bands_of(const Pix& picture);

// One pass of the detector, pixels of the scaled picture. What it says of `kept` counts; the rest
// is there so that no line is seen cut.
struct Tile {
  int left = 0, top = 0, right = 0, bottom = 0;
  struct Part {
    int left = 0, top = 0, right = 0, bottom = 0;
  } kept;
};
std::vector<Tile> tiles_of(const Box& band, int width, int height);

// In pixels of the picture.
std::vector<FoundLine> find_lines(OnnxModel& detector, const Pix& picture, double scale);

}  // namespace biaoshen
