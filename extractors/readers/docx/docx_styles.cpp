#include "extractors/readers/docx/docx_styles.h"

namespace biaoshen {
namespace {

constexpr int kLongestChain = 20;  // styles may be based on each other in a circle
constexpr std::int64_t kLargestHalfPoints = 3276;

// The name that Word gives the style of unfilled content controls, in every language.
bool is_placeholder_name(const XmlTag& tag) {
  const std::string name = tag.value("val").value_or("");
  return name == "Placeholder Text" || name == "placeholder text";
}

}  // namespace

DocxLook layered(const DocxLook& above, const DocxLook& below) {
  const auto upper = [](const auto& a, const auto& b) { return a ? a : b; };
  return {upper(above.size, below.size),
          upper(above.hidden, below.hidden),
          upper(above.is_placeholder, below.is_placeholder),
          upper(above.breaks_before, below.breaks_before),
          upper(above.list, below.list),
          upper(above.level, below.level)};
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

void take_paragraph_property(const XmlTag& tag, DocxLook& look) {
  if (tag.is(Vocabulary::word, "pageBreakBefore")) look.breaks_before = is_on(tag);
  if (tag.is(Vocabulary::word, "numId")) look.list = number_of(tag.value("val"), 0);
  if (tag.is(Vocabulary::word, "ilvl")) look.level = number_of(tag.value("val"), 0);
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
    if (tag.name() == "pPr") in_paragraph_ = true;
    if (tag.name() == "name" && is_placeholder_name(tag)) open_->own.is_placeholder = true;
  }
  if (in_paragraph_) take_paragraph_property(tag, open_->own);
  if (letters_ != nullptr) take_letter_property(tag, *letters_);
}

void DocxStyles::end(const XmlTag& tag) {
  if (tag.vocabulary() == Vocabulary::word) {
    if (tag.name() == "style") open_ = nullptr;
    if (tag.name() == "style" || tag.name() == "pPr") in_paragraph_ = false;
    if (tag.name() == "rPr" || tag.name() == "rPrDefault") letters_ = nullptr;
  }
  --depth_;
}

}  // namespace biaoshen
