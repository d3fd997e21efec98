#include "extractors/pictures/picture_exif.h"

#include <cstddef>
#include <cstdint>

namespace biaoshen {
namespace {

using namespace std::string_view_literals;

// A number of `size` bytes at `at`; 0 beyond the end.
std::uint64_t number(std::string_view bytes, std::uint64_t at, unsigned size, bool is_little) {
  if (at > bytes.size() || bytes.size() - at < size) return 0;
  std::uint64_t value = 0;
  for (unsigned i = 0; i < size; ++i) {
    const unsigned from = is_little ? size - 1 - i : i;
    value = value << 8 | static_cast<unsigned char>(bytes[at + from]);
  }
  return value;
}
std::string_view piece(std::string_view bytes, std::uint64_t at, std::uint64_t size) {
  return at > bytes.size() ? std::string_view() : bytes.substr(at, size);
}

// A TIFF header and its first directory := count:u16, count × (tag:u16 type:u16 values:u32
// value:u32).
unsigned in_tiff(std::string_view tiff) {
  const bool is_little = tiff.starts_with("II*\0"sv);
  if (!is_little && !tiff.starts_with("MM\0*"sv)) return 1;
  const std::uint64_t directory = number(tiff, 4, 4, is_little);
  const std::uint64_t count = number(tiff, directory, 2, is_little);
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::uint64_t row = directory + 2 + i * 12;
    if (row + 12 > tiff.size()) return 1;
    if (number(tiff, row, 2, is_little) != 274) continue;
    const std::uint64_t value = number(tiff, row + 8, 2, is_little);
    return value >= 1 && value <= 8 ? static_cast<unsigned>(value) : 1;
  }
  return 1;
}

unsigned in_exif(std::string_view exif) {
  if (exif.starts_with("Exif\0\0"sv)) exif.remove_prefix(6);
  return in_tiff(exif);
}

// JPEG: segments := 0xFF kind:u8 length:u16 (itself counted) data, up to the start of the scan.
unsigned in_jpeg(std::string_view jpeg) {
  constexpr unsigned char kStartOfScan = 0xDA, kApp1 = 0xE1;
  std::uint64_t at = 2;
  while (at + 4 <= jpeg.size() && jpeg[at] == '\xFF') {
    const auto kind = static_cast<unsigned char>(jpeg[at + 1]);
    if (kind == kStartOfScan) return 1;
    if (kind == 0xFF) {  // a fill byte
      ++at;
      continue;
    }
    const std::uint64_t length = number(jpeg, at + 2, 2, false);
    if (length < 2) return 1;
    const std::string_view data = piece(jpeg, at + 4, length - 2);
    if (kind == kApp1 && data.starts_with("Exif\0\0"sv)) return in_exif(data);
    at += 2 + length;
  }
  return 1;
}

// PNG: chunks := length:u32 name[4] data[length] checksum:u32.
unsigned in_png(std::string_view png) {
  for (std::uint64_t at = 8; at + 12 <= png.size();) {
    const std::uint64_t length = number(png, at, 4, false);
    if (piece(png, at + 4, 4) == "eXIf") return in_exif(piece(png, at + 8, length));
    at += 12 + length;
  }
  return 1;
}

// WebP: RIFF chunks := name[4] length:u32 data[length], padded to even.
unsigned in_webp(std::string_view webp) {
  for (std::uint64_t at = 12; at + 8 <= webp.size();) {
    const std::uint64_t length = number(webp, at + 4, 4, true);
    if (piece(webp, at, 4) == "EXIF") return in_exif(piece(webp, at + 8, length));
    at += 8 + length + length % 2;
  }
  return 1;
}

}  // namespace

unsigned exif_orientation(std::string_view picture) {
  if (picture.starts_with("\xFF\xD8")) return in_jpeg(picture);
  if (picture.starts_with("\x89PNG")) return in_png(picture);
  if (picture.starts_with("RIFF") && piece(picture, 8, 4) == "WEBP") return in_webp(picture);
  return 1;
}

}  // namespace biaoshen
