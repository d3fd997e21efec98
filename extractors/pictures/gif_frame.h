// The first frame of a GIF as a file of its own: giflib unpacks every frame of an animation
// before it gives one, and a few kilobytes can hold thousands.
//
// It refuses to decode. Tested by tests/pictures/decode_picture_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace biaoshen {

struct GifFrame {
  std::uint32_t width = 0, height = 0;  // the larger of screen and frame; 0: there is no frame
  std::string bytes;
};
GifFrame first_frame(std::string_view gif);

}  // namespace biaoshen
