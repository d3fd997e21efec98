#include "pipeline/model/thumbnail.h"

namespace biaoshen {
namespace {

constexpr std::string_view kFolder = "thumbs/";

}  // namespace

std::string thumbnail_name(std::string_view file, std::uint32_t page, std::uint32_t image) {
  return std::string(kFolder) + std::string(file) + "-p" + std::to_string(page) +
         (image > 0 ? "-" + std::to_string(image) : "") + ".png";
}

bool is_thumbnail(std::string_view name) {
  return name.starts_with(kFolder);
}

Spot spot_of(const Quote& quote, const Page& page) {
  if (const auto* on = std::get_if<OnPage>(&quote.place))
    return {0, page.width, page.height, on->box};
  const auto* in = std::get_if<InImage>(&quote.place);
  if (in == nullptr || in->image == 0 || in->image > page.images.size()) return {};
  const Image& image = page.images[in->image - 1];
  return {in->image, static_cast<float>(image.width), static_cast<float>(image.height), in->box};
}

}  // namespace biaoshen
