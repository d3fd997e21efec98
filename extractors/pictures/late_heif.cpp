// The functions of libheif that pictures are decoded with (late_library.h).
#include <libheif/heif.h>

#include <cstddef>
#include <cstdint>

#include "extractors/pictures/late_library.h"

namespace {

const biaoshen::LateLibrary& library() {
  static const biaoshen::LateLibrary heif("libheif.so.1");
  return heif;
}

}  // namespace

heif_context* heif_context_alloc() {
  return library().call(heif_context_alloc, __func__);
}
void heif_context_free(heif_context* context) {
  library().call(heif_context_free, __func__, context);
}
void heif_context_set_max_decoding_threads(heif_context* context, int threads) {
  library().call(heif_context_set_max_decoding_threads, __func__, context, threads);
}
heif_error heif_context_read_from_memory_without_copy(heif_context* context, const void* bytes,
                                                      std::size_t count,
                                                      const heif_reading_options* options) {
  return library().call(heif_context_read_from_memory_without_copy, __func__, context, bytes, count,
                        options);
}
heif_error heif_context_get_primary_image_handle(heif_context* context,
                                                 heif_image_handle** handle) {
  return library().call(heif_context_get_primary_image_handle, __func__, context, handle);
}
void heif_image_handle_release(const heif_image_handle* handle) {
  library().call(heif_image_handle_release, __func__, handle);
}
int heif_image_handle_get_width(const heif_image_handle* handle) {
  return library().call(heif_image_handle_get_width, __func__, handle);
}
int heif_image_handle_get_height(const heif_image_handle* handle) {
  return library().call(heif_image_handle_get_height, __func__, handle);
}
heif_decoding_options* heif_decoding_options_alloc() {
  return library().call(heif_decoding_options_alloc, __func__);
}
void heif_decoding_options_free(heif_decoding_options* options) {
  library().call(heif_decoding_options_free, __func__, options);
}
heif_error heif_decode_image(const heif_image_handle* handle, heif_image** image,
                             heif_colorspace colours, heif_chroma chroma,
                             const heif_decoding_options* options) {
  return library().call(heif_decode_image, __func__, handle, image, colours, chroma, options);
}
void heif_image_release(const heif_image* image) {
  library().call(heif_image_release, __func__, image);
}
const std::uint8_t* heif_image_get_plane_readonly(const heif_image* image, heif_channel channel,
                                                  int* stride) {
  return library().call(heif_image_get_plane_readonly, __func__, image, channel, stride);
}
int heif_image_get_width(const heif_image* image, heif_channel channel) {
  return library().call(heif_image_get_width, __func__, image, channel);
}
int heif_image_get_height(const heif_image* image, heif_channel channel) {
  return library().call(heif_image_get_height, __func__, image, channel);
}
