// The geometry of OFD (GB/T 33190): boxes, matrices, offsets between letters, abbreviated paths.
// An object is drawn in a frame of its own; its matrix and its boundary lead into the frame of
// the page, which counts millimetres from the top left.
//
// It refuses numbers that are none or beyond a kilometre, and more of them than a page can hold.
// Tested by tests/readers/ofd_geometry_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "extractors/pictures/picture.h"
#include "pipeline/model/document.h"

namespace biaoshen {

constexpr double kPointsPerMillimetre = 72 / 25.4;

struct OfdPoint {
  double x = 0, y = 0;
};

// "left top width height"
struct OfdBox {
  double left = 0, top = 0, width = 0, height = 0;
};

// Maps (x, y) to (a x + c y + e, b x + d y + f).
struct OfdMatrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
  OfdPoint apply(OfdPoint p) const { return {a * p.x + c * p.y + e, b * p.x + d * p.y + f}; }
  // The smallest upright box around the mapped corners.
  Box apply(const OfdBox& box) const;
};
// First `inner`, then `outer`.
OfdMatrix operator*(const OfdMatrix& outer, const OfdMatrix& inner);
// From the pixels of an image to where `unit_square` puts it.
PixelMap pixel_map(const OfdMatrix& unit_square, double width, double height);

std::vector<double> ofd_numbers(std::string_view text);
std::optional<OfdBox> ofd_box(std::string_view text);
// A box that something could be printed on.
std::optional<OfdBox> ofd_paper(std::string_view text);
std::optional<OfdMatrix> ofd_matrix(std::string_view text);

// Offsets from letter to letter: "3 g 4 1.5 2" is 3 1.5 1.5 1.5 1.5 2.
std::vector<double> ofd_offsets(std::string_view text);

struct OfdSubpath {
  std::vector<OfdPoint> points;
  bool is_straight = true;  // no curve in it
};
// "M 0 0 L 10 0 C": a closed subpath ends where it began.
std::vector<OfdSubpath> ofd_path(std::string_view abbreviated);

}  // namespace biaoshen
