#include "extractors/readers/docx/docx_story.h"

#include <algorithm>
#include <charconv>

#include "extractors/readers/docx/docx_symbols.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::uint32_t kMostColumns = 1024;  // Word allows 63
constexpr std::size_t kMostImages = 10'000;
constexpr std::size_t kNoteShown = 120;  // bytes of what is not content, kept for a note

}  // namespace

DocxStory::DocxStory(const DocxLibrary& library, DocxFlow& flow, DocxSeen& seen)
    : library_(library),
      seen_(seen),
      pieces_(flow, library.most_text),
      counters_(library.numbering, library.styles) {}

// --- tags ---

void DocxStory::start(const XmlTag& tag) {
  ++depth_;
  if (skip_depth_ != 0) return;
  const DocxMark mark = mark_of(tag);
  if (mark == DocxMark::none) return;
  if (skips(mark)) {
    skip_depth_ = depth_;
  } else if (!pieces_.open(mark, depth_, library_.styles)) {
    take_mark(mark, tag);
  }
}

void DocxStory::take_mark(DocxMark mark, const XmlTag& tag) {
  if (take_sign(mark, tag) || take_property(mark, tag) || take_table_property(mark, tag) ||
      fields_.take(mark, tag)) {
    return;
  }
  switch (mark) {
    case DocxMark::text:
      text_depth_ = depth_;
      break;
    case DocxMark::inserted:
      ++seen_.revisions;
      break;
    case DocxMark::comment:
      ++seen_.comments;
      break;
    case DocxMark::object:
      if (const auto* open = pieces_.paragraph()) before_object_ = open->paragraph.images.size();
      break;
    case DocxMark::ole_object:
      drop_preview(tag);
      break;
    case DocxMark::control:
      controls_.push_back(depth_);
      break;
    case DocxMark::control_unfilled:
      if (!controls_.empty() && is_on(tag)) unfilled_.push_back(controls_.back());
      break;
    default:
      break;
  }
}

// Counts what is left out on the way.
bool DocxStory::skips(DocxMark mark) {
  switch (mark) {
    case DocxMark::removed:
      ++seen_.revisions;
      is_end_removed_ = is_end_removed_ || properties_depth_ != 0;
      return true;
    case DocxMark::old_properties:
    case DocxMark::ruby_text:
      return true;
    case DocxMark::alternatives:
      choices_taken_.push_back(0);
      return false;
    case DocxMark::choice:
    case DocxMark::fallback:
      return !choices_taken_.empty() && choices_taken_.back()++ > 0;
    default:
      return false;
  }
}

void DocxStory::end(const XmlTag& tag) {
  const int depth = depth_--;
  if (skip_depth_ != 0) {
    if (depth == skip_depth_) skip_depth_ = 0;
    return;
  }
  if (depth == text_depth_) text_depth_ = 0;
  if (depth == letters_depth_) letters_depth_ = 0;
  if (depth == properties_depth_) end_properties();
  if (!controls_.empty() && depth == controls_.back()) {
    std::erase(unfilled_, depth);
    controls_.pop_back();
  }
  if (tag.is(Vocabulary::compat, "AlternateContent") && !choices_taken_.empty()) {
    choices_taken_.pop_back();
  }
  if (tag.is(Vocabulary::word, "fldChar")) append_shown(fields_.take_shown());
  if (tag.is(Vocabulary::word, "p")) fields_.clear();
  pieces_.close(depth);
}

void DocxStory::finish() {
  pieces_.close_all();
}

// --- properties ---

bool DocxStory::take_property(DocxMark mark, const XmlTag& tag) {
  auto* open = pieces_.paragraph();
  if (open == nullptr) return false;
  switch (mark) {
    case DocxMark::letter_properties:
      // Those of the paragraph's own mark say nothing about its text.
      if (open->run.depth != 0 && depth_ == open->run.depth + 1) letters_depth_ = depth_;
      return true;
    case DocxMark::letter_property:
      if (letters_depth_ != 0) take_letter_property(tag, open->run.look);
      return true;
    case DocxMark::run_style:
      if (letters_depth_ == 0) return true;
      open->run.look = layered(open->run.look, library_.styles.look(tag.value("val").value_or("")));
      return true;
    case DocxMark::paragraph_style:
      open->style = tag.value("val").value_or("");
      open->look = library_.styles.look(open->style);
      return true;
    case DocxMark::paragraph_properties:
      properties_depth_ = depth_;
      is_end_removed_ = false;
      return true;
    case DocxMark::paragraph_property:
      if (properties_depth_ != 0) take_paragraph_property(tag, open->look);
      return true;
    case DocxMark::section:
      open->ends_section = true;
      return true;
    default:
      return false;
  }
}

void DocxStory::end_properties() {
  properties_depth_ = 0;
  auto* open = pieces_.paragraph();
  if (open == nullptr) return;
  if (open->look.breaks_before.value_or(false)) pieces_.break_page(DocxBreak::drawn);
  if (!is_end_removed_) pieces_.set_label(counters_.next(open->look, open->style));
}

