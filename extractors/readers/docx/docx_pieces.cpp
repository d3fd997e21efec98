#include "extractors/readers/docx/docx_pieces.h"

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::uint32_t kMostColumns = 1024;  // Word allows 63

bool is_bare(const DocxParagraph& paragraph) {
  return trim(paragraph.text).empty() && trim(paragraph.label).empty() &&
         paragraph.images.empty() && paragraph.boxes.empty();
}

}  // namespace

// --- opening ---

bool DocxPieces::open(DocxMark mark, int depth, const DocxStyles& styles) {
  switch (mark) {
    case DocxMark::paragraph:
      if (paragraph() != nullptr) return false;
      open_paragraph(depth, styles);
      return true;
    case DocxMark::table:
      if (open_.empty()) flow_.begin_table();
      open_as<DocxTable>(depth);
      return true;
    case DocxMark::row:
      return open_row(depth);
    case DocxMark::cell:
      return open_cell(depth);
    case DocxMark::box:
      if (paragraph() == nullptr) return false;
      open_as<DocxOpenBox>(depth);
      return true;
    case DocxMark::run:
      if (auto* open = paragraph()) open->run = {DocxLook{}, depth};
      return true;
    default:
      return false;
  }
}

void DocxPieces::open_paragraph(int depth, const DocxStyles& styles) {
  if (open_.empty()) has_text_ = false;
  auto& open = open_as<DocxOpenParagraph>(depth);
  open.paragraph.number = flow_.next_paragraph();
  open.look = styles.plain_paragraph();
  ++held_;
}

bool DocxPieces::open_row(int depth) {
  if (top<DocxTable>() == nullptr) return false;
  if (open_.size() == 1) has_text_ = false;
  open_as<DocxRow>(depth);
  ++held_;
  return true;
}

bool DocxPieces::open_cell(int depth) {
  if (row() == nullptr || row()->columns >= kMostColumns) return false;
  const std::uint32_t column = row()->columns;
  open_as<DocxCell>(depth).column = column;
  ++held_;
  return true;
}

// --- closing ---

void DocxPieces::close(int depth) {
  if (!open_.empty() && open_.back().depth == depth) close_top();
}

void DocxPieces::close_all() {
  while (!open_.empty()) close_top();
}

void DocxPieces::close_top() {
  auto piece = std::move(open_.back().piece);
  open_.pop_back();
  if (auto* paragraph = std::get_if<DocxOpenParagraph>(&piece)) {
    close_paragraph(std::move(*paragraph));
  } else if (auto* table = std::get_if<DocxTable>(&piece)) {
    if (open_.empty()) flow_.end_table();
    if (!table->rows.empty()) place({std::move(*table)});
  } else if (auto* row = std::get_if<DocxRow>(&piece)) {
    close_row(std::move(*row));
  } else if (auto* cell = std::get_if<DocxCell>(&piece)) {
    auto* parent = top<DocxRow>();  // cells are opened in rows only
    parent->columns += cell->span;
    parent->cells.push_back(std::move(*cell));
  } else {
    close_box(std::move(std::get<DocxOpenBox>(piece)));
  }
  if (open_.empty()) held_ = 0;
}

void DocxPieces::close_paragraph(DocxOpenParagraph open) {
  if (!is_bare(open.paragraph)) place({std::move(open.paragraph)});
  if (!open_.empty()) return;
  if (open.ends_section) flow_.end_section();
  if (open.breaks_after) flow_.break_page();
}

void DocxPieces::close_row(DocxRow row) {
  if (open_.size() > 1) {
    top<DocxTable>()->rows.push_back(std::move(row));  // rows are opened in tables only
    return;
  }
  flow_.row(std::move(row));
  held_ = 0;
}

void DocxPieces::close_box(DocxOpenBox box) {
  auto& boxes = paragraph()->paragraph.boxes;  // boxes are opened in paragraphs only
  for (DocxBlock& block : box.blocks) boxes.push_back(std::move(block));
}

// Into the innermost cell or box; where there is none, out into the flow.
void DocxPieces::place(DocxBlock block) {
  for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
    if (auto* cell = std::get_if<DocxCell>(&open->piece)) {
      cell->blocks.push_back(std::move(block));
      return;
    }
    if (auto* box = std::get_if<DocxOpenBox>(&open->piece)) {
      box->blocks.push_back(std::move(block));
      return;
    }
  }
  if (auto* paragraph = std::get_if<DocxParagraph>(&block.value)) {
    flow_.paragraph(std::move(*paragraph));
    return;
  }
  flow_.begin_table();
  for (DocxRow& row : std::get<DocxTable>(block.value).rows) flow_.row(std::move(row));
  flow_.end_table();
}

// --- content ---

bool DocxPieces::append(std::string_view text) {
  auto* open = paragraph();
  if (open == nullptr || !has_room(text.size())) return false;
  held_ += text.size();
  open->paragraph.text += text;
  has_text_ = has_text_ || !trim(text).empty();
  return true;
}

void DocxPieces::set_label(std::string label) {
  auto* open = paragraph();
  if (open == nullptr || !has_room(label.size())) return;
  held_ += label.size();
  open->paragraph.label = std::move(label);
}

bool DocxPieces::append_box(std::string_view text) {
  auto* open = paragraph();
  if (open == nullptr || !has_room(text.size() + 1)) return false;
  held_ += text.size() + 1;
  DocxParagraph inner;
  inner.number = flow_.next_paragraph();
  inner.text = text;
  if (!is_bare(inner)) open->paragraph.boxes.push_back({std::move(inner)});
  return true;
}

// A break that is asked for ends the line; one that Word drew inside a paragraph or a row
// waits for its end, so that a number is not torn in two.
void DocxPieces::break_page(DocxBreak kind) {
  if (open_.size() >= 2) {
    if (auto* row = std::get_if<DocxRow>(&open_[1].piece)) {
      (has_text_ ? row->breaks_after : row->breaks_before) = true;
    }
    return;  // in text boxes nothing breaks
  }
  auto* open = paragraph();
  if (open == nullptr) return;
  if (kind == DocxBreak::drawn && has_text_) {
    open->breaks_after = true;
    return;
  }
  if (!is_bare(open->paragraph)) {
    DocxParagraph rest;
    rest.number = open->paragraph.number;
    // A break that Word drew comes before the number, too.
    if (kind == DocxBreak::drawn) std::swap(rest.label, open->paragraph.label);
    flow_.paragraph(std::exchange(open->paragraph, std::move(rest)));
  }
  has_text_ = false;
  flow_.break_page();
}

}  // namespace biaoshen
