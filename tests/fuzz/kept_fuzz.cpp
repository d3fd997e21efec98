// What the cache gives back of a file: a transcript of its reader, and the crops it drew. Others
// may have changed it meanwhile. What is not whole is refused, and what is taken is written again
// as it was read.
#include <cstddef>
#include <string>

#include "extractors/worker/kept_crops.h"
#include "extractors/worker/transcript.h"
#include "extractors/worker/wire.h"
#include "tests/fuzz/fuzz_target.h"

namespace biaoshen {

using fuzz::require;

namespace {

void check_transcript(std::string_view bytes) {
  bool has_asked = false;
  const bool holds = Transcript::holds(bytes, [&](const std::string&) {
    has_asked = true;
    return std::string("answer");
  });
  std::string frames;
  Transcript again;
  Transcript::play(bytes, [&](std::string_view frame) {
    frames += frame;
    again.add(frame);
    return true;
  });
  require(frames.size() <= bytes.size(), "frames are pieces of a transcript");
  if (holds && !has_asked) require(again.bytes() == bytes, "a transcript is its frames");
}

// The request is the one of make_seeds.
void check_crops(std::string_view bytes) {
  KeptCrops crops(bytes);
  const std::string packed = crops.bytes();
  require(packed.size() <= bytes.size(), "what was packed does not grow");
  require(KeptCrops(packed).bytes() == packed, "what is packed again is the same");
  const CropRequest asked{1, {0, 0, 1, 1}, 72, 0};
  if (const auto crop = crops.find(asked))
    require(crop->rgb.size() == std::size_t{3} * crop->width * crop->height,
            "a crop has a pixel for each of its places");
}

}  // namespace

FUZZ_TARGET(kept) {
  check_transcript(bytes);
  check_crops(bytes);
}

}  // namespace biaoshen
