#include "pipeline/stages/png_writer.h"

#include <png.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <vector>

namespace biaoshen {
namespace {

using Colour = std::array<unsigned char, 3>;

constexpr std::size_t kGreys = 15;
constexpr std::size_t kMostColours = 255;  // and the ink of the frame
constexpr int kColourful = 56;             // between the strongest and the weakest of R, G and B
constexpr std::size_t kFewest = 24;        // coloured pixels of a crop that has colour …
constexpr std::size_t kOneIn = 400;        // … and their share: less is the noise of a scan

struct Indexed {
  std::vector<Colour> palette;
  std::string pixels;  // indexes
};

bool is_ink(const Colour& c) {
  return c[0] == kFrameInk[0] && c[1] == kFrameInk[1] && c[2] == kFrameInk[2];
}

template <typename Visit>
void for_each_pixel(const Crop& crop, Visit visit) {
  for (std::size_t at = 0; at + 3 <= crop.rgb.size(); at += 3) {
    const auto part = [&](std::size_t i) { return static_cast<unsigned char>(crop.rgb[at + i]); };
    visit(Colour{part(0), part(1), part(2)});
  }
}

bool has_colour(const Crop& crop) {
  std::size_t coloured = 0;
  for_each_pixel(crop, [&](const Colour& c) {
    const auto [low, high] = std::ranges::minmax(c);
    coloured += high - low > kColourful && !is_ink(c) ? 1 : 0;
  });
  return coloured >= kFewest && coloured * kOneIn >= crop.rgb.size() / 3;
}

Indexed in_greys(const Crop& crop) {
  Indexed out;
  for (std::size_t i = 0; i < kGreys; ++i) {
    const auto grey = static_cast<unsigned char>(i * 255 / (kGreys - 1));
    out.palette.push_back({grey, grey, grey});
  }
  out.palette.push_back(kFrameInk);
  out.pixels.resize(crop.rgb.size() / 3);
  auto pixel = out.pixels.begin();
  for_each_pixel(crop, [&](const Colour& c) {
    const std::size_t light = (c[0] * 77u + c[1] * 150u + c[2] * 29u) >> 8;
    *pixel++ = static_cast<char>(is_ink(c) ? kGreys : (light * (kGreys - 1) + 127) / 255);
  });
  return out;
}

// Four bits of each of R, G and B.
std::size_t coarse(const Colour& c) {
  return static_cast<std::size_t>((c[0] >> 4) << 8 | (c[1] >> 4) << 4 | c[2] >> 4);
}
Colour fine(std::size_t code) {
  const auto part = [&](int shift) {
    return static_cast<unsigned char>(((code >> shift) & 15) * 17);
  };
  return {part(8), part(4), part(0)};
}

// Coarse colours, the most used first; equally used ones in their own order.
std::vector<std::size_t> by_use(const Crop& crop) {
  std::vector<std::size_t> uses(4096, 0), codes;
  for_each_pixel(crop, [&](const Colour& c) { ++uses[coarse(c)]; });
  for (std::size_t code = 0; code < uses.size(); ++code)
    if (uses[code] > 0) codes.push_back(code);
  std::ranges::stable_sort(codes, std::ranges::greater(),
                           [&](std::size_t code) { return uses[code]; });
  return codes;
}

std::size_t nearest(const std::vector<Colour>& palette, const Colour& colour) {
  const auto distance = [&](const Colour& other) {
    int sum = 0;
    for (std::size_t i = 0; i < 3; ++i) sum += std::abs(other[i] - colour[i]);
    return sum;
  };
  return static_cast<std::size_t>(std::ranges::min_element(palette, {}, distance) -
                                  palette.begin());
}

// All coarse colours of the crop, or, where they are too many, an even choice from all colours
// that there are and the most used: so a small seal in a large photograph stays red.
std::vector<Colour> palette_of(const std::vector<std::size_t>& codes) {
  std::vector<Colour> out;
  if (codes.size() > kMostColours)
    for (int i = 0; i < 216; ++i) {
      const auto part = [](int step) { return static_cast<unsigned char>(step % 6 * 51); };
      out.push_back({part(i / 36), part(i / 6), part(i)});
    }
  for (std::size_t i = 0; i < codes.size() && out.size() < kMostColours; ++i)
    out.push_back(fine(codes[i]));
  return out;
}

Indexed in_colours(const Crop& crop) {
  const std::vector<std::size_t> codes = by_use(crop);
  Indexed out{palette_of(codes), {}};
  std::vector<std::size_t> index(4096, 0);
  for (const std::size_t code : codes) index[code] = nearest(out.palette, fine(code));
  const std::size_t frame = out.palette.size();
  out.palette.push_back(kFrameInk);
  out.pixels.reserve(crop.rgb.size() / 3);
  for_each_pixel(crop, [&](const Colour& c) {
    out.pixels += static_cast<char>(is_ink(c) ? frame : index[coarse(c)]);
  });
  return out;
}

std::string packed(const Crop& crop, const Indexed& indexed) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = crop.width;
  image.height = crop.height;
  image.format = PNG_FORMAT_RGB_COLORMAP;
  image.colormap_entries = static_cast<png_uint_32>(indexed.palette.size());
  const void* pixels = indexed.pixels.data();
  const void* palette = indexed.palette.data();
  // As many bytes as there may be: asked how many there are, libpng would pack everything twice.
  png_alloc_size_t bytes = PNG_IMAGE_PNG_SIZE_MAX(image);
  std::string out(bytes, '\0');
  if (!png_image_write_to_memory(&image, out.data(), &bytes, 0, pixels, 0, palette)) return {};
  out.resize(bytes);
  return out;
}

}  // namespace

std::string to_png(const Crop& crop) {
  if (crop.rgb.empty()) return {};
  return packed(crop, has_colour(crop) ? in_colours(crop) : in_greys(crop));
}

std::string to_grey_png(const Crop& crop) {
  return crop.rgb.empty() ? std::string() : packed(crop, in_greys(crop));
}

}  // namespace biaoshen
