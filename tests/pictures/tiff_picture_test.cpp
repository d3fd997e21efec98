// Claims about the many ways in which scanners and fax servers write TIFF. The pictures are made
// by libtiff.
#include "extractors/pictures/tiff_picture.h"

#include <leptonica/allheaders.h>
#include <tiffio.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstring>
#include <string>
#include <vector>

#include "extractors/pictures/decode_picture.h"

namespace biaoshen {
namespace {

// A file in memory for libtiff.
struct Memory {
  std::string bytes;
  std::size_t at = 0;
};
tmsize_t read(thandle_t handle, void* to, tmsize_t size) {
  auto* memory = static_cast<Memory*>(handle);
  const std::size_t count =
      std::min(static_cast<std::size_t>(size), memory->bytes.size() - memory->at);
  std::memcpy(to, memory->bytes.data() + memory->at, count);
  memory->at += count;
  return static_cast<tmsize_t>(count);
}
tmsize_t write(thandle_t handle, void* from, tmsize_t size) {
  auto* memory = static_cast<Memory*>(handle);
  const auto count = static_cast<std::size_t>(size);
  if (memory->bytes.size() < memory->at + count) memory->bytes.resize(memory->at + count);
  std::memcpy(memory->bytes.data() + memory->at, from, count);
  memory->at += count;
  return size;
}
toff_t seek(thandle_t handle, toff_t to, int whence) {
  auto* memory = static_cast<Memory*>(handle);
  if (whence == SEEK_CUR) to += memory->at;
  if (whence == SEEK_END) to += memory->bytes.size();
  return memory->at = to;
}
int close(thandle_t) {
  return 0;
}
toff_t size(thandle_t handle) {
  return static_cast<Memory*>(handle)->bytes.size();
}

struct Flavour {
  const char* name;
  std::uint16_t bits, samples, photometric, compression;
  bool is_tiled = false, is_planar = false;
};

constexpr std::uint32_t kSide = 64;

// A sample of the picture: the left half dark, the right half light.
std::uint32_t sample(const Flavour& flavour, std::uint32_t x) {
  const std::uint32_t most = (1u << flavour.bits) - 1;
  const bool is_dark = x < kSide / 2;
  const bool is_ink =
      flavour.photometric == PHOTOMETRIC_MINISWHITE || flavour.photometric == PHOTOMETRIC_SEPARATED;
  return is_dark == is_ink ? most : 0;
}

// One row of `count` samples for each pixel.
std::vector<std::uint8_t> row(const Flavour& flavour, std::uint32_t count) {
  std::vector<std::uint8_t> bytes(kSide * count * flavour.bits / 8 + 1, 0);
  std::uint32_t bit = 0;
  for (std::uint32_t x = 0; x < kSide; ++x) {
    for (std::uint32_t s = 0; s < count; ++s, bit += flavour.bits) {
      const std::uint32_t value = sample(flavour, x);
      if (flavour.bits == 16) {
        std::memset(&bytes[bit / 8], static_cast<int>(value & 0xFF), 2);
      } else {
        bytes[bit / 8] =
            static_cast<std::uint8_t>(bytes[bit / 8] | value << (8 - flavour.bits - bit % 8));
      }
    }
  }
  return bytes;
}

void write_picture(TIFF* tiff, const Flavour& flavour) {
  TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, kSide);
  TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, kSide);
  TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, flavour.bits);
  TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, flavour.samples);
  TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, flavour.photometric);
  TIFFSetField(tiff, TIFFTAG_COMPRESSION, flavour.compression);
  TIFFSetField(tiff, TIFFTAG_PLANARCONFIG,
               flavour.is_planar ? PLANARCONFIG_SEPARATE : PLANARCONFIG_CONTIG);
  if (flavour.photometric == PHOTOMETRIC_PALETTE) {
    std::vector<std::uint16_t> map(std::size_t{1} << flavour.bits, 0);
    map.back() = 0xFFFF;
    TIFFSetField(tiff, TIFFTAG_COLORMAP, map.data(), map.data(), map.data());
  }
  const std::uint32_t together = flavour.is_planar ? 1 : flavour.samples;
  std::vector<std::uint8_t> line = row(flavour, together);
  const std::uint16_t planes = flavour.is_planar ? flavour.samples : std::uint16_t{1};
  if (flavour.is_tiled) {
    TIFFSetField(tiff, TIFFTAG_TILEWIDTH, kSide);
    TIFFSetField(tiff, TIFFTAG_TILELENGTH, kSide);
    line.pop_back();
    std::vector<std::uint8_t> tile;
    for (std::uint32_t y = 0; y < kSide; ++y) tile.insert(tile.end(), line.begin(), line.end());
    for (std::uint16_t plane = 0; plane < planes; ++plane)
      REQUIRE(TIFFWriteTile(tiff, tile.data(), 0, 0, 0, plane) > 0);
    return;
  }
  TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, 16);
  for (std::uint16_t plane = 0; plane < planes; ++plane) {
    for (std::uint32_t y = 0; y < kSide; ++y)
      REQUIRE(TIFFWriteScanline(tiff, line.data(), y, plane) == 1);
  }
}

