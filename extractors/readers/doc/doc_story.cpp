#include "extractors/readers/doc/doc_story.h"

#include <utility>

#include "extractors/readers/docx/docx_symbols.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr int kDeepest = 4;  // text boxes in text boxes
constexpr std::size_t kMostImages = 10'000;
constexpr std::size_t kHiddenShown = 120;  // bytes of hidden text kept for the note

enum Mark : char16_t {
  kPicture = 0x01,
  kCellEnd = 0x07,
  kDrawn = 0x08,
  kTab = 0x09,
  kLineBreak = 0x0B,
  kPageBreak = 0x0C,
  kParagraphEnd = 0x0D,
  kColumnBreak = 0x0E,
  kFieldBegin = 0x13,
  kFieldSeparator = 0x14,
  kFieldEnd = 0x15,
  kNoBreakHyphen = 0x1E,
  kSymbol = 0x28,  // where the letter is special
};

// Holds what a text box says.
class DocBlocks final : public DocxFlow {
 public:
  explicit DocBlocks(DocxFlow& outer) : outer_(outer) {}

  std::uint32_t next_paragraph() override { return outer_.next_paragraph(); }
  void paragraph(DocxParagraph paragraph) override { blocks.push_back({std::move(paragraph)}); }
  void begin_table() override { table_ = {}; }
  void row(DocxRow row) override { table_.rows.push_back(std::move(row)); }
  void end_table() override {
    if (!table_.rows.empty()) blocks.push_back({std::exchange(table_, {})});
  }
  void break_page() override {}
  void end_section() override {}

  std::vector<DocxBlock> blocks;

 private:
  DocxFlow& outer_;
  DocxTable table_;
};

bool is_bare(const DocxParagraph& paragraph) {
  return trim(paragraph.text).empty() && paragraph.images.empty() && paragraph.boxes.empty();
}

}  // namespace

DocStory::DocStory(DocLibrary& library, DocPart part, DocxFlow& flow, int depth)
    : library_(library), part_(part), flow_(flow), depth_(depth), rows_(library.most_text) {}

void DocStory::read(DocRange range) {
  for (at_ = range.first; at_ < range.last;) {
    const DocRun run = library_.book.run(at_, range.last);
    if (run.text.empty()) break;
    count_changes(run.look);
    for (const char16_t unit : run.text) {
      take(unit, run.look);
      ++at_;
    }
  }
  finish();
}

void DocStory::count_changes(const DocLook& look) {
  const bool is_changed = look.is_removed || look.is_inserted;
  if (is_changed && !was_changed_) ++library_.seen.revisions;
  was_changed_ = is_changed;
}

// --- marks ---

void DocStory::take(char16_t unit, const DocLook& look) {
  if (!is_open_) begin_paragraph();
  if (!take_mark(unit, look)) take_letter(unit, look);
}

bool DocStory::take_mark(char16_t unit, const DocLook& look) {
  switch (unit) {
    case kParagraphEnd:
      // A paragraph that is hidden as a whole, or gone, has no number either.
      if ((look.is_hidden || look.is_removed) && is_bare(paragraph_)) number_.clear();
      end_paragraph();
      return true;
    case kCellEnd:
      end_cell();
      return true;
    case kPageBreak:
      end_section_or_page();
      return true;
    case kFieldBegin:
      fields_.begin();
      return true;
    case kFieldSeparator:
      fields_.separate();
      return true;
    case kFieldEnd:
      append(fields_.end(), look);
      return true;
    case kPicture:
      take_picture(look);
      return true;
    case kDrawn:
      if (!look.is_removed) take_drawn();
      return true;
    default:
      return false;
  }
}

void DocStory::take_letter(char16_t unit, const DocLook& look) {
  if (!fields_.is_content()) return;
  std::string sign;
  if (look.is_special && unit == kSymbol && look.symbol != 0) {
    append_utf8(sign, symbol_of(library_.book.font(look.symbol_font), look.symbol));
  } else if (unit >= 0xF000 && unit <= 0xF0FF) {
    append_utf8(sign, symbol_of(library_.book.font(look.font), unit));
  } else if (unit == kLineBreak || unit == kColumnBreak) {
    sign = "\n";
  } else if (unit == kNoBreakHyphen) {
    sign = "-";
  } else if (unit < 0x20 && unit != kTab) {
    return;  // numbers of notes and pages, optional hyphens
  } else if (unit >= 0xD800 && unit < 0xDC00) {
    lead_ = unit;
    return;
  } else if (unit >= 0xDC00 && unit < 0xE000) {
    append_utf8(sign,
                lead_ == 0 ? U'\uFFFD' : 0x10000u + ((lead_ - 0xD800u) << 10) + (unit - 0xDC00u));
    lead_ = 0;
  } else {
    append_utf8(sign, unit);
  }
  append(sign, look);
}

