// A picture turned the way its file says it is to be seen.
#pragma once

#include "extractors/pictures/picture.h"

namespace biaoshen {

// `orientation` as EXIF and TIFF number them, 1 (upright) to 8. Null in, null out.
PixPtr turned(PixPtr pix, unsigned orientation);

}  // namespace biaoshen