std::string tiff_of(const std::vector<Flavour>& pages) {
  Memory memory;
  TIFF* tiff = TIFFClientOpen("", "w", &memory, read, write, seek, close, size, nullptr, nullptr);
  REQUIRE(tiff != nullptr);
  for (const Flavour& page : pages) {
    write_picture(tiff, page);
    REQUIRE(TIFFWriteDirectory(tiff) == 1);
  }
  TIFFClose(tiff);
  return memory.bytes;
}

// 0 black … 255 white.
int light_at(const Pix& picture, int x, int y) {
  auto* pix = const_cast<Pix*>(&picture);
  l_uint32 word = 0;
  pixGetPixel(pix, x, y, &word);
  return static_cast<int>(pixGetDepth(pix) == 32 ? word >> 16 & 255 : word);
}

constexpr Flavour kFlavours[] = {
    {"grey", 8, 1, PHOTOMETRIC_MINISBLACK, COMPRESSION_NONE},
    {"white is zero", 8, 1, PHOTOMETRIC_MINISWHITE, COMPRESSION_LZW},
    {"two bits", 2, 1, PHOTOMETRIC_MINISBLACK, COMPRESSION_NONE},
    {"four bits", 4, 1, PHOTOMETRIC_MINISBLACK, COMPRESSION_PACKBITS},
    {"sixteen bits grey", 16, 1, PHOTOMETRIC_MINISBLACK, COMPRESSION_NONE},
    {"fax, group 3", 1, 1, PHOTOMETRIC_MINISWHITE, COMPRESSION_CCITTFAX3},
    {"fax, group 4", 1, 1, PHOTOMETRIC_MINISWHITE, COMPRESSION_CCITTFAX4},
    {"fax, inverted", 1, 1, PHOTOMETRIC_MINISBLACK, COMPRESSION_CCITTFAX4},
    {"modified Huffman", 1, 1, PHOTOMETRIC_MINISWHITE, COMPRESSION_CCITTRLE},
    {"palette", 8, 1, PHOTOMETRIC_PALETTE, COMPRESSION_NONE},
    {"small palette", 4, 1, PHOTOMETRIC_PALETTE, COMPRESSION_NONE},
    {"colour", 8, 3, PHOTOMETRIC_RGB, COMPRESSION_LZW},
    {"sixteen bits colour", 16, 3, PHOTOMETRIC_RGB, COMPRESSION_ADOBE_DEFLATE},
    {"a plane for each colour", 8, 3, PHOTOMETRIC_RGB, COMPRESSION_NONE, false, true},
    {"inks", 8, 4, PHOTOMETRIC_SEPARATED, COMPRESSION_NONE},
    {"tiles in grey", 8, 1, PHOTOMETRIC_MINISBLACK, COMPRESSION_NONE, true},
    {"tiles in colour", 8, 3, PHOTOMETRIC_RGB, COMPRESSION_LZW, true},
    {"tiles in planes", 8, 3, PHOTOMETRIC_RGB, COMPRESSION_NONE, true, true},
    {"tiles in black and white", 1, 1, PHOTOMETRIC_MINISWHITE, COMPRESSION_CCITTFAX4, true},
    {"JPEG in grey", 8, 1, PHOTOMETRIC_MINISBLACK, COMPRESSION_JPEG},
    {"JPEG in colour", 8, 3, PHOTOMETRIC_RGB, COMPRESSION_JPEG},
};

}  // namespace

TEST_CASE("every flavour of TIFF gives the picture that was put in") {
  for (const Flavour& flavour : kFlavours) {
    CAPTURE(flavour.name);
    const DecodedPicture decoded = decode_picture(tiff_of({flavour}), 1, {});
    REQUIRE(decoded.pix);
    CHECK(decoded.problem.empty());
    CHECK(light_at(*decoded.pix, 8, 32) < 40);
    CHECK(light_at(*decoded.pix, 56, 32) > 215);
  }
}

TEST_CASE("the pages of one file may be of different flavours") {
  const std::string bytes = tiff_of({kFlavours[6], kFlavours[11], kFlavours[17]});
  for (const unsigned page : {1u, 2u, 3u}) {
    const DecodedPicture decoded = decode_picture(bytes, page, {});
    REQUIRE(decoded.pix);
    CHECK(light_at(*decoded.pix, 8, 8) < 40);
  }
  CHECK(decode_picture(bytes, 4, {}).problem == "damaged-image");
}

TEST_CASE("what is left of a damaged page is kept, and said to be damaged") {
  std::string bytes = tiff_of({kFlavours[11]});
  const std::size_t first = bytes.size() / 2;  // strips lie before the directory
  std::fill(bytes.begin() + 10, bytes.begin() + static_cast<std::ptrdiff_t>(first / 2), '\xA5');
  const DecodedPicture decoded = decode_picture(bytes, 1, {});
  CHECK(decoded.problem == "damaged-image");
}

}  // namespace biaoshen
