#include "extractors/pictures/jpeg_picture.h"

#include <leptonica/allheaders.h>

#include <cmath>
#include <csetjmp>
#include <cstdio>
#include <cstring>
#include <vector>

#include <jerror.h>
#include <jpeglib.h>

namespace biaoshen {
namespace {

// Everything that lives across libjpeg's jumps.
struct Decoding {
  jpeg_decompress_struct jpeg{};
  jpeg_error_mgr errors{};
  jpeg_progress_mgr progress{};
  std::jmp_buf stop{};
  PixPtr pix;
  std::vector<JSAMPLE> row;  // of inks
  bool is_damaged = false, has_ended = false;
};

Decoding& decoding_of(j_common_ptr jpeg) {
  return *static_cast<Decoding*>(jpeg->client_data);
}

[[noreturn]] void stop(j_common_ptr jpeg) {
  decoding_of(jpeg).is_damaged = true;
  std::longjmp(decoding_of(jpeg).stop, 1);
}
void note(j_common_ptr jpeg, int level) {
  if (level >= 0) return;
  switch (jpeg->err->msg_code) {
    case JWRN_EXTRANEOUS_DATA:
    case JWRN_ADOBE_XFORM:
    case JWRN_JFIF_MAJOR:
    case JWRN_TOO_MUCH_DATA:
      return;
    case JWRN_JPEG_EOF:
      decoding_of(jpeg).has_ended = true;
      [[fallthrough]];
    default:
      decoding_of(jpeg).is_damaged = true;
  }
}
void say_nothing(j_common_ptr) {}
void limit_scans(j_common_ptr jpeg) {
  if (decoding_of(jpeg).jpeg.input_scan_number > int{kMostJpegScans}) stop(jpeg);
}

void open(Decoding& d, std::string_view bytes) {
  d.jpeg.err = jpeg_std_error(&d.errors);
  d.errors.error_exit = stop;
  d.errors.emit_message = note;
  d.errors.output_message = say_nothing;
  d.jpeg.client_data = &d;
  d.progress.progress_monitor = limit_scans;
  if (setjmp(d.stop) != 0) return;
  jpeg_create_decompress(&d.jpeg);
  d.jpeg.progress = &d.progress;
  jpeg_mem_src(&d.jpeg, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  jpeg_read_header(&d.jpeg, TRUE);
}

bool has_inks(const Decoding& d) {
  return d.jpeg.jpeg_color_space == JCS_CMYK || d.jpeg.jpeg_color_space == JCS_YCCK;
}

// Adobe's files hold inks the wrong way round: 255 is no ink.
void put_inks(const Decoding& d, l_uint32* to) {
  const unsigned flip = d.jpeg.saw_Adobe_marker ? 0 : 255;
  for (unsigned x = 0; x < d.jpeg.output_width; ++x) {
    const JSAMPLE* inks = d.row.data() + std::size_t{4} * x;
    const unsigned black = inks[3] ^ flip;
    l_uint32 colour = 0;
    for (unsigned i = 0; i < 3; ++i) colour = colour << 8 | (inks[i] ^ flip) * black / 255;
    to[x] = colour << 8;
  }
}

void create_pix(Decoding& d) {
  const bool is_grey = d.jpeg.jpeg_color_space == JCS_GRAYSCALE;
  d.jpeg.out_color_space = is_grey ? JCS_GRAYSCALE : has_inks(d) ? JCS_CMYK : JCS_EXT_XBGR;
  jpeg_start_decompress(&d.jpeg);
  d.pix.reset(pixCreateNoInit(static_cast<int>(d.jpeg.output_width),
                              static_cast<int>(d.jpeg.output_height), is_grey ? 8 : 32));
  if (!d.pix) stop(reinterpret_cast<j_common_ptr>(&d.jpeg));
  if (has_inks(d)) d.row.resize(4ull * d.jpeg.output_width);
  const double inch = d.jpeg.density_unit == 1 ? 1 : d.jpeg.density_unit == 2 ? 2.54 : 0;
  pixSetResolution(d.pix.get(), static_cast<int>(std::lround(d.jpeg.X_density * inch)),
                   static_cast<int>(std::lround(d.jpeg.Y_density * inch)));
}

std::size_t bytes_a_row(const Decoding& d) {
  return sizeof(l_uint32) * static_cast<std::size_t>(pixGetWpl(d.pix.get()));
}

char* row_of(const Decoding& d, std::size_t row) {
  return reinterpret_cast<char*>(pixGetData(d.pix.get())) + bytes_a_row(d) * row;
}

// What did not come is white.
void whiten_rest(const Decoding& d) {
  const std::size_t from = d.jpeg.output_scanline, to = d.jpeg.output_height;
  if (d.pix && from < to) std::memset(row_of(d, from), 0xFF, bytes_a_row(d) * (to - from));
}

void read_rows(Decoding& d) {
  if (setjmp(d.stop) != 0) return;
  create_pix(d);
  const bool is_progressive = jpeg_has_multiple_scans(&d.jpeg) != 0;
  while (d.jpeg.output_scanline < d.jpeg.output_height) {
    // The file ends here; libjpeg would invent the rest, which is grey.
    if (d.has_ended && !is_progressive && d.jpeg.output_scanline % 16 == 0) return;
    char* line = row_of(d, d.jpeg.output_scanline);
    std::memset(line, 0xFF, bytes_a_row(d));
    JSAMPROW row = has_inks(d) ? d.row.data() : reinterpret_cast<JSAMPROW>(line);
    jpeg_read_scanlines(&d.jpeg, &row, 1);
    if (has_inks(d)) put_inks(d, reinterpret_cast<l_uint32*>(line));
  }
  jpeg_finish_decompress(&d.jpeg);
}

}  // namespace

JpegSize jpeg_size(std::string_view bytes) {
  Decoding d;
  open(d, bytes);
  const JpegSize size{d.jpeg.image_width, d.jpeg.image_height};
  jpeg_destroy_decompress(&d.jpeg);
  return size;
}

JpegPicture decode_jpeg(std::string_view bytes) {
  Decoding d;
  open(d, bytes);
  if (!d.is_damaged || d.jpeg.image_width > 0) read_rows(d);
  whiten_rest(d);
  const bool has_rows = d.pix && d.jpeg.output_scanline > 0;
  jpeg_destroy_decompress(&d.jpeg);
  if (!has_rows) return {nullptr, true};
  if (pixGetDepth(d.pix.get()) == 8) pixEndianByteSwap(d.pix.get());
  return {std::move(d.pix), d.is_damaged};
}

}  // namespace biaoshen
