#include "extractors/readers/docx/docx_pages.h"

#include <algorithm>
#include <utility>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::uint32_t kMostColumns = 1024;  // Word allows 63

}  // namespace

// --- grids ---

void GridWriter::cell(const DocxCell& cell, std::uint32_t begin, std::uint32_t end) {
  if (cell.column >= kMostColumns) return;
  const std::uint32_t span = std::min(cell.span, kMostColumns - cell.column);
  std::ptrdiff_t index = -1;
  if (cell.continues && cell.column < above_.size()) index = above_[cell.column];
  if (index >= 0) {
    GridCell& origin = grid_.cells[static_cast<std::size_t>(index)];
    origin.row_span = grid_.rows - origin.row + 1;
  } else {
    index = static_cast<std::ptrdiff_t>(grid_.cells.size());
    grid_.cells.push_back({grid_.rows, cell.column, 1, span, begin, end});
  }
  if (row_.size() < cell.column + span) row_.resize(cell.column + span, -1);
  for (std::uint32_t c = cell.column; c < cell.column + span; ++c) row_[c] = index;
}

void GridWriter::end_row(std::uint32_t columns) {
  grid_.columns = std::max(grid_.columns, std::min(columns, kMostColumns));
  ++grid_.rows;
  above_ = std::exchange(row_, {});
  row_begin_ = grid_.cells.size();
}

void GridWriter::collapse_row(std::uint32_t at) {
  for (std::size_t i = row_begin_; i < grid_.cells.size(); ++i) {
    grid_.cells[i].begin = grid_.cells[i].end = at;
  }
}

Grid GridWriter::take() {
  above_.clear();
  row_.clear();
  row_begin_ = 0;
  return std::exchange(grid_, Grid{});
}

// --- pages ---

DocxPages::DocxPages(FlowPages& pages, const std::vector<DocxSection>& sections)
    : pages_(pages), sections_(sections) {
  set_size();
}

void DocxPages::set_size() {
  if (section_ < sections_.size()) {
    pages_.set_size(sections_[section_].width, sections_[section_].height);
  }
}

void DocxPages::break_page() {
  cut();
}

void DocxPages::cut() {
  if (table_.rows() > 0) pages_.writer().page().grids.push_back(table_.take());
  pages_.cut();
}

void DocxPages::end_section() {
  ++section_;
  if (section_ < sections_.size() && sections_[section_].begins_page) cut();
  set_size();
}

void DocxPages::paragraph(DocxParagraph paragraph) {
  pages_.make_room(paragraph.label.size() + paragraph.text.size() + 1);
  PageWriter& writer = pages_.writer();
  write_label(paragraph);
  for (const std::string_view line : split(paragraph.text, '\n')) {
    writer.line(line, InFlow{paragraph.number}, paragraph.size);
  }
  keep_images(paragraph);
  for (DocxBlock& box : paragraph.boxes) block(std::move(box));
}

// A number is printed where its paragraph is, and nowhere in the file.
void DocxPages::write_label(const DocxParagraph& paragraph) {
  const std::string_view number = trim(paragraph.label);
  if (number.empty()) return;
  PageWriter& writer = pages_.writer();
  writer.word(number, InFlow{paragraph.number});
  if (number.size() < paragraph.label.size() && !trim(paragraph.text).empty()) writer.gap(' ');
}

void DocxPages::block(DocxBlock block) {
  if (auto* paragraph = std::get_if<DocxParagraph>(&block.value)) {
    this->paragraph(std::move(*paragraph));
    return;
  }
  begin_table();
  for (DocxRow& row : std::get<DocxTable>(block.value).rows) this->row(std::move(row));
  end_table();
}

void DocxPages::keep_images(const DocxParagraph& paragraph) {
  for (const PackageImage& one : paragraph.images) pages_.image(one.image, one.part);
}

void DocxPages::begin_table() {
  if (table_.rows() > 0) end_table();
}

void DocxPages::end_table() {
  if (table_.rows() > 0) pages_.writer().page().grids.push_back(table_.take());
}

void DocxPages::row(DocxRow row) {
  if (row.breaks_before || !pages_.writer().fits(text_bytes(row), pages_.limits())) cut();
  PageWriter& writer = pages_.writer();
  const std::size_t grids = writer.page().grids.size();
  const std::uint32_t begin = writer.mark();
  row_size_ = 0;
  write_row(row, table_, '\t');
  if (!writer.line_has_words()) {
    table_.collapse_row(begin);
    writer.page().grids.resize(grids);  // tables inside it are as empty
  }
  writer.end_line(row_size_);
  pages_.take_back_line();
  table_.end_row(row.columns);
  if (row.breaks_after) cut();
}

void DocxPages::write_row(const DocxRow& row, GridWriter& grid, char between) {
  PageWriter& writer = pages_.writer();
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (i > 0) writer.gap(between);
    const std::uint32_t outer = std::exchange(cell_begin_, writer.mark());
    for (const DocxBlock& block : row.cells[i].blocks) write_cell_block(block);
    grid.cell(row.cells[i], cell_begin_, writer.mark());
    cell_begin_ = outer;
  }
}

// A blank between the pieces of a cell.
void DocxPages::gap_in_cell() {
  PageWriter& writer = pages_.writer();
  if (writer.mark() > cell_begin_ && writer.page().text.back() != ' ') writer.gap(' ');
}

void DocxPages::write_cell_block(const DocxBlock& block) {
  if (const auto* paragraph = std::get_if<DocxParagraph>(&block.value)) {
    write_cell_paragraph(*paragraph);
    return;
  }
  gap_in_cell();
  GridWriter grid;
  for (const DocxRow& row : std::get<DocxTable>(block.value).rows) {
    if (grid.rows() > 0) pages_.writer().gap(' ');
    write_row(row, grid, ' ');
    grid.end_row(row.columns);
  }
  if (grid.rows() > 0) pages_.writer().page().grids.push_back(grid.take());
}

void DocxPages::write_cell_paragraph(const DocxParagraph& paragraph) {
  if (!trim(paragraph.label + paragraph.text).empty()) {
    gap_in_cell();
    write_label(paragraph);
    pages_.writer().word(paragraph.text, InFlow{paragraph.number});
    if (row_size_ == 0) row_size_ = paragraph.size;
  }
  keep_images(paragraph);
  for (const DocxBlock& box : paragraph.boxes) write_cell_block(box);
}

}  // namespace biaoshen