bool DocxStory::take_table_property(DocxMark mark, const XmlTag& tag) {
  const auto columns = [&](std::int64_t least) {
    return static_cast<std::uint32_t>(
        std::clamp<std::int64_t>(number_of(tag.value("val"), least), least, kMostColumns));
  };
  auto* row = pieces_.row();
  auto* cell = pieces_.cell();
  switch (mark) {
    case DocxMark::grid_before:
      if (row != nullptr && row->cells.empty()) row->columns = columns(0);
      return true;
    case DocxMark::grid_span:
      if (cell != nullptr) cell->span = columns(1);
      return true;
    case DocxMark::vertical_merge:
      if (cell != nullptr) cell->continues = tag.value("val").value_or("continue") != "restart";
      return true;
    default:
      return false;
  }
}

// --- signs ---

bool DocxStory::take_sign(DocxMark mark, const XmlTag& tag) {
  switch (mark) {
    case DocxMark::tab:
      // <w:tab> inside <w:tabs> is a ruler mark, not a sign.
      if (auto* open = pieces_.paragraph(); open != nullptr && depth_ == open->run.depth + 1)
        append("\t");
      return true;
    case DocxMark::line_break:
      take_break(tag);
      return true;
    case DocxMark::no_break_hyphen:
      append("-");
      return true;
    case DocxMark::symbol:
      take_symbol(tag);
      return true;
    case DocxMark::image:
    case DocxMark::vml_image:
      take_image(tag, mark);
      return true;
    case DocxMark::chart:
      take_drawn(tag, "id");
      return true;
    case DocxMark::diagram:
      take_drawn(tag, "dm");
      return true;
    case DocxMark::word_art:
      pieces_.append_box(tag.value("string").value_or(""));
      return true;
    case DocxMark::rendered_break:
      pieces_.break_page(DocxBreak::drawn);
      return true;
    default:
      return false;
  }
}

void DocxStory::take_break(const XmlTag& tag) {
  if (tag.value("type").value_or("") == "page") {
    pieces_.break_page(DocxBreak::asked);
  } else {
    append("\n");
  }
}

void DocxStory::take_symbol(const XmlTag& tag) {
  const std::string code = tag.value("char").value_or("");
  std::uint32_t number = 0;
  std::from_chars(code.data(), code.data() + code.size(), number, 16);
  std::string sign;
  append_utf8(sign, symbol_of(tag.value("font").value_or(""), number));
  append(sign);
}

void DocxStory::take_image(const XmlTag& tag, DocxMark mark) {
  auto* open = pieces_.paragraph();
  if (open == nullptr) return;
  if (++seen_.images > kMostImages) {
    seen_.is_cut = true;
    return;
  }
  const auto id = tag.value(Vocabulary::relations, mark == DocxMark::image ? "embed" : "id");
  if (!id) return;
  if (const auto image = library_.images.look_at(library_.relations, *id)) {
    open->paragraph.images.push_back(*image);
  }
}

// An icon says nothing, and of an embedded Office file the file itself is handed on.
void DocxStory::drop_preview(const XmlTag& tag) {
  auto* open = pieces_.paragraph();
  if (open == nullptr || open->paragraph.images.size() <= before_object_) return;
  const Relation* object =
      library_.relations.by_id(tag.value(Vocabulary::relations, "id").value_or(""));
  const bool is_icon = tag.value("DrawAspect").value_or("") == "Icon";
  if (is_icon || (object != nullptr && object->type == "package")) {
    open->paragraph.images.resize(before_object_);
  }
}

void DocxStory::take_drawn(const XmlTag& tag, std::string_view relation) {
  if (pieces_.paragraph() == nullptr) return;
  const auto id = tag.value(Vocabulary::relations, relation);
  if (!id) return;
  for (const std::string& line : library_.drawn_text.lines(library_.relations, *id)) {
    if (!pieces_.append_box(line)) seen_.is_cut = true;
  }
}

// --- text ---

void DocxStory::text(std::string_view piece) {
  if (skip_depth_ != 0 || text_depth_ == 0 || depth_ != text_depth_) return;
  std::string line(piece);
  // Line ends in the XML are blanks of the text.
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  append(line);
}

void DocxStory::append(std::string_view piece) {
  if (fields_.is_content()) append_shown(piece);
}

void DocxStory::append_shown(std::string_view piece) {
  auto* open = pieces_.paragraph();
  if (open == nullptr || piece.empty()) return;
  const DocxLook look = layered(open->run.look, layered(open->look, library_.styles.defaults()));
  if (look.hidden.value_or(false)) {
    if (seen_.hidden.size() < kNoteShown) seen_.hidden += piece;
    return;
  }
  if (!unfilled_.empty() && look.is_placeholder.value_or(false)) {
    if (seen_.unfilled.size() < kNoteShown) seen_.unfilled += piece;
    return;
  }
  DocxParagraph& paragraph = open->paragraph;
  if (paragraph.size == 0 && !trim(piece).empty()) paragraph.size = look.size.value_or(0);
  if (!pieces_.append(piece)) seen_.is_cut = true;
}

}  // namespace biaoshen
