#include "extractors/readers/ofd/ofd_resources.h"

#include "extractors/readers/ofd/ofd_elements.h"
#include "extractors/readers/pictures/image_header.h"

namespace biaoshen {
namespace {

constexpr std::size_t kHeader = 256 << 10;
constexpr std::size_t kMostResources = 100'000;

// A PNG may be clear where it has a palette or a channel for it.
bool hides_all(std::string_view format, std::string_view beginning) {
  constexpr std::size_t kColourType = 25;
  if (format == "png") {
    const std::string_view type = slice(beginning, kColourType, 1);
    return !type.empty() && (type[0] == 0 || type[0] == 2);
  }
  return format == "jpeg" || format == "bmp";
}

}  // namespace

PartEnd OfdResources::add(const std::string& part) {
  if (part.empty() || !lists_.insert(part).second) return {};
  std::string folder, id;
  OfdElements elements(
      [&](const XmlTag& tag) {
        if (tag.name() == "Res") folder = tag.value("BaseLoc").value_or("");
        if (tag.name() == "MultiMedia") id = tag.value("ID").value_or("");
        if (tag.name() == "CompositeGraphicUnit" && units_.size() < kMostResources)
          units_.emplace(tag.value("ID").value_or(""), part);
      },
      [&](std::string_view name, std::string_view, std::string_view text) {
        if (name != "MediaFile" || media_.size() >= kMostResources) return;
        std::string file = ofd_part(package_, part, folder + "/" + std::string(text));
        // Some count from the list itself, or from the root.
        if (!package_.has(file)) file = ofd_part(package_, part, text);
        media_.emplace(id, std::move(file));
      });
  return read_xml(package_, part, elements);
}

const OfdPicture* OfdResources::image(std::string_view id) {
  const auto found = media_.find(id);
  if (found == media_.end() || !package_.has(found->second)) return nullptr;
  const std::string& part = found->second;
  const auto known = seen_.find(part);
  if (known != seen_.end()) return &known->second;

  const std::string beginning = package_.beginning(part, kHeader);
  const ImageHeader header = read_image_header(MemoryBytes(beginning, package_.stated_size(part)));
  OfdPicture image;
  image.part = part;
  image.is_opaque = hides_all(header.format, beginning);
  image.image.format = header.format;
  if (!header.pages.empty()) {
    image.image.width = header.pages[0].width;
    image.image.height = header.pages[0].height;
  }
  return &seen_.emplace(part, std::move(image)).first->second;
}

std::string OfdResources::unit_part(std::string_view id) const {
  const auto found = units_.find(id);
  return found == units_.end() ? std::string() : found->second;
}

}  // namespace biaoshen
