#include "extractors/pictures/decode_picture.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "extractors/pictures/bmp_picture.h"
#include "extractors/pictures/coded_size.h"
#include "extractors/pictures/gif_frame.h"
#include "extractors/pictures/heif_picture.h"
#include "extractors/pictures/jpeg_picture.h"
#include "extractors/pictures/picture_exif.h"
#include "extractors/pictures/png_picture.h"
#include "extractors/pictures/tiff_picture.h"
#include "extractors/pictures/turned_picture.h"

namespace biaoshen {
namespace {

using namespace std::string_view_literals;

const l_uint8* data_of(std::string_view bytes) {
  return reinterpret_cast<const l_uint8*>(bytes.data());
}

enum class Coding : std::uint8_t { unknown, png, jpeg, tiff, bmp, gif, webp, heif, jp2 };

Coding coding_of(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return Coding::png;
  if (bytes.starts_with("\xFF\xD8\xFF"sv)) return Coding::jpeg;
  if (bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv)) return Coding::tiff;
  if (bytes.starts_with("BM"sv)) return Coding::bmp;
  if (bytes.starts_with("GIF8"sv)) return Coding::gif;
  if (bytes.starts_with("RIFF"sv) && bytes.substr(0, 12).ends_with("WEBP"sv)) return Coding::webp;
  if (bytes.starts_with("\0\0\0\x0CjP  \r\n\x87\n"sv) || bytes.starts_with("\xFF\x4F\xFF\x51"sv))
    return Coding::jp2;
  return is_heif(bytes) ? Coding::heif : Coding::unknown;
}

struct Size {
  std::uint64_t width = 0, height = 0;
};

std::uint64_t big_endian(std::string_view bytes, std::size_t at) {
  std::uint64_t value = 0;
  for (std::size_t i = at; i < at + 4 && i < bytes.size(); ++i)
    value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

// The header must come first: libpng would take a size that stands further on.
Size size_of_png(std::string_view bytes) {
  if (bytes.size() < 24 || bytes.substr(12, 4) != "IHDR"sv) return {};
  return {big_endian(bytes, 16), big_endian(bytes, 20)};
}

// As the header says; zeros where it is damaged.
Size size_of(Coding coding, std::string_view bytes, unsigned page) {
  switch (coding) {
    case Coding::png:
      return size_of_png(bytes);
    case Coding::jp2: {
      const CodedSize size = jp2_size(bytes);
      return {size.width, size.height};
    }
    case Coding::gif: {
      const GifFrame frame = first_frame(bytes);
      return {frame.width, frame.height};
    }
    case Coding::jpeg: {
      const JpegSize size = jpeg_size(bytes);
      return {size.width, size.height};
    }
    case Coding::tiff: {
      const TiffSize size = tiff_size(bytes, page);
      return {size.width, size.height};
    }
    case Coding::bmp: {
      const BmpSize size = bmp_size(bytes);
      return {size.width, size.height};
    }
    case Coding::heif: {
      const HeifSize size = heif_size(bytes);
      return {size.width, size.height};
    }
    case Coding::webp: {
      int width = 0, height = 0, samples = 0;
      readHeaderMemWebP(data_of(bytes), bytes.size(), &width, &height, &samples);
      return {static_cast<std::uint64_t>(std::max(width, 0)),
              static_cast<std::uint64_t>(std::max(height, 0))};
    }
    case Coding::unknown:
      break;
  }
  return {};
}

struct Raw {
  PixPtr pix;
  bool is_damaged = false;
};

Raw decode(Coding coding, std::string_view bytes, unsigned page) {
  switch (coding) {
    case Coding::png: {
      PngPicture png = decode_png(bytes);
      return {std::move(png.pix), png.is_damaged};
    }
    case Coding::jpeg: {
      JpegPicture jpeg = decode_jpeg(bytes);
      return {std::move(jpeg.pix), jpeg.is_damaged};
    }
    case Coding::tiff: {
      TiffPicture tiff = decode_tiff(bytes, page);
      return {std::move(tiff.pix), tiff.is_damaged};
    }
    case Coding::bmp: {
      BmpPicture bmp = decode_bmp(bytes);
      return {std::move(bmp.pix), bmp.is_damaged};
    }
    case Coding::gif: {
      const std::string frame = first_frame(bytes).bytes;
      return {PixPtr(pixReadMemGif(data_of(frame), frame.size()))};
    }
    case Coding::webp:
      return {PixPtr(pixReadMemWebP(data_of(bytes), bytes.size()))};
    case Coding::heif:
      return {decode_heif(bytes)};
    case Coding::jp2:
      return {PixPtr(pixReadMemJp2k(data_of(bytes), bytes.size(), 1, nullptr, 0, 0))};
    case Coding::unknown:
      break;
  }
  return {};
}

// 8 bits grey or 32 bits colour without palette and alpha.
PixPtr in_our_form(PixPtr pix) {
  const int x = pixGetXRes(pix.get()), y = pixGetYRes(pix.get());
  if (pixGetColormap(pix.get()) != nullptr)
    pix.reset(pixRemoveColormap(pix.get(), REMOVE_CMAP_BASED_ON_SRC));
  if (pix && pixGetDepth(pix.get()) == 32 && pixGetSpp(pix.get()) == 4) {
    pix.reset(pixAlphaBlendUniform(pix.get(), 0xFFFFFF00));
    if (pix) pixSetSpp(pix.get(), 3);
  }
  if (!pix) return nullptr;
  switch (pixGetDepth(pix.get())) {
    case 8:
    case 32:
      break;
    case 16:
      pix.reset(pixConvert16To8(pix.get(), L_MS_BYTE));
      break;
    default:
      pix.reset(pixConvertTo8(pix.get(), 0));
  }
  if (pix) pixSetResolution(pix.get(), x, y);
  return pix;
}

// Cameras write 72 on pictures of four thousand pixels: a page has no side of more than
// 34 inches (A1) and none below half an inch.
double credible_dpi(const Pix& picture) {
  Pix* pix = const_cast<Pix*>(&picture);
  const double x = pixGetXRes(pix), y = pixGetYRes(pix);
  if (x < 50 || x > 2400 || std::abs(x - y) > 0.05 * x) return 0;
  const double inches = std::max(pixGetWidth(pix), pixGetHeight(pix)) / x;
  return inches > 34 || inches < 0.5 ? 0 : x;
}

}  // namespace

DecodedPicture decode_picture(std::string_view bytes, unsigned page, const Limits& limits) {
  setMsgSeverity(L_SEVERITY_NONE);
  const Coding coding = coding_of(bytes);
  const bool has_page = page == 1 || (page > 1 && page <= 65535 && coding == Coding::tiff);
  const Size size = has_page ? size_of(coding, bytes, page) : Size{};
  if (size.width == 0 || size.height == 0) return {nullptr, "damaged-image", 0};
  if (std::max(size.width, size.height) > limits.image_side ||
      size.width > limits.megapixels * 1'000'000 / size.height)
    return {nullptr, "image-limit", 0};
  Raw raw = decode(coding, bytes, page);
  if (raw.pix) raw.pix = in_our_form(std::move(raw.pix));
  if (!raw.pix) return {nullptr, "damaged-image", 0};
  const double dpi = credible_dpi(*raw.pix);
  PixPtr pix = turned(std::move(raw.pix), exif_orientation(bytes));
  if (!pix) return {nullptr, "damaged-image", 0};
  return {std::move(pix), raw.is_damaged ? "damaged-image" : "", dpi};
}

}  // namespace biaoshen
