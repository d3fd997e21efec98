// Segments of JBIG2 as PDF embeds them, without anything to be decoded in them.
#pragma once

#include <cstdint>
#include <string>

namespace biaoshen::testing {

inline std::string jbig2_number(std::uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xFF);
  return bytes;
}

inline std::string jbig2_segment(std::uint32_t number, char type, const std::string& data) {
  return jbig2_number(number) + type + std::string(1, '\0') + '\x01' +
         jbig2_number(static_cast<std::uint32_t>(data.size())) + data;
}

// The data of a segment of type 48.
inline std::string jbig2_page(std::uint32_t width, std::uint32_t height) {
  return jbig2_number(width) + jbig2_number(height) + std::string(11, '\0');
}

// What the data of a region begin with.
inline std::string jbig2_region(std::uint32_t width, std::uint32_t height, std::uint32_t top = 0) {
  return jbig2_number(width) + jbig2_number(height) + jbig2_number(0) + jbig2_number(top) +
         std::string(1, '\0');
}

}  // namespace biaoshen::testing
