#include "extractors/worker/kept_crops.h"

#include <zlib.h>

#include <bit>
#include <cstdint>

#include "extractors/worker/wire.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostBytes = 8u << 20;
constexpr std::size_t kRequest = 4 + 4 * 4 + 8 + 4;
constexpr std::size_t kSize = 4 + 4 + 4;  // width, height, grey or not
constexpr int kQuickest = 1;

template <typename Number>
void put(Number number, std::string& out) {
  for (std::size_t i = 0; i < sizeof number; ++i) out += static_cast<char>(number >> 8 * i & 0xFF);
}

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  return wire::decode_length(reinterpret_cast<const unsigned char*>(bytes.data()) + at);
}

std::string bytes_of(const CropRequest& request) {
  std::string out;
  put(request.page, out);
  for (const float side :
       {request.box.left, request.box.top, request.box.right, request.box.bottom})
    put(std::bit_cast<std::uint32_t>(side), out);
  put(std::bit_cast<std::uint64_t>(request.dpi), out);
  put(request.image, out);
  return out;
}

bool is_grey(std::string_view rgb) {
  for (std::size_t at = 0; at + 3 <= rgb.size(); at += 3)
    if (rgb[at] != rgb[at + 1] || rgb[at] != rgb[at + 2]) return false;
  return true;
}

// One byte for each three of them, and back.
std::string first_of_three(std::string_view rgb) {
  std::string out(rgb.size() / 3, '\0');
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = rgb[3 * i];
  return out;
}
std::string three_of_each(std::string_view grey) {
  std::string out(grey.size() * 3, '\0');
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = grey[i / 3];
  return out;
}

std::string packed(const Crop& crop) {
  const bool grey = is_grey(crop.rgb);
  const std::string pixels = grey ? first_of_three(crop.rgb) : crop.rgb;
  std::string out;
  put(crop.width, out), put(crop.height, out), put(std::uint32_t{grey}, out);
  uLongf size = ::compressBound(pixels.size());
  out.resize(kSize + size);
  if (::compress2(reinterpret_cast<Bytef*>(out.data()) + kSize, &size,
                  reinterpret_cast<const Bytef*>(pixels.data()), pixels.size(), kQuickest) != Z_OK)
    return {};
  out.resize(kSize + size);
  return out;
}

std::optional<Crop> unpacked(std::string_view bytes) {
  if (bytes.size() < kSize) return std::nullopt;
  Crop crop{number_at(bytes, 0), number_at(bytes, 4), {}};
  const bool grey = number_at(bytes, 8) != 0;
  if (crop.width > wire::kMaxFrame || crop.height > wire::kMaxFrame) return std::nullopt;
  const std::uint64_t pixels = std::uint64_t{crop.width} * crop.height;
  if (pixels > wire::kMaxFrame / 3) return std::nullopt;
  std::string out(pixels * (grey ? 1 : 3), '\0');
  uLongf size = out.size();
  bytes.remove_prefix(kSize);
  if (::uncompress(reinterpret_cast<Bytef*>(out.data()), &size,
                   reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()) != Z_OK ||
      size != out.size())
    return std::nullopt;
  crop.rgb = grey ? three_of_each(out) : std::move(out);
  return crop;
}

}  // namespace

// Each: length:u32 of what is packed, the request, what is packed.
KeptCrops::KeptCrops(std::string_view bytes) {
  while (bytes.size() >= 4 + kRequest) {
    const std::size_t length = number_at(bytes, 0);
    if (bytes.size() - 4 - kRequest < length) return;
    crops_[std::string(bytes.substr(4, kRequest))] = {
        std::string(bytes.substr(4 + kRequest, length)), false};
    bytes.remove_prefix(4 + kRequest + length);
  }
}

std::optional<Crop> KeptCrops::find(const CropRequest& request) {
  const auto found = crops_.find(bytes_of(request));
  if (found == crops_.end()) return std::nullopt;
  auto crop = unpacked(found->second.bytes);
  found->second.is_wanted = crop.has_value();
  return crop;
}

void KeptCrops::add(const CropRequest& request, const Crop& crop) {
  if (!crop.rgb.empty()) crops_[bytes_of(request)] = {packed(crop), true};
}

std::string KeptCrops::bytes() const {
  std::string out;
  for (const bool is_wanted : {true, false})
    for (const auto& [request, crop] : crops_) {
      if (crop.is_wanted != is_wanted || out.size() + crop.bytes.size() > kMostBytes) continue;
      put(static_cast<std::uint32_t>(crop.bytes.size()), out);
      out += request;
      out += crop.bytes;
    }
  return out;
}

}  // namespace biaoshen
