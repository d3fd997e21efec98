#include "extractors/readers/docx/docx_sections.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostSections = 100'000;
constexpr std::int64_t kLargestSide = 31680;  // twentieths of a point: what Word allows
constexpr float kTwips = 20;

float side(const XmlTag& tag, std::string_view name) {
  const std::int64_t twips = number_of(tag.value(name), 0);
  return twips > 0 && twips <= kLargestSide ? static_cast<float>(twips) / kTwips : 0;
}

}  // namespace

void DocxSections::start(const XmlTag& tag) {
  if (tag.vocabulary() != Vocabulary::word) return;
  if (tag.name() == "sectPrChange") ++old_;
  if (old_ > 0) return;
  if (tag.name() == "sectPr" && all_.size() < kMostSections) {
    all_.emplace_back();
    is_open_ = true;
  }
  if (!is_open_) return;
  if (tag.name() == "pgSz") {
    all_.back().width = side(tag, "w");
    all_.back().height = side(tag, "h");
  } else if (tag.name() == "type") {
    const std::string type = tag.value("val").value_or("");
    all_.back().begins_page = type != "continuous" && type != "nextColumn";
  }
}

void DocxSections::end(const XmlTag& tag) {
  if (tag.vocabulary() != Vocabulary::word) return;
  if (tag.name() == "sectPrChange") --old_;
  if (tag.name() == "sectPr" && old_ == 0) is_open_ = false;
}

}  // namespace biaoshen
