#include "extractors/pictures/tiff_picture.h"

#include <leptonica/allheaders.h>
#include <tiffio.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>

#include "extractors/pictures/turned_picture.h"

namespace biaoshen {
namespace {

struct Stream {
  std::string_view bytes;
  std::uint64_t at = 0;
};

tmsize_t read(thandle_t handle, void* to, tmsize_t size) {
  auto* stream = static_cast<Stream*>(handle);
  if (size <= 0 || stream->at >= stream->bytes.size()) return 0;
  const std::uint64_t count =
      std::min<std::uint64_t>(static_cast<std::uint64_t>(size), stream->bytes.size() - stream->at);
  std::memcpy(to, stream->bytes.data() + stream->at, count);
  stream->at += count;
  return static_cast<tmsize_t>(count);
}
tmsize_t refuse_to_write(thandle_t, void*, tmsize_t) {
  return 0;
}
toff_t seek(thandle_t handle, toff_t to, int whence) {
  auto* stream = static_cast<Stream*>(handle);
  if (whence == SEEK_CUR) to += stream->at;
  if (whence == SEEK_END) to += stream->bytes.size();
  return stream->at = to;
}
int close(thandle_t) {
  return 0;
}
toff_t size(thandle_t handle) {
  return static_cast<Stream*>(handle)->bytes.size();
}

struct TiffCloser {
  void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};
using TiffPtr = std::unique_ptr<TIFF, TiffCloser>;

// At `page`, or null.
TiffPtr open(Stream& stream, unsigned page) {
  TIFFSetErrorHandler(nullptr);
  TIFFSetWarningHandler(nullptr);
  TiffPtr tiff(TIFFClientOpen("", "rm", &stream, read, refuse_to_write, seek, close, size, nullptr,
                              nullptr));
  if (tiff && page > 1 && TIFFSetDirectory(tiff.get(), static_cast<tdir_t>(page - 1)) == 0)
    tiff.reset();
  return tiff;
}

TiffSize size_of(TIFF* tiff) {
  TiffSize found;
  TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &found.width);
  TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &found.height);
  return found;
}

std::uint16_t number(TIFF* tiff, std::uint32_t tag) {
  std::uint16_t value = 0;
  TIFFGetFieldDefaulted(tiff, tag, &value);
  return value;
}

void read_resolution(TIFF* tiff, Pix* pix) {
  float x = 0, y = 0;
  if (TIFFGetField(tiff, TIFFTAG_XRESOLUTION, &x) == 0 ||
      TIFFGetField(tiff, TIFFTAG_YRESOLUTION, &y) == 0)
    return;
  const float inch = number(tiff, TIFFTAG_RESOLUTIONUNIT) == RESUNIT_CENTIMETER ? 2.54f : 1.0f;
  const auto whole = [inch](float v) {
    return v > 0 && v < 1e6f ? static_cast<int>(std::lround(v * inch)) : 0;
  };
  pixSetResolution(pix, whole(x), whole(y));
}

// libtiff's word is alpha, blue, green, red with the alpha multiplied in; ours is red, green,
// blue on white.
void to_our_words(Pix* pix) {
  l_uint32* word = pixGetData(pix);
  const auto count =
      static_cast<std::size_t>(pixGetWpl(pix)) * static_cast<std::size_t>(pixGetHeight(pix));
  for (std::size_t i = 0; i < count; ++i) {
    const l_uint32 from = word[i], missing = 255 - (from >> 24);
    const auto on_white = [from, missing](unsigned shift) {
      return std::min<l_uint32>(255, (from >> shift & 255) + missing);
    };
    word[i] = on_white(0) << 24 | on_white(8) << 16 | on_white(16) << 8;
  }
}

TiffPicture decode_colour(TIFF* tiff) {
  const TiffSize size = size_of(tiff);
  PixPtr pix(pixCreate(static_cast<int>(size.width), static_cast<int>(size.height), 32));
  if (!pix) return {};
  // Asked for in the order it is stored in: libtiff turns only half of the eight ways right.
  const std::uint16_t orientation = number(tiff, TIFFTAG_ORIENTATION);
  const bool is_whole = TIFFReadRGBAImageOriented(tiff, size.width, size.height,
                                                  pixGetData(pix.get()), orientation, 1) != 0;
  if (!is_whole) {  // once more, taking what there is
    std::memset(pixGetData(pix.get()), 0, sizeof(l_uint32) * std::size_t{size.width} * size.height);
    TIFFReadRGBAImageOriented(tiff, size.width, size.height, pixGetData(pix.get()), orientation, 0);
  }
  to_our_words(pix.get());
  read_resolution(tiff, pix.get());
  return {turned(std::move(pix), orientation), !is_whole};
}

// Whether Leptonica's own reader knows the page: black and white or grey in strips.
bool is_plain(TIFF* tiff) {
  const std::uint16_t photometric = number(tiff, TIFFTAG_PHOTOMETRIC);
  const std::uint16_t bits = number(tiff, TIFFTAG_BITSPERSAMPLE);
  return number(tiff, TIFFTAG_SAMPLESPERPIXEL) == 1 && (bits == 1 || bits == 8) &&
         (photometric == PHOTOMETRIC_MINISBLACK || photometric == PHOTOMETRIC_MINISWHITE) &&
         number(tiff, TIFFTAG_COMPRESSION) != COMPRESSION_JPEG && TIFFIsTiled(tiff) == 0;
}

}  // namespace

TiffSize tiff_size(std::string_view bytes, unsigned page) {
  Stream stream{bytes};
  const TiffPtr tiff = open(stream, page);
  return tiff ? size_of(tiff.get()) : TiffSize{};
}

TiffPicture decode_tiff(std::string_view bytes, unsigned page) {
  Stream stream{bytes};
  const TiffPtr tiff = open(stream, page);
  if (!tiff) return {nullptr, true};
  if (is_plain(tiff.get())) {
    PixPtr pix(pixReadMemTiff(reinterpret_cast<const l_uint8*>(bytes.data()), bytes.size(),
                              static_cast<int>(page) - 1));
    if (pix) return {std::move(pix), false};
  }
  return decode_colour(tiff.get());
}

}  // namespace biaoshen
