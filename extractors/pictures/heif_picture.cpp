#include "extractors/pictures/heif_picture.h"

#include <leptonica/allheaders.h>
#include <libheif/heif.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>

namespace biaoshen {
namespace {

using namespace std::string_view_literals;

template <auto release>
struct Release {
  template <typename Held>
  void operator()(Held* held) const {
    release(held);
  }
};
using Context = std::unique_ptr<heif_context, Release<heif_context_free>>;
using Handle = std::unique_ptr<heif_image_handle, Release<heif_image_handle_release>>;
using HeifImage = std::unique_ptr<heif_image, Release<heif_image_release>>;
using Options = std::unique_ptr<heif_decoding_options, Release<heif_decoding_options_free>>;

// A file with its primary picture; no handle where there is none.
struct Opened {
  Context context{heif_context_alloc()};
  Handle handle;
};

Opened open(std::string_view bytes) {
  Opened opened;
  if (!opened.context) return opened;
  // In this thread: each further one costs address space.
  heif_context_set_max_decoding_threads(opened.context.get(), 0);
  const heif_error error = heif_context_read_from_memory_without_copy(
      opened.context.get(), bytes.data(), bytes.size(), nullptr);
  heif_image_handle* handle = nullptr;
  if (error.code == heif_error_Ok &&
      heif_context_get_primary_image_handle(opened.context.get(), &handle).code == heif_error_Ok) {
    opened.handle.reset(handle);
  }
  return opened;
}

// From rows of red, green, blue, alpha; what is transparent is paper.
PixPtr on_white(const heif_image* image) {
  int stride = 0;
  const std::uint8_t* rows =
      heif_image_get_plane_readonly(image, heif_channel_interleaved, &stride);
  const int width = heif_image_get_width(image, heif_channel_interleaved);
  const int height = heif_image_get_height(image, heif_channel_interleaved);
  if (rows == nullptr || width <= 0 || height <= 0 || stride < 4 * width) return nullptr;
  PixPtr pix(pixCreateNoInit(width, height, 32));
  if (!pix) return nullptr;
  l_uint32* to = pixGetData(pix.get());
  for (int y = 0; y < height; ++y, rows += stride) {
    for (int x = 0; x < width; ++x) {
      const std::uint8_t* from = rows + 4 * static_cast<std::ptrdiff_t>(x);
      const l_uint32 alpha = from[3];
      const auto over = [alpha](l_uint32 ink) { return (ink * alpha + 255 * (255 - alpha)) / 255; };
      *to++ = over(from[0]) << 24 | over(from[1]) << 16 | over(from[2]) << 8;
    }
  }
  return pix;
}

}  // namespace

// Box := size:u32 "ftyp" brand[4] …
bool is_heif(std::string_view b) {
  constexpr std::array kBrands = {"heic"sv, "heix"sv, "hevc"sv, "heim"sv,
                                  "heis"sv, "mif1"sv, "msf1"sv, "avif"sv};
  return b.size() >= 12 && b.substr(4, 4) == "ftyp" &&
         std::find(kBrands.begin(), kBrands.end(), b.substr(8, 4)) != kBrands.end();
}

HeifSize heif_size(std::string_view bytes) {
  const Opened opened = open(bytes);
  if (!opened.handle) return {};
  const int width = heif_image_handle_get_width(opened.handle.get());
  const int height = heif_image_handle_get_height(opened.handle.get());
  if (width <= 0 || height <= 0) return {};
  return {static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height)};
}

PixPtr decode_heif(std::string_view bytes) {
  const Opened opened = open(bytes);
  const Options options(heif_decoding_options_alloc());
  if (!opened.handle || !options) return nullptr;
  options->convert_hdr_to_8bit = 1;
  heif_image* decoded = nullptr;
  const heif_error error = heif_decode_image(opened.handle.get(), &decoded, heif_colorspace_RGB,
                                             heif_chroma_interleaved_RGBA, options.get());
  const HeifImage image(decoded);
  return error.code == heif_error_Ok && image ? on_white(image.get()) : nullptr;
}

}  // namespace biaoshen
