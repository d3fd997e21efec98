#include "extractors/pictures/turned_picture.h"

#include <leptonica/allheaders.h>

namespace biaoshen {

PixPtr turned(PixPtr pix, unsigned orientation) {
  constexpr bool kIsMirrored[] = {false, false, true, false, true, true, false, true, false};
  constexpr int kQuarters[] = {0, 0, 0, 2, 2, 3, 1, 1, 3};  // clockwise, after mirroring
  if (!pix || orientation < 2 || orientation > 8) return pix;
  if (kIsMirrored[orientation]) pixFlipLR(pix.get(), pix.get());
  if (kQuarters[orientation] == 0) return pix;
  return PixPtr(pixRotateOrth(pix.get(), kQuarters[orientation]));
}

}  // namespace biaoshen
