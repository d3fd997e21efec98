// RGB pixels to PNG bytes (libpng), small and the same for the same pixels. Print becomes 15
// greys and the ink of the frame in four bits a pixel; what has colour (seals, red heads,
// screenshots) keeps near ones, in eight.
//
// Tested by tests/stages/png_writer_test.cpp.
#pragma once

#include <array>
#include <string>

#include "pipeline/contracts.h"

namespace biaoshen {

// What frames are drawn in: no other colour takes its place, and it is dark in black and white.
inline constexpr std::array<unsigned char, 3> kFrameInk{166, 28, 19};

// Empty where the crop is.
std::string to_png(const Crop& crop);
// The same in greys, whatever its colours.
std::string to_grey_png(const Crop& crop);

}  // namespace biaoshen
