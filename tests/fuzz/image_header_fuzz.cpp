// A picture. Where its header is whole and a decoder gives pixels, they are no more than the header
// says; and nothing over the limits is decoded.
#include <leptonica/allheaders.h>

#include "extractors/pictures/decode_picture.h"
#include "extractors/readers/pictures/image_header.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/sound_sink.h"

namespace biaoshen {

using fuzz::require;

FUZZ_TARGET(image_header) {
  const ImageHeader header = read_image_header(MemoryBytes(bytes, bytes.size()));
  require(header.pages.size() <= kMostImagePages, "no more pages than are looked at");
  require(header.format.empty() == image_format(bytes).empty(), "a header belongs to a picture");
  const Limits limits = fuzz::small_limits();
  const DecodedPicture decoded = decode_picture(bytes, 1, limits);
  if (decoded.pix == nullptr) return;
  const auto width = static_cast<std::uint64_t>(pixGetWidth(decoded.pix.get()));
  const auto height = static_cast<std::uint64_t>(pixGetHeight(decoded.pix.get()));
  require(width * height <= limits.megapixels * 1'000'000, "nothing over the limits is decoded");
  if (header.pages.empty()) return;
  const PixelSize& said = header.pages.front();
  require(said.width >= width && said.height >= height, "no more is decoded than the header says");
}

}  // namespace biaoshen
