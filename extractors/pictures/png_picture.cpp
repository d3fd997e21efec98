#include "extractors/pictures/png_picture.h"

#include <leptonica/allheaders.h>
#include <png.h>

#include <cmath>
#include <cstring>

namespace biaoshen {
namespace {

// Everything that lives across libpng's jumps.
struct Decoding {
  std::string_view left;
  PixPtr pix;
  png_structp png = nullptr;
  png_infop info = nullptr;
  unsigned passes = 1, pass = 0, row = 0;
  bool is_damaged = false;
};

void take_bytes(png_structp png, png_bytep to, std::size_t size) {
  auto* decoding = static_cast<Decoding*>(png_get_io_ptr(png));
  if (decoding->left.size() < size) png_error(png, "the file ends early");
  std::memcpy(to, decoding->left.data(), size);
  decoding->left.remove_prefix(size);
}

void note_damage(png_structp png, png_const_charp) {
  auto* decoding = static_cast<Decoding*>(png_get_error_ptr(png));
  decoding->is_damaged = true;
  png_longjmp(png, 1);
}
// Most warnings are about colour profiles; only a wrong checksum tells of lost pixels.
void note_warning(png_structp png, png_const_charp text) {
  if (std::strstr(text, "CRC") != nullptr)
    static_cast<Decoding*>(png_get_error_ptr(png))->is_damaged = true;
}

// What libpng shall do so that its rows are Leptonica's: 8 bits grey, or words of red, green,
// blue and nothing, whose bytes lie the other way round on this kind of machine.
void ask_for_our_pixels(const Decoding& d) {
  png_set_expand(d.png);
  png_set_scale_16(d.png);
  const bool has_alpha = (png_get_color_type(d.png, d.info) & PNG_COLOR_MASK_ALPHA) != 0 ||
                         png_get_valid(d.png, d.info, PNG_INFO_tRNS) != 0;
  if (has_alpha) {
    png_color_16 white{};
    white.red = white.green = white.blue = white.gray = 255;
    png_set_background(d.png, &white, PNG_BACKGROUND_GAMMA_SCREEN, 0, 1.0);
  }
  if ((png_get_color_type(d.png, d.info) & PNG_COLOR_MASK_COLOR) != 0) {
    png_set_bgr(d.png);
    png_set_filler(d.png, 0, PNG_FILLER_BEFORE);
  }
}

void read_resolution(const Decoding& d) {
  png_uint_32 x = 0, y = 0;
  int unit = 0;
  if (png_get_pHYs(d.png, d.info, &x, &y, &unit) == 0 || unit != PNG_RESOLUTION_METER) return;
  if (x > 1000000 || y > 1000000) return;
  pixSetResolution(d.pix.get(), static_cast<int>(std::lround(x * 0.0254)),
                   static_cast<int>(std::lround(y * 0.0254)));
}

void decode(Decoding& d) {
  if (setjmp(png_jmpbuf(d.png)) != 0) return;
  png_set_crc_action(d.png, PNG_CRC_WARN_USE, PNG_CRC_WARN_USE);
  png_set_read_fn(d.png, &d, take_bytes);
  png_read_info(d.png, d.info);
  const bool is_colour = (png_get_color_type(d.png, d.info) & PNG_COLOR_MASK_COLOR) != 0;
  const auto width = static_cast<int>(png_get_image_width(d.png, d.info));
  const auto rows = png_get_image_height(d.png, d.info);
  ask_for_our_pixels(d);
  d.passes = static_cast<unsigned>(png_set_interlace_handling(d.png));
  png_read_update_info(d.png, d.info);
  d.pix.reset(pixCreateNoInit(width, static_cast<int>(rows), is_colour ? 32 : 8));
  if (!d.pix) png_error(d.png, "no memory");
  std::memset(pixGetData(d.pix.get()), 0xFF,
              sizeof(l_uint32) * static_cast<std::size_t>(pixGetWpl(d.pix.get())) * rows);
  read_resolution(d);
  for (; d.pass < d.passes; ++d.pass)
    for (d.row = 0; d.row < rows; ++d.row)
      png_read_row(
          d.png, nullptr,
          reinterpret_cast<png_bytep>(pixGetData(d.pix.get()) +
                                      static_cast<std::size_t>(pixGetWpl(d.pix.get())) * d.row));
  png_read_end(d.png, nullptr);
}

}  // namespace

PngPicture decode_png(std::string_view bytes) {
  Decoding d;
  d.left = bytes;
  d.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &d, note_damage, note_warning);
  if (d.png == nullptr) return {nullptr, true};
  d.info = png_create_info_struct(d.png);
  if (d.info != nullptr) decode(d);
  png_destroy_read_struct(&d.png, &d.info, nullptr);
  const bool has_pixels = d.pix && (d.pass > 0 || d.row > 0);
  if (!has_pixels) return {nullptr, true};
  if (pixGetDepth(d.pix.get()) == 8) pixEndianByteSwap(d.pix.get());
  return {std::move(d.pix), d.is_damaged};
}

}  // namespace biaoshen
