#include "extractors/readers/pictures/image_header.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "extractors/pictures/gif_frame.h"
#include "extractors/pictures/heif_picture.h"
#include "extractors/pictures/jpeg_picture.h"
#include "extractors/pictures/picture_exif.h"

namespace biaoshen {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMostChunks = 65536;  // of a PNG, segments of a JPEG

std::uint32_t u16(std::string_view b, std::size_t at, ByteOrder order = ByteOrder::big) {
  return static_cast<std::uint32_t>(number_at(b, at, 2, order));
}
std::uint32_t u32(std::string_view b, std::size_t at, ByteOrder order = ByteOrder::big) {
  return static_cast<std::uint32_t>(number_at(b, at, 4, order));
}

// Orientations 5 to 8 lie on their side.
PixelSize turned(PixelSize size, std::uint32_t orientation) {
  if (orientation >= 5 && orientation <= 8) std::swap(size.width, size.height);
  return size;
}

// PNG: an eight-byte mark, then chunks := length:u32 name[4] data[length] checksum:u32.
void read_png(const ByteSource& bytes, ImageHeader& header) {
  const std::string first = bytes.read(8, 16);
  if (first.size() < 16 || slice(first, 4, 4) != "IHDR") return;
  header.pages.push_back({u32(first, 8), u32(first, 12)});
  std::uint64_t at = 8;
  header.is_cut = true;
  for (std::size_t i = 0; i < kMostChunks; ++i) {
    const std::string chunk = bytes.read(at, 8);
    if (chunk.size() < 8) return;
    at += 12ull + u32(chunk, 0);
    if (slice(chunk, 4, 4) != "IEND") continue;
    header.is_cut = at > bytes.size();
    header.has_tail = at < bytes.size();
    return;
  }
}

// Which way a picture lies cannot be said: as long and as wide as its longer side.
PixelSize either_way(PixelSize size) {
  size.width = size.height = std::max(size.width, size.height);
  return size;
}

struct Directory {  // of a TIFF file
  PixelSize size;
  std::uint32_t orientation = 1;
  bool is_orientation_odd = false;  // of another type than it has to be, or said twice
  std::uint64_t next = 0;
};

constexpr std::uint32_t kWidth = 256, kHeight = 257, kOrientation = 274;  // tags
constexpr std::uint32_t kShort = 3, kLong8 = 16, kSignedLong8 = 17;       // types of TIFF values

// The first value of a row; the long ones stand elsewhere in the file.
std::uint32_t value_of(const ByteSource& bytes, std::string_view rows, std::size_t row,
                       ByteOrder order) {
  const std::uint32_t type = u16(rows, row + 2, order);
  if (type == kShort) return u16(rows, row + 8, order);
  const std::uint32_t value = u32(rows, row + 8, order);
  if (type != kLong8 && type != kSignedLong8) return value;
  const std::string there = bytes.read(value, 8);
  const std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
  return there.size() < 8 ? 0
                          : static_cast<std::uint32_t>(
                                std::min<std::uint64_t>(number_at(there, 0, 8, order), most));
}

// Of a size that is said twice the larger counts: which one a decoder takes is its own affair.
// TIFF directory := count:u16, count × (tag:u16 type:u16 values:u32 value:u32), next:u32.
std::optional<Directory> read_directory(const ByteSource& bytes, std::uint64_t at,
                                        ByteOrder order) {
  const std::string count_bytes = bytes.read(at, 2);
  if (count_bytes.size() < 2) return std::nullopt;
  const std::size_t count = u16(count_bytes, 0, order);
  const std::string rows = bytes.read(at + 2, count * 12 + 4);
  if (rows.size() < count * 12) return std::nullopt;
  Directory directory;
  bool has_orientation = false;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t row = i * 12;
    const std::uint32_t tag = u16(rows, row, order);
    if (tag != kWidth && tag != kHeight && tag != kOrientation) continue;
    const std::uint32_t value = value_of(bytes, rows, row, order);
    switch (tag) {
      case kWidth:
        directory.size.width = std::max(directory.size.width, value);
        break;
      case kHeight:
        directory.size.height = std::max(directory.size.height, value);
        break;
      case kOrientation:
        directory.orientation = value;
        directory.is_orientation_odd = directory.is_orientation_odd || has_orientation ||
                                       u16(rows, row + 2, order) != kShort ||
                                       u32(rows, row + 4, order) != 1;
        has_orientation = true;
        break;
      default:
        break;
    }
  }
  directory.next = u32(rows, count * 12, order);
  return directory;
}

