// Rings drawn in a plane: centres by the lines across their edges, radii by how much of the circle
// is drawn there with edges along it. A ring may be a little flat, may reach out of the plane, and
// two may overlap.
//
// It refuses solid discs, arcs of which too little is seen, and lines that only cross the circle.
// Tested by tests/pictures/seals_test.cpp.
#pragma once

#include <cstdint>
#include <vector>

#include "extractors/pictures/reduced_picture.h"

namespace biaoshen {

// An ellipse: half axes along and across its own direction.
struct Ring {
  double x = 0, y = 0, along = 0, across = 0, turn = 0;  // pixels of the plane, radians
  double worth = 0;  // 2 where it is drawn all around with edges along it
};

// The largest rings about their middles. `threshold`: what is ink.
std::vector<Ring> find_rings(const Plane& ink, int threshold, int smallest, int largest);

}  // namespace biaoshen
