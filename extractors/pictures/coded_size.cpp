#include "extractors/pictures/coded_size.h"

#include <algorithm>
#include <optional>

namespace biaoshen {
namespace {

using namespace std::string_view_literals;

constexpr std::uint64_t kUnknown = 0xFFFFFFFF;  // a height or a length that comes later

// A place in bytes that numbers are taken from; it fails once and for all at their end.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t number(std::size_t count) {
    std::uint64_t value = 0;
    for (const char c : piece(count)) value = value << 8 | static_cast<unsigned char>(c);
    return value;
  }
  std::string_view piece(std::uint64_t count) {
    is_over_ = is_over_ || count > bytes_.size() - at_;
    if (is_over_) return {};
    const std::string_view found = bytes_.substr(at_, count);
    at_ += count;
    return found;
  }
  std::string_view rest() const { return bytes_.substr(at_); }
  bool is_over() const { return is_over_; }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool is_over_ = false;
};

struct Segment {
  unsigned type = 0;
  std::uint64_t length = 0;
};

// Segment header := number:u32, kind:u8, count of segments it refers to (3 bits and 5 of flags, or
// 7 and then 29 bits and a flag each), their numbers, page (u8 or u32), length:u32.
std::optional<Segment> read_head(Bytes& bytes) {
  constexpr unsigned kType = 0x3F, kWidePage = 0x40;
  const std::uint64_t number = bytes.number(4), kind = bytes.number(1);
  const std::uint64_t referred_head = bytes.number(1);
  std::uint64_t referred = referred_head >> 5;
  if (referred == 7) {
    constexpr std::uint64_t kInFirstByte = 0x1F;  // of 29 bits
    referred = (referred_head & kInFirstByte) << 24 | bytes.number(3);
    bytes.piece((referred + 9) / 8);
  }
  bytes.piece(referred * (number <= 256 ? 1 : number <= 65536 ? 2 : 4));
  bytes.piece((kind & kWidePage) != 0 ? 4 : 1);
  const Segment segment{static_cast<unsigned>(kind & kType), bytes.number(4)};
  if (bytes.is_over()) return std::nullopt;
  return segment;
}

bool is_region(unsigned type) {
  constexpr unsigned kRegions[] = {4, 6, 7, 20, 22, 23, 36, 38, 39, 40, 42, 43};
  return std::find(std::begin(kRegions), std::end(kRegions), type) != std::end(kRegions);
}

// Region := width:u32 height:u32 left:u32 top:u32 flags:u8, and of a halftone
// flags:u8 and its grid's width:u32 height:u32.
CodedSize size_of_region(unsigned type, Bytes bytes) {
  constexpr unsigned kFirstHalftone = 20, kLastHalftone = 23;
  CodedSize size{bytes.number(4), bytes.number(4)};
  bytes.piece(4);
  size.height += bytes.number(4);  // a page of unknown height grows with it
  if (type < kFirstHalftone || type > kLastHalftone) return size;
  bytes.piece(2);
  const std::uint64_t width = bytes.number(4), height = bytes.number(4);
  return larger(size, {width, height});
}

CodedSize size_of_segment(unsigned type, Bytes bytes) {
  constexpr unsigned kPage = 48, kPatterns = 16;
  if (is_region(type)) return size_of_region(type, bytes);
  if (type == kPage) {
    const std::uint64_t width = bytes.number(4), height = bytes.number(4);
    return {width, height == kUnknown ? 0 : height};
  }
  if (type == kPatterns) {  // side by side in one bitmap
    bytes.piece(1);
    const std::uint64_t width = bytes.number(1), height = bytes.number(1);
    return {width * (bytes.number(4) + 1), height};
  }
  return {};
}

// A generic region of unknown length says at its end how many rows it had.
std::uint64_t length_of_unknown(std::string_view data) {
  constexpr std::size_t kFlags = 17, kRows = 4;
  const bool is_fax = data.size() > kFlags && (static_cast<unsigned char>(data[kFlags]) & 1) != 0;
  const std::size_t end = data.find(is_fax ? "\0\0"sv : "\xFF\xAC"sv, kFlags + 1);
  return end == data.npos ? data.size() : std::min(end + 2 + kRows, data.size());
}

}  // namespace

CodedSize larger(const CodedSize& a, const CodedSize& b) {
  return {std::max(a.width, b.width), std::max(a.height, b.height)};
}

CodedSize jbig2_size(std::string_view segments) {
  CodedSize size;
  Bytes bytes(segments);
  while (const std::optional<Segment> segment = read_head(bytes)) {
    size = larger(size, size_of_segment(segment->type, Bytes(bytes.rest())));
    bytes.piece(segment->length == kUnknown ? length_of_unknown(bytes.rest()) : segment->length);
  }
  return size;
}

// What is decoded is what the codestream says, whatever the box around it does. A box may hold what
// looks like a codestream: the largest counts.
// Codestream := FF4F FF51 length:u16 capabilities:u16 right:u32 bottom:u32 left:u32 top:u32
// tile:4*u32
//               components:u16 …; the length follows from the components, which tells a codestream
// from pixels that happen to look like its beginning.
CodedSize jp2_size(std::string_view bytes) {
  constexpr std::string_view kMark = "\xFF\x4F\xFF\x51"sv;
  constexpr std::uint64_t kFixed = 38, kOfComponent = 3;
  CodedSize size;
  for (std::size_t at = bytes.find(kMark); at != bytes.npos;
       at = bytes.find(kMark, at + kMark.size())) {
    Bytes header(bytes.substr(at + kMark.size()));
    const std::uint64_t length = header.number(2);
    header.piece(2);
    const std::uint64_t width = header.number(4), height = header.number(4);
    header.piece(24);
    const std::uint64_t components = header.number(2);
    const bool is_header = !header.is_over() && length == kFixed + kOfComponent * components;
    if (is_header) size = larger(size, {width, height});
  }
  return size;
}

}  // namespace biaoshen
