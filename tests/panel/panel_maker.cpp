#include "tests/panel/panel_maker.h"

#include "pipeline/base/text.h"

namespace biaoshen::testing {
namespace {

void add_word(Page& page, std::string_view text, const Place& place) {
  const auto begin = static_cast<std::uint32_t>(page.text.size());
  page.text += text;
  const auto end = static_cast<std::uint32_t>(page.text.size());
  const bool in_cell = std::holds_alternative<InCell>(place);
  if (begin != end)
    page.words.push_back({begin, end, place, in_cell ? Origin::cell : Origin::text, 100});
}

void add_row(Page& page, Grid& grid, const std::vector<std::string>& cells) {
  for (const std::string& text : cells) {
    const auto column = static_cast<std::uint32_t>(&text - cells.data());
    if (text == "<") {
      ++grid.cells.back().column_span;
      continue;
    }
    GridCell cell{grid.rows, column, 1, 1, static_cast<std::uint32_t>(page.text.size()), 0};
    add_word(page, text, InCell{grid.rows + 1, column + 1});
    cell.end = static_cast<std::uint32_t>(page.text.size());
    page.text += '\t';
    grid.cells.push_back(cell);
  }
  page.text += '\n';
  ++grid.rows;
}

File file_called(const std::string& name, const std::string& format) {
  File file;
  file.id = "f01";
  file.path = name;
  file.document.format = format;
  return file;
}

}  // namespace

File workbook(const Cells& cells) {
  File file = file_called("专家名单.xlsx", "xlsx");
  add_sheet(file, "名单", cells);
  return file;
}

void add_sheet(File& file, const std::string& title, const Cells& cells) {
  Page page;
  page.number = static_cast<std::uint32_t>(file.document.pages.size() + 1);
  page.title = title;
  Grid grid;
  for (const auto& row : cells) add_row(page, grid, row);
  page.grids.push_back(grid);
  file.document.pages.push_back(page);
}

File csv(const std::string& text) {
  File file = file_called("experts.csv", "txt");
  Page page;
  std::uint32_t number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++number;
    if (line.empty()) continue;
    add_word(page, line, InFlow{number});
    page.text += '\n';
  }
  file.document.pages.push_back(page);
  return file;
}

Expert expert(const std::string& name, const std::string& employer, const std::string& title) {
  Quote quote;
  quote.file = "f01";
  quote.text = name + "\t" + employer + "\t" + title;
  return {name, employer, title, "标准化", quote};
}

BatchEntry entry(const std::string& name) {
  BatchEntry entry;
  entry.name = name;
  return entry;
}

Fact& add_fact(BatchEntry& entry, const std::string& name, const std::string& value,
               const std::string& doubt) {
  Fact fact;
  fact.name = name;
  fact.value = value;
  fact.doubt = doubt;
  fact.quote.file = "f02";
  fact.quote.page = 1;
  fact.quote.text = value;
  entry.facts.push_back(fact);
  return entry.facts.back();
}

}  // namespace biaoshen::testing