void DocStory::take_picture(const DocLook& look) {
  if (!look.has_picture || look.is_removed) return;
  if (look.is_data) {
    if (const ByteSource* data = library_.book.data()) fields_.take_form(*data, look.picture);
    return;
  }
  if (++library_.seen.images > kMostImages) {
    library_.seen.is_cut = true;
    return;
  }
  if (auto image = library_.drawings.letter_picture(look.picture))
    paragraph_.images.push_back(std::move(*image));
}

void DocStory::take_drawn() {
  for (PackageImage& image : library_.drawings.pictures_at(part_, at_)) {
    if (++library_.seen.images <= kMostImages) paragraph_.images.push_back(std::move(image));
  }
  for (const DocRange& range : library_.drawings.boxes_at(part_, at_)) take_box(range);
}

void DocStory::take_box(DocRange range) {
  if (depth_ >= kDeepest) {
    library_.seen.is_cut = true;
    return;
  }
  DocBlocks box(flow_);
  DocStory(library_, DocPart::text_boxes, box, depth_ + 1).read(range);
  for (DocxBlock& block : box.blocks) {
    held_ += plain_text(block).size();
    if (held_ > library_.most_text) {
      library_.seen.is_cut = true;
      return;
    }
    paragraph_.boxes.push_back(std::move(block));
  }
}

// --- content ---

void DocStory::append(std::string_view text, const DocLook& look) {
  if (text.empty() || look.is_removed) return;
  if (look.is_hidden) {
    if (library_.seen.hidden.size() < kHiddenShown) library_.seen.hidden += text;
    return;
  }
  held_ += text.size();
  if (held_ > library_.most_text) {
    library_.seen.is_cut = true;
    return;
  }
  if (paragraph_.size == 0 && !trim(text).empty()) paragraph_.size = look.size;
  paragraph_.text += text;
}

// --- paragraphs, cells, pages ---

void DocStory::begin_paragraph() {
  look_ = library_.book.paragraph(at_);
  is_open_ = true;
  if (look_.in_table) {
    if (look_.breaks_before) rows_.break_page();
  } else {
    if (rows_.is_open()) rows_.finish(flow_);
    if (look_.breaks_before) flow_.break_page();
    held_ = 0;
  }
  paragraph_ = {};
  number_.clear();
  if (look_.ends_row) return;
  paragraph_.number = flow_.next_paragraph();
  number_ = library_.lists.next(look_.list, look_.level);
}

// What the paragraph has so far, into the open cell or out into the flow.
void DocStory::hand_on() {
  if (!number_.empty()) paragraph_.text.insert(0, std::exchange(number_, {}));
  DocxParagraph rest;
  rest.number = paragraph_.number;
  DocxParagraph done = std::exchange(paragraph_, std::move(rest));
  if (is_bare(done)) return;
  if (look_.in_table) {
    blocks_.push_back({std::move(done)});
  } else {
    flow_.paragraph(std::move(done));
  }
}

void DocStory::end_paragraph() {
  hand_on();
  is_open_ = false;
}

void DocStory::end_cell() {
  const DocParagraphLook end = library_.book.paragraph(at_);
  look_.in_table = true;
  hand_on();
  is_open_ = false;
  if (end.ends_row) {
    if (!blocks_.empty()) rows_.cell(std::exchange(blocks_, {}));
    rows_.end_row(end.cells, flow_);
    held_ = 0;
  } else {
    rows_.cell(std::exchange(blocks_, {}));
  }
}

void DocStory::end_section_or_page() {
  if (look_.in_table) {
    rows_.break_page();
    return;
  }
  hand_on();
  if (library_.section_ends.count(at_ + 1) > 0) {
    is_open_ = false;
    flow_.end_section();
  } else if (depth_ == 0) {
    flow_.break_page();
  }
}

void DocStory::finish() {
  if (is_open_) end_paragraph();
  if (!blocks_.empty()) rows_.cell(std::exchange(blocks_, {}));
  rows_.finish(flow_);
}

}  // namespace biaoshen
