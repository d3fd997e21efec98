#include "extractors/readers/office/package_images.h"

#include "extractors/readers/pictures/image_header.h"

namespace biaoshen {
namespace {

// Camera pictures have previews and colour profiles before their size.
constexpr std::size_t kHeader = 256 << 10;

std::uint32_t span(std::int64_t from, std::int64_t to, double unit) {
  const double pixels = static_cast<double>(to - from) * unit;
  return pixels > 0 && pixels < 1e6 ? static_cast<std::uint32_t>(pixels) : 0;
}

// How large Windows metafiles are shown: EMF says it in hundredths of a millimetre, WMF in a unit
// of its own. In pixels of 96 to the inch.
PixelSize drawing_size(const ByteSource& bytes, std::string_view format) {
  const std::string head = bytes.read(0, 44);
  const auto signed_at = [&](std::size_t at, std::size_t count) {
    const std::uint64_t raw = number_at(head, at, count, ByteOrder::little);
    return count == 2 ? std::int64_t{static_cast<std::int16_t>(raw)}
                      : std::int64_t{static_cast<std::int32_t>(raw)};
  };
  if (format == "emf") {
    constexpr double kUnit = 96 / 2540.0;
    return {span(signed_at(24, 4), signed_at(32, 4), kUnit),
            span(signed_at(28, 4), signed_at(36, 4), kUnit)};
  }
  if (format == "wmf") {
    const std::int64_t to_inch = signed_at(14, 2);
    const double unit = to_inch > 0 ? 96.0 / static_cast<double>(to_inch) : 0;
    return {span(signed_at(6, 2), signed_at(10, 2), unit),
            span(signed_at(8, 2), signed_at(12, 2), unit)};
  }
  return {};
}

}  // namespace

std::optional<PackageImage> PackageImages::look_at(const Relations& relations,
                                                   std::string_view id) {
  const Relation* relation = relations.by_id(id);
  if (relation == nullptr || !package_.has(relation->target)) return std::nullopt;
  const auto known = seen_.find(relation->target);
  if (known != seen_.end()) return known->second;

  const std::string beginning = package_.beginning(relation->target, kHeader);
  const MemoryBytes bytes(beginning, package_.stated_size(relation->target));
  const ImageHeader header = read_image_header(bytes);
  Image image;
  image.format = header.format;
  const PixelSize size =
      header.pages.empty() ? drawing_size(bytes, header.format) : header.pages[0];
  image.width = size.width;
  image.height = size.height;
  return seen_.emplace(relation->target, PackageImage{image, relation->target}).first->second;
}

}  // namespace biaoshen
