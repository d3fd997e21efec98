#include "extractors/readers/web/html_story.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::uint32_t kMostColumns = 1000, kMostRows = 65'534;  // as browsers have it

// Each between blanks; names of elements have none.
constexpr std::string_view kBlocks =
    " address article aside blockquote body caption center dd details dialog dir div dl dt "
    "fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hr html legend li main "
    "menu nav ol optgroup option p pre section summary table tbody td tfoot th thead title tr ul ";
constexpr std::string_view kNeverShown =
    " applet audio canvas datalist embed iframe map noembed noframes noscript object script style "
    "svg template video ";

bool is_one_of(std::string_view names, std::string_view name) {
  return contains(names, " " + std::string(name) + " ");
}

std::string without_blanks(std::string_view style) {
  std::string bare;
  for (const char c : style) {
    if (c >= 'A' && c <= 'Z') {
      bare += static_cast<char>(c + ('a' - 'A'));
    } else if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
      bare += c;
    }
  }
  return bare;
}

bool is_hidden(const HtmlTag& tag) {
  if (is_one_of(kNeverShown, tag.name()) || tag.value("hidden")) return true;
  if (tag.name() == "option") return !tag.value("selected");
  const std::string style = without_blanks(tag.value("style").value_or(""));
  return contains(style, "display:none") || contains(style, "visibility:hidden");
}

std::uint32_t span_of(const HtmlTag& tag, std::string_view attribute, std::uint32_t most) {
  const std::string_view stated = trim(tag.value(attribute).value_or(""));
  std::uint32_t span = 1;
  std::from_chars(stated.data(), stated.data() + stated.size(), span);
  // No rows at all means all that follow.
  if (span == 0 && attribute == "rowspan") return most;
  return std::clamp(span, 1u, most);
}

// Bytes of a blank at the beginning of `text`, of whatever kind; 0 where there is none.
std::size_t blank_bytes(std::string_view text) {
  const char c = text[0];
  if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v') return 1;
  if (text.starts_with("\xC2\xA0")) return 2;
  if (text.starts_with("\xE2\x80\x8B") || text.starts_with("\xEF\xBB\xBF")) return 3;
  return 0;
}

}  // namespace

// --- elements ---

void HtmlStory::start(const HtmlTag& tag) {
  ++depth_;
  if (skip_depth_ != 0) return;
  if (is_hidden(tag)) {
    skip_depth_ = depth_;
    if (is_one_of(kBlocks, tag.name())) end_line();
    return;
  }
  if (tag.name() == "br" || is_one_of(kBlocks, tag.name())) end_line();
  if (tag.name() == "pre") ++kept_blanks_;
  if (tag.name() == "img") take_image(tag);
  if (!take_table_tag(tag)) take_field(tag);
}

bool HtmlStory::take_table_tag(const HtmlTag& tag) {
  const std::string_view name = tag.name();
  if (name == "table" || name == "dl") {
    open_table(name == "dl");
  } else if (name == "tr" && is_in(false)) {
    open_row();
  } else if ((name == "td" || name == "th") && is_in(false)) {
    open_cell(span_of(tag, "colspan", kMostColumns), span_of(tag, "rowspan", kMostRows));
  } else if (name == "dt" && is_in(true)) {
    open_row();
    open_cell(1, 1);
  } else if (name == "dd" && is_in(true)) {
    // All that is said of a term stands in one cell.
    if (tables_.back().row.cells.size() < 2 && !tables_.back().in_cell) open_cell(1, 1);
  } else {
    return false;
  }
  return true;
}

void HtmlStory::take_field(const HtmlTag& tag) {
  if (tag.name() != "input") return;
  const std::string type = without_blanks(tag.value("type").value_or("text"));
  if (type == "checkbox" || type == "radio") {
    add(tag.value("checked") ? "☑" : "□");
  } else if (type != "hidden" && type != "password" && type != "image" && type != "file") {
    text(tag.value("value").value_or(""));
  }
}

void HtmlStory::take_image(const HtmlTag& tag) {
  constexpr std::size_t kMostInLine = 200;
  const std::string_view source = trim(tag.value("src").value_or(""));
  if (images_ == nullptr || source.empty() || line_images_.size() >= kMostInLine) return;
  if (std::optional<PackageImage> image = images_->look_at(source))
    line_images_.push_back(std::move(*image));
}

void HtmlStory::end(std::string_view name) {
  const int depth = depth_--;
  if (skip_depth_ != 0) {
    if (depth == skip_depth_) skip_depth_ = 0;
    return;
  }
  if (is_one_of(kBlocks, name)) end_line();
  if (name == "pre") kept_blanks_ = std::max(0, kept_blanks_ - 1);
  if ((name == "table" && is_in(false)) || (name == "dl" && is_in(true))) close_table();
  if (name == "tr" && is_in(false)) close_row();
  if (((name == "td" || name == "th") && is_in(false)) || (name == "dt" && is_in(true)))
    close_cell();
}

