#include "pipeline/stages/png_writer.h"

#include <png.h>

namespace biaoshen {

std::string to_png(const Crop& crop) {
  if (crop.rgb.empty()) return {};
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = crop.width;
  image.height = crop.height;
  image.format = PNG_FORMAT_RGB;
  png_alloc_size_t bytes = 0;
  if (!png_image_write_to_memory(&image, nullptr, &bytes, 0, crop.rgb.data(), 0, nullptr))
    return {};
  std::string out(bytes, '\0');
  if (!png_image_write_to_memory(&image, out.data(), &bytes, 0, crop.rgb.data(), 0, nullptr))
    return {};
  out.resize(bytes);
  return out;
}

}  // namespace biaoshen
