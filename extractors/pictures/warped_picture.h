// A picture drawn anew through a map: turned, or made rectangular.
#pragma once

#include "extractors/pictures/picture.h"

namespace biaoshen {

// width × height pixels, each taken between the four nearest of `picture` where `to_original`
// sends it; white outside. Null where there is no memory.
PixPtr warped(const Pix& picture, const PixelMap& to_original, int width, int height);

}  // namespace biaoshen