void HtmlStory::finish() {
  end_line();
  while (!tables_.empty()) close_table();
}

// --- tables ---

void HtmlStory::open_table(bool is_terms) {
  if (!tables_.empty()) take_apart();
  tables_.emplace_back().is_terms = is_terms;
  flow_.begin_table();
}

void HtmlStory::close_table() {
  close_row();
  flow_.end_table();
  tables_.pop_back();
}

void HtmlStory::open_row() {
  close_row();
  tables_.back().in_row = true;
}

// Cells of the rows above that cover the next columns.
void HtmlStory::continue_above(DocxRow& row) {
  const auto& above = tables_.back().above;
  for (auto at = above.find(row.columns); at != above.end(); at = above.find(row.columns)) {
    DocxCell cell;
    cell.column = row.columns;
    cell.span = at->second.span;
    cell.continues = true;
    row.columns += cell.span;
    row.cells.push_back(std::move(cell));
  }
}

void HtmlStory::open_cell(std::uint32_t column_span, std::uint32_t row_span) {
  close_cell();
  Table& table = tables_.back();
  table.in_row = true;
  continue_above(table.row);
  if (table.row.columns >= kMostColumns) take_apart();
  if (table.is_apart) return;
  table.in_cell = true;
  table.cell = {};
  table.cell.column = table.row.columns;
  table.cell.span = std::min(column_span, kMostColumns - table.row.columns);
  if (row_span > 1) table.below[table.cell.column] = {table.cell.span, row_span - 1};
}

void HtmlStory::close_cell() {
  end_line();
  Table& table = tables_.back();
  if (!std::exchange(table.in_cell, false)) return;
  table.row.columns += table.cell.span;
  table.row.cells.push_back(std::move(table.cell));
}

void HtmlStory::close_row() {
  close_cell();
  Table& table = tables_.back();
  if (!table.in_row) return;
  if (!table.is_apart && !table.row.cells.empty()) {
    // Those that stand between gaps are let go.
    continue_above(table.row);
    flow_.row(std::move(table.row));
  }
  for (auto at = table.above.begin(); at != table.above.end();) {
    at = --at->second.rows == 0 ? table.above.erase(at) : std::next(at);
  }
  for (const auto& [column, hanging] : table.below) table.above[column] = hanging;
  table.below.clear();
  table.row = {};
  table.in_row = table.is_apart = false;
  held_ = 0;
}

// The open row is no row of data: what it has goes out as paragraphs, as what follows will.
void HtmlStory::take_apart() {
  end_line();
  Table& table = tables_.back();
  if (!table.in_row || table.is_apart) return;
  flow_.end_table();
  if (table.in_cell) table.row.cells.push_back(std::move(table.cell));
  for (DocxCell& cell : table.row.cells) {
    for (DocxBlock& block : cell.blocks)
      flow_.paragraph(std::move(std::get<DocxParagraph>(block.value)));
  }
  table.row = {};
  table.in_cell = false;
  table.is_apart = true;
  table.below.clear();
  held_ = 0;
}

// --- text ---

void HtmlStory::text(std::string_view piece) {
  if (skip_depth_ != 0) return;
  while (!piece.empty()) {
    if (const std::size_t blank = blank_bytes(piece)) {
      if (piece[0] == '\n' && kept_blanks_ > 0) end_line();
      if (blank < 3) has_blank_ = true;  // wider ones have no width at all
      piece.remove_prefix(blank);
      continue;
    }
    std::size_t next = 1;
    while (next < piece.size() && blank_bytes(piece.substr(next)) == 0) ++next;
    add(piece.substr(0, next));
    piece.remove_prefix(next);
  }
}

void HtmlStory::add(std::string_view visible) {
  if (std::exchange(has_blank_, false) && !line_.empty()) line_ += ' ';
  while (line_.size() + visible.size() > most_text_) {  // goes on in the next paragraph
    std::size_t fits = most_text_ - std::min(most_text_, line_.size());
    while (fits > 0 && (static_cast<unsigned char>(visible[fits]) & 0xC0) == 0x80) --fits;
    line_ += visible.substr(0, fits);
    visible.remove_prefix(fits);
    end_line();
  }
  line_ += visible;
}

void HtmlStory::end_line() {
  has_blank_ = false;
  if (trim(line_).empty()) line_.clear();
  if (line_.empty() && line_images_.empty()) return;
  DocxParagraph paragraph;
  paragraph.number = flow_.next_paragraph();
  paragraph.text = std::exchange(line_, {});
  paragraph.images = std::exchange(line_images_, {});
  const std::size_t bytes = paragraph.text.size() + sizeof(DocxBlock);
  if (tables_.empty() || !tables_.back().in_cell) {
    flow_.paragraph(std::move(paragraph));
    return;
  }
  if (held_ + bytes > most_text_) {
    take_apart();
    flow_.paragraph(std::move(paragraph));
    return;
  }
  held_ += bytes;
  tables_.back().cell.blocks.push_back({std::move(paragraph)});
}

}  // namespace biaoshen
