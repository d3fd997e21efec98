#include "extractors/readers/xlsx/xlsx_cell_images.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostImages = 10'000;

}  // namespace

PartEnd XlsxCellImages::read(ZipPackage& package, const Relations& of_book, PackageImages& images) {
  const Relation* part = of_book.by_type("cellImage");
  if (part == nullptr || !package.has(part->target)) return {};
  relations_ = Relations::read(package, part->target);
  images_ = &images;
  PartEnd end = read_xml(package, part->target, *this);
  images_ = nullptr;
  return end;
}

void XlsxCellImages::start(const XmlTag& tag) {
  if (tag.is(Vocabulary::sheet_drawing, "cNvPr")) name_ = tag.value("name").value_or("");
  if (!tag.is(Vocabulary::drawing, "blip") || by_name_.size() == kMostImages) return;
  const auto image =
      images_->look_at(relations_, tag.value(Vocabulary::relations, "embed").value_or(""));
  if (image) by_name_.emplace(name_, *image);
}

const PackageImage* XlsxCellImages::shown_by(std::string_view value) const {
  static const PackageImage kMissing;
  constexpr std::string_view kBegin = "=DISPIMG(\"";
  if (!value.starts_with(kBegin)) return nullptr;
  value.remove_prefix(kBegin.size());
  const auto found = by_name_.find(std::string(value.substr(0, value.find('"'))));
  return found == by_name_.end() ? &kMissing : &found->second;
}

}  // namespace biaoshen
