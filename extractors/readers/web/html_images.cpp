#include "extractors/readers/web/html_images.h"

#include <openssl/evp.h>

#include <algorithm>

#include "extractors/readers/pictures/image_header.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::string_view kData = "data:";

bool is_of_base64(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' ||
         c == '/' || c == '=';
}

// Empty where it is none.
std::string decoded_base64(std::string_view text) {
  std::string bare;
  std::copy_if(text.begin(), text.end(), std::back_inserter(bare), is_of_base64);
  while (bare.size() % 4 != 0) bare += '=';
  std::string bytes(bare.size() / 4 * 3, '\0');
  const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                                   reinterpret_cast<const unsigned char*>(bare.data()),
                                   static_cast<int>(bare.size()));
  if (size < 0) return {};
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

}  // namespace

EmbeddedImages EmbeddedImages::written_in(const Limits& limits) {
  return {limits, [](std::string_view) { return std::string(); },
          [](const std::string&, std::string&) {
            return PartEnd{FileStatus::unreadable, "damaged-image", ""};
          }};
}

// data:image/png;base64,iVBOR…
std::string EmbeddedImages::keep_data(std::string_view source) {
  const std::size_t comma = source.find(',');
  if (comma == std::string_view::npos || !contains(source.substr(0, comma), ";base64")) return {};
  if (kept_ + source.size() > limits_.unpacked_bytes) return {};
  std::string bytes = decoded_base64(source.substr(comma + 1));
  if (bytes.empty()) return {};
  kept_ += bytes.size();
  std::string name = std::string(kData) + std::to_string(data_.size());
  data_.emplace(name, std::move(bytes));
  return name;
}

std::optional<PackageImage> EmbeddedImages::look_at(std::string_view source) {
  const std::string part = source.starts_with(kData) ? keep_data(source) : find_(source);
  if (part.empty()) return std::nullopt;
  const auto known = seen_.find(part);
  if (known != seen_.end()) return known->second;
  std::string bytes;
  this->bytes()(part, bytes);
  const ImageHeader header = read_image_header(MemoryBytes(bytes, bytes.size()));
  PackageImage image;
  image.part = part;
  image.image.format = header.format;
  if (header.pages.empty()) return std::nullopt;
  image.image.width = header.pages[0].width;
  image.image.height = header.pages[0].height;
  return seen_.emplace(part, std::move(image)).first->second;
}

PartBytes EmbeddedImages::bytes() {
  return [this](const std::string& part, std::string& bytes) {
    const auto written = data_.find(part);
    if (written == data_.end()) return bytes_(part, bytes);
    bytes += written->second;
    return PartEnd{};
  };
}

}  // namespace biaoshen
