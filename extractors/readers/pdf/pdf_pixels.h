// From an image stream of a PDF to pixels, as the page would show them on white paper: colour
// spaces, palettes, Decode arrays, masks. Poppler decodes; a plain JPEG is handed over as it is.
// Large pictures are reduced while or after they are read: one-bit scans to grey at the fineness
// that recognition needs.
//
// It refuses pictures over the limits before it decodes. Tested by
// tests/readers/pdf_images_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "extractors/pictures/picture.h"
#include "pipeline/contracts.h"

class GfxImageColorMap;
class Stream;

namespace biaoshen {

using Rgb = std::array<std::uint8_t, 3>;

// Samples of an image, or of its mask.
struct Samples {
  Stream* stream = nullptr;
  int width = 0, height = 0;
  GfxImageColorMap* colours = nullptr;  // null: one bit, ink and nothing
  bool is_inverted = false;             // one bit: 1 is ink
  Rgb ink = {0, 0, 0};                  // one bit: the colour of it
  const int* transparent = nullptr;     // ranges of samples that are not painted; or null
};

struct Pixels {
  PixPtr pix;           // null where there are none
  std::string problem;  // image-limit, damaged-image; or empty
};

// What a stream holds, of that at most `most` bytes and a piece.
std::string raw_bytes(Stream& stream, std::uint64_t most);

// The image on white; where `mask` has a stream, as far as it shows the image.
Pixels pixels_of(const Samples& image, const Samples& mask, const Limits& limits);

// The same picture with no more pixels than recognition has use for.
PixPtr reduced(PixPtr pix);

}  // namespace biaoshen
