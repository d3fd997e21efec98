// What is drawn over a crop: the frame around the quoted words, and covers over telephone numbers,
// citizen numbers and addresses of e-mail, which are masked in pictures as they are in words.
//
// It refuses to find what was not read: a number that no engine recognised stays as it is.
//
// Tested by tests/stages/crop_ink_test.cpp.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen {

// `around` is what the crop shows; the boxes are in the same units.
void draw_frame(Crop& crop, const Box& around, const Box& words);
void draw_cover(Crop& crop, const Box& around, const Box& hidden);

// Where the page, or one picture of it (from 1), shows what is hidden.
std::vector<Box> hidden_places(const Page& page, std::uint32_t image);

}  // namespace biaoshen
