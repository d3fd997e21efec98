// A picture made smaller for looking at it as a whole: most questions (how is it turned, is there
// a seal) need neither its colours nor its size.
#pragma once

#include <cstdint>
#include <vector>

#include "extractors/pictures/picture.h"

namespace biaoshen {

// Plain bytes, row by row. Each of its pixels stands for a block of factor × factor.
struct Plane {
  int width = 0, height = 0, factor = 1;
  std::vector<std::uint8_t> pixels;
  std::uint8_t at(int x, int y) const {
    return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                  static_cast<std::size_t>(x)];
  }
  std::uint8_t& at(int x, int y) {
    return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                  static_cast<std::size_t>(x)];
  }
};

enum class Keep : std::uint8_t { mean, darkest };

// The factor that brings the longer side to about `side`, at least 1.
int factor_for(const Pix& picture, int side);
Plane reduced_grey(const Pix& picture, int factor, Keep keep);
// Each pixel's mean over the square of 2·reach+1 around it.
Plane local_mean(const Plane& plane, int reach);
// Light on dark: a page in dark mode, a blackboard.
bool is_mostly_dark(const Plane& plane);
// Sets the bits of one row of a 1-bit picture from as many bytes, each 0 or 1; `flags` has room for
// whole words of 32.
void pack_row(const std::vector<std::uint8_t>& flags, std::uint32_t* line, std::size_t words);
// 1 bit: where `plane` is below share/256 of `threshold` at the same place.
PixPtr darker_than(const Plane& plane, const Plane& threshold, int share);

}  // namespace biaoshen
