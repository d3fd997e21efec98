#include "extractors/readers/docx/docx_fields.h"

#include <utility>

namespace biaoshen {
namespace {

constexpr std::size_t kMostEntries = 1000;

}  // namespace

bool DocxFields::take(DocxMark mark, const XmlTag& tag) {
  switch (mark) {
    case DocxMark::field:
      take_mark(tag);
      return true;
    case DocxMark::form_check_box:
      form_ = Form::check_box;
      return true;
    case DocxMark::form_list:
      form_ = Form::list;
      return true;
    case DocxMark::form_default:
      if (form_ == Form::check_box) is_checked_ = is_on(tag);
      if (form_ == Form::list) choice_ = number_of(tag.value("val"), 0);
      return true;
    case DocxMark::form_checked:
      is_checked_ = is_on(tag);
      return true;
    case DocxMark::form_choice:
      choice_ = number_of(tag.value("val"), 0);
      return true;
    case DocxMark::form_entry:
      if (entries_.size() < kMostEntries) entries_.push_back(tag.value("val").value_or(""));
      return true;
    default:
      return false;
  }
}

void DocxFields::take_mark(const XmlTag& tag) {
  const std::string type = tag.value("fldCharType").value_or("");
  if (type == "begin") {
    open_.push_back(false);
    ++instructions_;
    form_ = Form::none;
    is_checked_ = false;
    choice_ = 0;
    entries_.clear();
    return;
  }
  if (open_.empty()) return;
  if (!open_.back()) --instructions_;
  open_.back() = true;
  if (type == "end") open_.pop_back();
}

std::string DocxFields::take_shown() {
  const Form form = std::exchange(form_, Form::none);
  if (form == Form::check_box) return is_checked_ ? "☑" : "□";
  const auto choice = static_cast<std::size_t>(choice_);  // a negative one is beyond any list
  return form == Form::list && choice < entries_.size() ? entries_[choice] : std::string();
}

void DocxFields::clear() {
  open_.clear();
  instructions_ = 0;
}

}  // namespace biaoshen
