// A piece of a picture as a person looks at it, cut out and scaled, smaller than asked for
// where it would be too large.
//
// It refuses boxes beside the picture: the crop is empty. Tested by
// tests/readers/picture_crop_test.cpp.
#pragma once

#include "extractors/pictures/picture.h"
#include "pipeline/contracts.h"

namespace biaoshen {

constexpr double kMostCropPixels = 4e6;

// `pixels` is clipped to the picture; `scale` 1 gives a pixel for a pixel.
Crop cut(const Pix& picture, const Box& pixels, double scale, double most_pixels);

}  // namespace biaoshen
