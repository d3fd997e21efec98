#include "extractors/readers/package_images.h"

#include "extractors/readers/image_header.h"

namespace biaoshen {
namespace {

// Camera pictures have previews and colour profiles before their size.
constexpr std::size_t kHeader = 256 << 10;

}  // namespace

std::optional<Image> PackageImages::look_at(const Relations& relations, std::string_view id) {
  const Relation* relation = relations.by_id(id);
  if (relation == nullptr || !package_.has(relation->target)) return std::nullopt;
  const auto known = seen_.find(relation->target);
  if (known != seen_.end()) return known->second;

  const std::string beginning = package_.beginning(relation->target, kHeader);
  const ImageHeader header =
      read_image_header(MemoryBytes(beginning, package_.stated_size(relation->target)));
  Image image;
  image.format = header.format;
  if (!header.pages.empty()) {
    image.width = header.pages.front().width;
    image.height = header.pages.front().height;
  }
  return seen_.emplace(relation->target, image).first->second;
}

}  // namespace biaoshen
