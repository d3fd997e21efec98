#include "extractors/readers/docx/docx_tags.h"

#include <unordered_map>

namespace biaoshen {
namespace {

using Marks = std::unordered_map<std::string_view, DocxMark>;

const Marks kWord = {
    {"p", DocxMark::paragraph},
    {"r", DocxMark::run},
    {"t", DocxMark::text},
    {"tbl", DocxMark::table},
    {"tr", DocxMark::row},
    {"tc", DocxMark::cell},
    {"txbxContent", DocxMark::box},
    {"tab", DocxMark::tab},
    {"ptab", DocxMark::tab},
    {"br", DocxMark::line_break},
    {"cr", DocxMark::line_break},
    {"noBreakHyphen", DocxMark::no_break_hyphen},
    {"sym", DocxMark::symbol},
    {"fldChar", DocxMark::field},
    {"lastRenderedPageBreak", DocxMark::rendered_break},
    {"checkBox", DocxMark::form_check_box},
    {"checked", DocxMark::form_checked},
    {"default", DocxMark::form_default},
    {"ddList", DocxMark::form_list},
    {"result", DocxMark::form_choice},
    {"listEntry", DocxMark::form_entry},
    {"rPr", DocxMark::letter_properties},
    {"sz", DocxMark::letter_property},
    {"vanish", DocxMark::letter_property},
    {"rStyle", DocxMark::run_style},
    {"pStyle", DocxMark::paragraph_style},
    {"pPr", DocxMark::paragraph_properties},
    {"pageBreakBefore", DocxMark::paragraph_property},
    {"numId", DocxMark::paragraph_property},
    {"ilvl", DocxMark::paragraph_property},
    {"gridBefore", DocxMark::grid_before},
    {"gridSpan", DocxMark::grid_span},
    {"vMerge", DocxMark::vertical_merge},
    {"sectPr", DocxMark::section},
    {"sdt", DocxMark::control},
    {"object", DocxMark::object},
    {"showingPlcHdr", DocxMark::control_unfilled},
    {"ins", DocxMark::inserted},
    {"moveTo", DocxMark::inserted},
    {"del", DocxMark::removed},
    {"moveFrom", DocxMark::removed},
    {"commentReference", DocxMark::comment},
    {"rPrChange", DocxMark::old_properties},
    {"pPrChange", DocxMark::old_properties},
    {"tblPrChange", DocxMark::old_properties},
    {"tblGridChange", DocxMark::old_properties},
    {"tblPrExChange", DocxMark::old_properties},
    {"trPrChange", DocxMark::old_properties},
    {"tcPrChange", DocxMark::old_properties},
    {"sectPrChange", DocxMark::old_properties},
    {"numberingChange", DocxMark::old_properties},
    {"rt", DocxMark::ruby_text},
};
const Marks kCompat = {
    {"AlternateContent", DocxMark::alternatives},
    {"Choice", DocxMark::choice},
    {"Fallback", DocxMark::fallback},
};
const Marks kVml = {{"imagedata", DocxMark::vml_image}, {"textpath", DocxMark::word_art}};
const Marks kDrawing = {{"blip", DocxMark::image}, {"t", DocxMark::text}};
const Marks kMath = {{"t", DocxMark::text}};
// What is drawn from a part of its own; known by its relation rather than by its namespace.
const Marks kOther = {
    {"chart", DocxMark::chart}, {"relIds", DocxMark::diagram}, {"OLEObject", DocxMark::ole_object}};

DocxMark look_up(const Marks& marks, std::string_view name) {
  const auto found = marks.find(name);
  return found == marks.end() ? DocxMark::none : found->second;
}

}  // namespace

DocxMark mark_of(const XmlTag& tag) {
  switch (tag.vocabulary()) {
    case Vocabulary::word:
      return look_up(kWord, tag.name());
    case Vocabulary::compat:
      return look_up(kCompat, tag.name());
    case Vocabulary::vml:
      return look_up(kVml, tag.name());
    case Vocabulary::drawing:
      return look_up(kDrawing, tag.name());
    case Vocabulary::math:
      return look_up(kMath, tag.name());
    case Vocabulary::other:
      return look_up(kOther, tag.name());
    default:
      return DocxMark::none;
  }
}

}  // namespace biaoshen
