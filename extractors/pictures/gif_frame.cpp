#include "extractors/pictures/gif_frame.h"

#include <algorithm>
#include <cstddef>

namespace biaoshen {
namespace {

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}
std::uint32_t u16(std::string_view bytes, std::size_t at) {
  return byte_at(bytes, at) | byte_at(bytes, at + 1) << 8;
}
std::size_t palette_size(std::uint32_t flags) {
  return (flags & 0x80) != 0 ? 3u << ((flags & 7) + 1) : 0;
}
// Behind blocks := (length:u8 data[length])*, 0.
std::size_t behind_blocks(std::string_view gif, std::size_t at) {
  while (byte_at(gif, at) != 0) at += 1 + byte_at(gif, at);
  return at + 1;
}

}  // namespace

// GIF := mark[6] width:u16 height:u16 flags:u8 … palette, then extensions (0x21 kind:u8 blocks)
// and frames (0x2C left top width height:u16 flags:u8 palette code-size:u8 blocks), 0x3B.
GifFrame first_frame(std::string_view gif) {
  constexpr std::uint32_t kExtension = 0x21, kFrame = 0x2C;
  std::size_t at = 13 + palette_size(byte_at(gif, 10));
  while (byte_at(gif, at) == kExtension) at = behind_blocks(gif, at + 2);
  if (byte_at(gif, at) != kFrame || gif.size() < at + 11) return {};
  const std::size_t end = behind_blocks(gif, at + 11 + palette_size(byte_at(gif, at + 9)));
  GifFrame frame;
  frame.width = std::max(u16(gif, 6), u16(gif, at + 5));
  frame.height = std::max(u16(gif, 8), u16(gif, at + 7));
  frame.bytes = std::string(gif.substr(0, end));
  frame.bytes += ';';
  return frame;
}

}  // namespace biaoshen