std::optional<ByteOrder> tiff_order(std::string_view b) {
  if (slice(b, 0, 4) == "II*\0"sv) return ByteOrder::little;
  if (slice(b, 0, 4) == "MM\0*"sv) return ByteOrder::big;
  return std::nullopt;
}

void read_tiff(const ByteSource& bytes, ImageHeader& header) {
  const std::string first = bytes.read(0, 8);
  const std::optional<ByteOrder> order = tiff_order(first);
  if (!order) return;
  std::vector<std::uint64_t> seen;
  std::uint64_t at = u32(first, 4, *order);
  while (at != 0) {
    if (seen.size() == kMostImagePages) {
      header.has_more_pages = true;
      return;
    }
    header.is_cut = std::find(seen.begin(), seen.end(), at) != seen.end();
    if (header.is_cut) return;
    seen.push_back(at);
    const std::optional<Directory> directory = read_directory(bytes, at, *order);
    header.is_cut = !directory;
    if (header.is_cut) return;
    header.pages.push_back(directory->is_orientation_odd
                               ? either_way(directory->size)
                               : turned(directory->size, directory->orientation));
    at = directory->next;
  }
}

struct JpegScans {
  std::uint32_t count = 0;
  bool has_end = false;
};

// Inside a scan FF is always followed by 00 or a restart mark, so FF D9 is the real end and FF DA
// another scan.
JpegScans read_scans(const ByteSource& bytes, std::uint64_t from) {
  JpegScans scans;
  bool after_ff = false;
  for (std::uint64_t at = from; at < bytes.size();) {
    const std::string piece = bytes.read(at, 64 << 10);
    if (piece.empty()) break;
    for (const char c : piece) {
      const auto byte = static_cast<unsigned char>(c);
      scans.has_end = after_ff && byte == 0xD9;
      if (scans.has_end) return scans;
      scans.count += after_ff && byte == 0xDA ? 1 : 0;
      after_ff = byte == 0xFF;
    }
    at += piece.size();
  }
  return scans;
}

// Where the first scan begins, or the walk ends.
// JPEG: FF D8, then segments := FF mark:u8 length:u16 data[length - 2], up to the scan (FF DA).
std::uint64_t begin_of_scans(const ByteSource& bytes) {
  std::uint64_t at = 2;
  for (std::size_t i = 0; i < kMostChunks; ++i) {
    const std::string head = bytes.read(at, 4);
    if (head.size() < 4 || static_cast<unsigned char>(head[0]) != 0xFF) break;
    const auto mark = static_cast<unsigned char>(head[1]);
    if (mark == 0xDA || mark == 0xD9) break;
    at += mark == 0xFF ? 1 : 2ull + u16(head, 2);  // a fill byte, a segment
  }
  return at;
}

// Which of its frames counts, and what is passed over before it, only a decoder knows: its parser
// is asked, which decodes nothing.
void read_jpeg(const ByteSource& bytes, ImageHeader& header) {
  const JpegSize size = jpeg_size(bytes.read(0, bytes.size()));
  if (size.width > 0) header.pages.push_back({size.width, size.height});
  const JpegScans scans = read_scans(bytes, begin_of_scans(bytes));
  header.is_cut = !scans.has_end;
  header.scans = scans.count;
}

