// Claims about photographs as telephones send them. The pictures are made by libheif's encoder.
#include "extractors/pictures/heif_picture.h"

#include <leptonica/allheaders.h>
#include <libheif/heif.h>

#include <catch2/catch.hpp>
#include <string>

#include "extractors/pictures/decode_picture.h"

namespace biaoshen {
namespace {

heif_error keep(heif_context*, const void* data, std::size_t size, void* to) {
  static_cast<std::string*>(to)->append(static_cast<const char*>(data), size);
  return {heif_error_Ok, heif_suberror_Unspecified, ""};
}

// White, with the left half in blue.
std::string photograph(int width, int height, heif_compression_format format) {
  heif_image* image = nullptr;
  REQUIRE(heif_image_create(width, height, heif_colorspace_RGB, heif_chroma_interleaved_RGB, &image)
              .code == heif_error_Ok);
  REQUIRE(heif_image_add_plane(image, heif_channel_interleaved, width, height, 8).code ==
          heif_error_Ok);
  int stride = 0;
  std::uint8_t* rows = heif_image_get_plane(image, heif_channel_interleaved, &stride);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      std::uint8_t* pixel = rows + y * stride + 3 * x;
      pixel[0] = pixel[1] = x < width / 2 ? 0 : 255;
      pixel[2] = 255;
    }
  }
  heif_context* context = heif_context_alloc();
  heif_encoder* encoder = nullptr;
  REQUIRE(heif_context_get_encoder_for_format(context, format, &encoder).code == heif_error_Ok);
  REQUIRE(heif_context_encode_image(context, image, encoder, nullptr, nullptr).code ==
          heif_error_Ok);
  std::string bytes;
  heif_writer writer{1, keep};
  REQUIRE(heif_context_write(context, &writer, &bytes).code == heif_error_Ok);
  heif_encoder_release(encoder);
  heif_image_release(image);
  heif_context_free(context);
  return bytes;
}

int red_at(Pix& pix, int x, int y) {
  l_uint32 word = 0;
  pixGetPixel(&pix, x, y, &word);
  return static_cast<int>(word >> 24);
}

}  // namespace

TEST_CASE("HEIC and AVIF give the pixels that were put in") {
  for (const auto format : {heif_compression_HEVC, heif_compression_AV1}) {
    const std::string bytes = photograph(120, 80, format);
    CHECK(is_heif(bytes));
    CHECK(heif_size(bytes).width == 120);
    CHECK(heif_size(bytes).height == 80);
    const DecodedPicture decoded = decode_picture(bytes, 1, {});
    REQUIRE(decoded.pix);
    CHECK(decoded.problem.empty());
    CHECK(pixGetWidth(decoded.pix.get()) == 120);
    CHECK(pixGetHeight(decoded.pix.get()) == 80);
    CHECK(red_at(*decoded.pix, 20, 40) < 40);
    CHECK(red_at(*decoded.pix, 100, 40) > 215);
  }
}

TEST_CASE("a photograph over the limits is refused by its header") {
  Limits limits;
  limits.image_side = 100;
  CHECK(decode_picture(photograph(120, 80, heif_compression_HEVC), 1, limits).problem ==
        "image-limit");
}

TEST_CASE("no photograph, whole or cut or spoilt, makes the decoder stumble") {
  const std::string bytes = photograph(64, 64, heif_compression_HEVC);
  for (std::size_t cut = 0; cut < bytes.size(); cut += 31)
    decode_picture(bytes.substr(0, cut), 1, {});
  for (std::size_t at = 8; at < bytes.size(); at += 13) {
    std::string spoilt = bytes;
    spoilt[at] = static_cast<char>(spoilt[at] ^ 0xFF);
    decode_picture(spoilt, 1, {});
  }
  CHECK(decode_picture(bytes.substr(0, 40), 1, {}).problem == "damaged-image");
}

}  // namespace biaoshen
