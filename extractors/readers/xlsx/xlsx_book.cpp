#include "extractors/readers/xlsx/xlsx_book.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostSheets = 10'000;
constexpr std::size_t kMostStyles = 1'000'000;

}  // namespace

void XlsxOutline::start(const XmlTag& tag) {
  if (tag.vocabulary() != Vocabulary::sheet) return;
  if (tag.name() == "workbookPr") {
    const std::string value = tag.value("date1904").value_or("0");
    if (value == "1" || value == "true") day_zero_ = DayZero::in_1904;
  }
  if (tag.name() == "sheet" && sheets_.size() < kMostSheets) {
    sheets_.push_back({tag.value("name").value_or(""),
                       tag.value(Vocabulary::relations, "id").value_or(""),
                       tag.value("state").value_or("visible") != "visible"});
  }
}

std::string_view XlsxStrings::at(std::size_t index) const {
  const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
  return std::string_view(all_).substr(begin, ends_[index] - begin);
}

void XlsxStrings::start(const XmlTag& tag) {
  if (tag.is(Vocabulary::sheet, "rPh")) ++phonetic_;
  in_text_ = phonetic_ == 0 && tag.is(Vocabulary::sheet, "t");
}

void XlsxStrings::end(const XmlTag& tag) {
  in_text_ = false;
  if (tag.is(Vocabulary::sheet, "rPh")) --phonetic_;
  if (tag.is(Vocabulary::sheet, "si")) ends_.push_back(all_.size());
}

void XlsxStrings::text(std::string_view piece) {
  if (in_text_) all_ += piece;
}

void XlsxLooks::start(const XmlTag& tag) {
  if (tag.vocabulary() != Vocabulary::sheet) return;
  if (tag.name() == "cellXfs") in_cell_styles_ = true;
  if (tag.name() == "numFmt" && custom_.size() < kMostStyles) {
    custom_[number_of(tag.value("numFmtId"), 0)] =
        look_of_code(tag.value("formatCode").value_or(""));
  }
  if (tag.name() == "xf" && in_cell_styles_ && looks_.size() < kMostStyles) {
    const std::int64_t id = number_of(tag.value("numFmtId"), 0);
    const auto custom = custom_.find(id);
    looks_.push_back(custom == custom_.end() ? look_of_built_in(id) : custom->second);
  }
}

void XlsxLooks::end(const XmlTag& tag) {
  if (tag.is(Vocabulary::sheet, "cellXfs")) in_cell_styles_ = false;
}

}  // namespace biaoshen
