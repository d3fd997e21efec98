#include "extractors/pictures/reduced_picture.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cstring>

namespace biaoshen {
namespace {

// The bytes of one row as they are seen, light as one number.
void read_row(const Pix& picture, int y, std::vector<std::uint8_t>& row) {
  Pix* pix = const_cast<Pix*>(&picture);
  const l_uint32* line =
      pixGetData(pix) + static_cast<std::size_t>(pixGetWpl(pix)) * static_cast<std::size_t>(y);
  if (pixGetDepth(pix) == 32) {
    for (std::size_t x = 0; x < row.size(); ++x) {
      const l_uint32 word = line[x];
      row[x] = static_cast<std::uint8_t>(
          ((word >> 24) * 77 + (word >> 16 & 255) * 150 + (word >> 8 & 255) * 29) >> 8);
    }
    return;
  }
  const std::size_t whole = row.size() / 4;
  for (std::size_t i = 0; i < whole; ++i) {
    const l_uint32 word = line[i];
    row[4 * i] = static_cast<std::uint8_t>(word >> 24);
    row[4 * i + 1] = static_cast<std::uint8_t>(word >> 16);
    row[4 * i + 2] = static_cast<std::uint8_t>(word >> 8);
    row[4 * i + 3] = static_cast<std::uint8_t>(word);
  }
  for (std::size_t x = 4 * whole; x < row.size(); ++x)
    row[x] = static_cast<std::uint8_t>(line[whole] >> (24 - 8 * (x % 4)));
}

}  // namespace

int factor_for(const Pix& picture, int side) {
  Pix* pix = const_cast<Pix*>(&picture);
  return std::max(1, (std::max(pixGetWidth(pix), pixGetHeight(pix)) + side / 2) / side);
}

Plane reduced_grey(const Pix& picture, int factor, Keep keep) {
  Pix* pix = const_cast<Pix*>(&picture);
  Plane plane;
  plane.factor = factor;
  plane.width = pixGetWidth(pix) / factor;
  plane.height = pixGetHeight(pix) / factor;
  const auto width = static_cast<std::size_t>(plane.width), step = static_cast<std::size_t>(factor);
  plane.pixels.resize(width * static_cast<std::size_t>(plane.height));
  std::vector<std::uint8_t> row(static_cast<std::size_t>(pixGetWidth(pix))), darkest(row.size());
  std::vector<std::uint32_t> sum(row.size());
  for (int y = 0; y < plane.height; ++y) {
    std::fill(sum.begin(), sum.end(), 0u);
    std::fill(darkest.begin(), darkest.end(), std::uint8_t{255});
    for (int i = 0; i < factor; ++i) {
      read_row(picture, y * factor + i, row);
      if (keep == Keep::mean)
        for (std::size_t x = 0; x < row.size(); ++x) sum[x] += row[x];
      else
        for (std::size_t x = 0; x < row.size(); ++x) darkest[x] = std::min(darkest[x], row[x]);
    }
    std::uint8_t* to = plane.pixels.data() + width * static_cast<std::size_t>(y);
    for (std::size_t x = 0; x < width; ++x) {
      if (keep == Keep::darkest) {
        to[x] = *std::min_element(&darkest[x * step], &darkest[x * step] + step);
        continue;
      }
      std::uint32_t total = 0;
      for (std::size_t i = 0; i < step; ++i) total += sum[x * step + i];
      to[x] = static_cast<std::uint8_t>(total / (step * step));
    }
  }
  return plane;
}

Plane local_mean(const Plane& plane, int reach) {
  Plane mean = plane;
  const int w = plane.width, h = plane.height;
  if (w == 0 || h == 0) return mean;
  std::vector<std::uint32_t> column(static_cast<std::size_t>(w), 0);
  const auto add_row = [&](int y, bool is_added) {
    const std::uint8_t* row =
        &plane.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(w)];
    for (std::size_t x = 0; x < column.size(); ++x)
      column[x] = is_added ? column[x] + row[x] : column[x] - row[x];
  };
  int rows = 0;
  for (int y = 0; y < std::min(reach, h); ++y, ++rows) add_row(y, true);
  for (int y = 0; y < h; ++y) {
    if (y + reach < h) add_row(y + reach, true), ++rows;
    if (y - reach - 1 >= 0) add_row(y - reach - 1, false), --rows;
    std::uint64_t total = 0;
    std::uint32_t columns = 0;
    for (int x = 0; x < std::min(reach, w); ++x, ++columns)
      total += column[static_cast<std::size_t>(x)];
    for (int x = 0; x < w; ++x) {
      if (x + reach < w) total += column[static_cast<std::size_t>(x + reach)], ++columns;
      if (x - reach - 1 >= 0) total -= column[static_cast<std::size_t>(x - reach - 1)], --columns;
      mean.at(x, y) = static_cast<std::uint8_t>(static_cast<std::uint32_t>(total) /
                                                (columns * static_cast<std::uint32_t>(rows)));
    }
  }
  return mean;
}

bool is_mostly_dark(const Plane& plane) {
  const auto dark = std::count_if(plane.pixels.begin(), plane.pixels.end(),
                                  [](std::uint8_t v) { return v < 100; });
  return dark * 10 > static_cast<std::ptrdiff_t>(plane.pixels.size()) * 6;
}

// Eight bytes become eight bits, the first the highest: the product puts each where it belongs.
void pack_row(const std::vector<std::uint8_t>& flags, std::uint32_t* line, std::size_t words) {
  constexpr std::uint64_t kGather = 0x8040201008040201u;
  for (std::size_t word = 0; word < words; ++word) {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, &flags[word * 32 + i * 8], 8);
      bits = bits << 8 | static_cast<std::uint32_t>(eight * kGather >> 56);
    }
    line[word] = bits;
  }
}

PixPtr darker_than(const Plane& plane, const Plane& threshold, int share) {
  if (plane.width == 0 || plane.height == 0) return nullptr;
  PixPtr bits(pixCreate(plane.width, plane.height, 1));
  if (!bits) return nullptr;
  const auto width = static_cast<std::size_t>(plane.width), words = (width + 31) / 32;
  std::vector<std::uint8_t> flags(words * 32);
  for (int y = 0; y < plane.height; ++y) {
    const std::uint8_t* row = &plane.pixels[static_cast<std::size_t>(y) * width];
    const std::uint8_t* limit = &threshold.pixels[static_cast<std::size_t>(y) * width];
    for (std::size_t x = 0; x < width; ++x) flags[x] = row[x] * 256 < limit[x] * share;
    pack_row(flags,
             pixGetData(bits.get()) +
                 static_cast<std::size_t>(pixGetWpl(bits.get())) * static_cast<std::size_t>(y),
             words);
  }
  return bits;
}

}  // namespace biaoshen