void read_bmp(const ByteSource& bytes, ImageHeader& header) {
  const std::string b = bytes.read(0, 26);
  if (b.size() < 26) return;
  const auto order = ByteOrder::little;
  if (u32(b, 14, order) == 12) {
    header.pages.push_back({u16(b, 18, order), u16(b, 20, order)});
  } else {
    const auto height = static_cast<std::int32_t>(u32(b, 22, order));  // negative: top row first
    header.pages.push_back({u32(b, 18, order), height < 0 ? 0u - static_cast<std::uint32_t>(height)
                                                          : static_cast<std::uint32_t>(height)});
  }
  header.is_cut = u32(b, 2, order) > bytes.size();
}

void read_gif(const ByteSource& bytes, ImageHeader& header) {
  const std::string b = bytes.read(6, 4);
  if (b.size() < 4) return;
  const GifFrame frame = first_frame(bytes.read(0, bytes.size()));  // may be larger than the screen
  header.pages.push_back({std::max(u16(b, 0, ByteOrder::little), frame.width),
                          std::max(u16(b, 2, ByteOrder::little), frame.height)});
}

void read_webp(const ByteSource& bytes, ImageHeader& header) {
  const std::string b = bytes.read(0, 30);
  const auto order = ByteOrder::little;
  if (b.size() < 30) return;
  const std::string_view kind = slice(b, 12, 4);
  if (kind == "VP8 ") {
    header.pages.push_back({u16(b, 26, order) & 0x3FFF, u16(b, 28, order) & 0x3FFF});
  } else if (kind == "VP8L") {
    const std::uint32_t bits = u32(b, 21, order);
    header.pages.push_back({(bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1});
  } else if (kind == "VP8X") {
    header.pages.push_back({static_cast<std::uint32_t>(number_at(b, 24, 3, order)) + 1,
                            static_cast<std::uint32_t>(number_at(b, 27, 3, order)) + 1});
  }
  header.is_cut = u32(b, 4, order) + 8ull > bytes.size();
}

// What the primary picture is says a web of boxes: the library's own parser is asked, which
// decodes nothing.
void read_heic(const ByteSource& bytes, ImageHeader& header) {
  const HeifSize size = heif_size(bytes.read(0, bytes.size()));
  if (size.width > 0) header.pages.push_back({size.width, size.height});
}

// As decoders turn it.
void turn(const ByteSource& bytes, ImageHeader& header) {
  const unsigned orientation = exif_orientation(bytes.read(0, bytes.size()));
  for (PixelSize& size : header.pages) size = turned(size, orientation);
}

}  // namespace

std::string_view image_format(std::string_view b) {
  if (b.starts_with("\x89PNG\r\n\x1A\n"sv)) return "png";
  if (b.starts_with("\xFF\xD8\xFF"sv)) return "jpeg";
  if (tiff_order(b)) return "tiff";
  if (b.starts_with("GIF87a") || b.starts_with("GIF89a")) return "gif";
  if (b.starts_with("RIFF") && slice(b, 8, 4) == "WEBP") return "webp";
  if (is_heif(b)) return "heic";
  // BM alone is two letters of a text; the reserved bytes are zero in every bitmap.
  if (b.size() >= 26 && b.starts_with("BM") && u32(b, 6) == 0) return "bmp";
  if (b.starts_with("\x01\0\0\0"sv) && b.size() >= 44 && slice(b, 40, 4) == " EMF") return "emf";
  if (b.starts_with("\xD7\xCD\xC6\x9A"sv)) return "wmf";
  return {};
}

ImageHeader read_image_header(const ByteSource& bytes) {
  ImageHeader header;
  header.format = image_format(bytes.read(0, 64));
  if (header.format == "png") read_png(bytes, header);
  if (header.format == "jpeg") read_jpeg(bytes, header);
  if (header.format == "tiff") read_tiff(bytes, header);
  if (header.format == "bmp") read_bmp(bytes, header);
  if (header.format == "gif") read_gif(bytes, header);
  if (header.format == "webp") read_webp(bytes, header);
  if (header.format == "heic") read_heic(bytes, header);
  if (header.format == "jpeg" || header.format == "png" || header.format == "webp")
    turn(bytes, header);
  return header;
}

}  // namespace biaoshen
