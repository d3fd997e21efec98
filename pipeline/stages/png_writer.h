// RGB pixels to PNG bytes (libpng), the same bytes for the same pixels.
#pragma once

#include <string>

#include "pipeline/contracts.h"

namespace biaoshen {

// Empty where the crop is.
std::string to_png(const Crop& crop);

}  // namespace biaoshen
