#include "extractors/pictures/bmp_picture.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <optional>
#include <vector>

namespace biaoshen {
namespace {

std::uint32_t little(std::string_view bytes, std::uint64_t at, unsigned size) {
  std::uint32_t value = 0;
  for (unsigned i = 0; i < size && at + i < bytes.size(); ++i)
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << 8 * i;
  return value;
}

enum Packing : std::uint32_t {
  plain = 0,
  runs_of_8 = 1,
  runs_of_4 = 2,
  fields = 3,
  alpha_fields = 6
};

struct Header {
  std::uint32_t width = 0, height = 0, bits = 0, packing = plain;
  bool is_from_top = false;
  std::uint64_t pixels = 0;            // where they begin
  std::uint32_t masks[3] = {0, 0, 0};  // of red, green and blue, from 16 bits on
  std::vector<std::uint32_t> palette;  // our words
  std::uint32_t per_metre = 0;
};

void read_masks(std::string_view b, Header& h) {
  const bool has_fields = h.packing == fields || h.packing == alpha_fields;
  for (unsigned i = 0; i < 3; ++i) {
    if (has_fields)
      h.masks[i] = little(b, 54 + 4 * i, 4);
    else
      h.masks[i] = h.bits == 16 ? 0x7C00u >> 5 * i : 0xFF0000u >> 8 * i;
  }
}

// BMP := "BM" size:u32 0:u32 pixels:u32, then header-size:u32 and the header: width and height
// of 16 bits in the oldest, of 32 since; masks and palette behind it.
std::optional<Header> read_header(std::string_view b) {
  const std::uint32_t size = little(b, 14, 4);
  const bool is_old = size == 12;
  if (b.size() < 26 || (!is_old && (size < 40 || size > 256))) return std::nullopt;
  Header h;
  h.pixels = little(b, 10, 4);
  h.width = is_old ? little(b, 18, 2) : little(b, 18, 4);
  const auto height = static_cast<std::int32_t>(is_old ? little(b, 20, 2) : little(b, 22, 4));
  h.is_from_top = height < 0;
  h.height =
      height < 0 ? 0u - static_cast<std::uint32_t>(height) : static_cast<std::uint32_t>(height);
  h.bits = little(b, is_old ? 24 : 28, 2);
  if (!is_old) h.packing = little(b, 30, 4);
  if (!is_old) h.per_metre = little(b, 38, 4);
  read_masks(b, h);
  if (h.bits <= 8) {
    const std::uint32_t stated = is_old ? 0 : little(b, 46, 4);
    const std::uint32_t most = 1u << h.bits, step = is_old ? 3 : 4;
    h.palette.assign(most, 0);
    for (std::uint32_t i = 0; i < (stated == 0 ? most : std::min(stated, most)); ++i)
      h.palette[i] = little(b, 14ull + size + static_cast<std::uint64_t>(i) * step, 3) << 8;
  }
  const bool is_known =
      h.bits == 1 || h.bits == 4 || h.bits == 8 || h.bits == 16 || h.bits == 24 || h.bits == 32;
  if (!is_known || h.width == 0 || h.width > INT32_MAX || h.height == 0 || h.height > INT32_MAX)
    return std::nullopt;
  return h;
}

std::uint32_t field(std::uint32_t value, std::uint32_t mask) {
  if (mask == 0) return 0;
  const std::uint64_t most = mask >> std::countr_zero(mask);
  return static_cast<std::uint32_t>(((value & mask) >> std::countr_zero(mask)) * 255ull / most);
}

std::uint32_t colour(const Header& h, std::uint32_t value) {
  if (h.bits <= 8) return value < h.palette.size() ? h.palette[value] : 0;
  if (h.bits == 24) return value << 8;
  return field(value, h.masks[0]) << 24 | field(value, h.masks[1]) << 16 |
         field(value, h.masks[2]) << 8;
}

l_uint32* row_of(const Header& h, Pix* pix, std::uint64_t y) {
  const std::uint64_t row = h.is_from_top ? y : h.height - 1 - y;
  return pixGetData(pix) + row * static_cast<std::uint64_t>(pixGetWpl(pix));
}

// Rows padded to four bytes. False where the file ends early.
bool read_plain(std::string_view b, const Header& h, Pix* pix) {
  const std::uint64_t stride = (std::uint64_t{h.width} * h.bits + 31) / 32 * 4;
  for (std::uint64_t y = 0; y < h.height; ++y) {
    const std::uint64_t start = h.pixels + y * stride;
    if (start + (std::uint64_t{h.width} * h.bits + 7) / 8 > b.size()) return false;
    l_uint32* row = row_of(h, pix, y);
    for (std::uint64_t x = 0; x < h.width; ++x) {
      const std::uint64_t bit = x * h.bits;
      std::uint32_t value = little(b, start + bit / 8, std::max(1u, h.bits / 8));
      if (h.bits < 8) value = value >> (8 - h.bits - bit % 8) & ((1u << h.bits) - 1);
      row[x] = colour(h, value);
    }
  }
  return true;
}

// Runs := count:u8 value:u8 | 0 0 (row ends) | 0 1 (end) | 0 2 right:u8 down:u8 | 0 count:u8
// values, padded to two bytes. A value of runs_of_4 is two pixels.
bool read_runs(std::string_view b, const Header& h, Pix* pix) {
  std::uint64_t at = h.pixels, x = 0, y = 0;
  const auto put = [&](std::uint64_t value_at, std::uint64_t i) {
    std::uint32_t value = little(b, value_at, 1);
    if (h.packing == runs_of_4) value = i % 2 == 0 ? value >> 4 : value & 15;
    if (x < h.width && y < h.height) row_of(h, pix, y)[x] = colour(h, value);
    ++x;
  };
  while (at + 2 <= b.size()) {
    const std::uint32_t count = little(b, at, 1), code = little(b, at + 1, 1);
    at += 2;
    if (count > 0) {
      for (std::uint64_t i = 0; i < count; ++i) put(at - 1, i);
    } else if (code == 0) {
      x = 0, ++y;
    } else if (code == 1) {
      return true;
    } else if (code == 2) {
      x += little(b, at, 1), y += little(b, at + 1, 1), at += 2;
    } else {
      const std::uint64_t packed = h.packing == runs_of_4 ? (code + 1) / 2 : code;
      for (std::uint64_t i = 0; i < code; ++i) put(at + (h.packing == runs_of_4 ? i / 2 : i), i);
      at += packed + packed % 2;
    }
  }
  return y >= h.height;
}

}  // namespace

BmpSize bmp_size(std::string_view bytes) {
  const std::optional<Header> header = read_header(bytes);
  return header ? BmpSize{header->width, header->height} : BmpSize{};
}

BmpPicture decode_bmp(std::string_view bytes) {
  const std::optional<Header> header = read_header(bytes);
  if (!header || header->pixels >= bytes.size()) return {nullptr, true};
  PixPtr pix(
      pixCreateNoInit(static_cast<int>(header->width), static_cast<int>(header->height), 32));
  if (!pix) return {nullptr, true};
  std::memset(pixGetData(pix.get()), 0xFF,
              sizeof(l_uint32) * std::size_t{header->width} * header->height);
  const bool has_runs = (header->packing == runs_of_8 && header->bits == 8) ||
                        (header->packing == runs_of_4 && header->bits == 4);
  const bool is_known = has_runs || header->packing == plain || header->packing == fields ||
                        header->packing == alpha_fields;
  if (!is_known) return {nullptr, true};
  const bool is_whole =
      has_runs ? read_runs(bytes, *header, pix.get()) : read_plain(bytes, *header, pix.get());
  const int dpi =
      header->per_metre < 1000000 ? static_cast<int>(std::lround(header->per_metre * 0.0254)) : 0;
  pixSetResolution(pix.get(), dpi, dpi);
  return {std::move(pix), !is_whole};
}

}  // namespace biaoshen
