#include "extractors/readers/ofd/ofd_elements.h"

#include "extractors/readers/office/relations.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kLongestText = 64 << 10;

}  // namespace

void OfdElements::start(const XmlTag& tag) {
  names_.emplace_back(tag.name());
  text_.clear();
  open_(tag);
}

void OfdElements::end(const XmlTag& tag) {
  names_.pop_back();
  close_(tag.name(), names_.empty() ? std::string_view() : names_.back(), trim(text_));
  text_.clear();
}

void OfdElements::text(std::string_view piece) {
  if (text_.size() + piece.size() <= kLongestText) text_ += piece;
}

std::string ofd_part(const ZipPackage& package, std::string_view part, std::string_view location) {
  const std::string_view path = trim(location);
  std::string from_part = resolve_target(part, path);
  if (!from_part.empty() && package.has(from_part)) return from_part;
  std::string from_root = resolve_target("", path);
  return !from_root.empty() && package.has(from_root) ? from_root : from_part;
}

}  // namespace biaoshen
