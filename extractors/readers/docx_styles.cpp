#include "extractors/readers/docx_styles.h"

namespace biaoshen {
namespace {

constexpr int kLongestChain = 20;  // styles may be based on each other in a circle
constexpr std::int64_t kLargestHalfPoints = 3276;

}  // namespace

DocxLook layered(const DocxLook& above, const DocxLook& below) {
  return {above.size ? above.size : below.size, above.hidden ? above.hidden : below.hidden};
}

void take_letter_property(const XmlTag& tag, DocxLook& look) {
  if (tag.is(Vocabulary::word, "sz")) {
    const std::int64_t half_points = number_of(tag.value("val"), 0);
    if (half_points > 0 && half_points <= kLargestHalfPoints) {
      look.size = static_cast<float>(half_points) / 2;
    }
  } else if (tag.is(Vocabulary::word, "vanish")) {
    look.hidden = is_on(tag);
  }
}

PartEnd DocxStyles::read(ZipPackage& package, const Relations& relations) {
  const Relation* part = relations.by_type("styles");
  if (part == nullptr || !package.has(part->target)) return {};
  return read_xml(package, part->target, *this);
}

DocxLook DocxStyles::look(std::string_view style) const {
  DocxLook look;
  std::string name(style);
  for (int i = 0; i < kLongestChain; ++i) {
    const auto found = styles_.find(name);
    if (found == styles_.end()) break;
    look = layered(look, found->second.own);
    name = found->second.base;
  }
  return look;
}

void DocxStyles::start_style(const XmlTag& tag) {
  const std::string id = tag.value("styleId").value_or("");
  open_ = &styles_[id];
  style_depth_ = depth_;
  const std::string plain = tag.value("default").value_or("0");
  if (tag.value("type").value_or("") == "paragraph" && (plain == "1" || plain == "true")) {
    plain_paragraph_ = id;
  }
}

void DocxStyles::start(const XmlTag& tag) {
  ++depth_;
  if (tag.vocabulary() != Vocabulary::word) return;
  if (tag.name() == "style") start_style(tag);
  if (tag.name() == "rPrDefault") letters_ = &defaults_;
  if (open_ != nullptr && depth_ == style_depth_ + 1) {
    if (tag.name() == "basedOn") open_->base = tag.value("val").value_or("");
    if (tag.name() == "rPr") letters_ = &open_->own;  // not those of a table style's corners
  }
  if (letters_ != nullptr) take_letter_property(tag, *letters_);
}

void DocxStyles::end(const XmlTag& tag) {
  if (tag.vocabulary() == Vocabulary::word) {
    if (tag.name() == "style") open_ = nullptr;
    if (tag.name() == "rPr" || tag.name() == "rPrDefault") letters_ = nullptr;
  }
  --depth_;
}

}  // namespace biaoshen
