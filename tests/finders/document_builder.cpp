#include "tests/finders/document_builder.h"

#include <algorithm>
#include <variant>

#include "pipeline/base/text.h"

namespace biaoshen::testing {
namespace {

// Adds `text` to the page, a word for each piece between blanks, all at `place`.
void add_words(Page& page, const std::string& text, const Place& place) {
  const auto add = [&](std::size_t begin, std::size_t end) {
    if (begin == end) return;
    Word word;
    word.begin = static_cast<std::uint32_t>(begin);
    word.end = static_cast<std::uint32_t>(end);
    word.place = place;
    word.origin = std::holds_alternative<InCell>(place) ? Origin::cell : Origin::text;
    page.words.push_back(word);
  };
  std::size_t begin = page.text.size();
  for (char c : text) {
    if (c == ' ' || c == '\n' || c == '\t') {
      add(begin, page.text.size());
      begin = page.text.size() + 1;
    }
    page.text.push_back(c);
  }
  add(begin, page.text.size());
}

// Closes the line that began with word `first` and byte `begin`.
void end_line(Page& page, std::size_t first, std::size_t begin) {
  Line line;
  line.first = static_cast<std::uint32_t>(first);
  line.last = static_cast<std::uint32_t>(page.words.size());
  line.begin = static_cast<std::uint32_t>(begin);
  line.end = static_cast<std::uint32_t>(page.text.size());
  page.lines.push_back(line);
  page.text.push_back('\n');
}

float width_of(const std::string& text) {
  float width = 0;
  for (std::size_t at = 0; at < text.size();)
    width += next_code_point(text, at) < 0x80 ? 6.F : 12.F;
  return width;
}

enum class Kind { flow, sheet };

GridCell* covering(Grid& grid, std::uint32_t row, std::uint32_t column) {
  for (GridCell& cell : grid.cells) {
    if (row >= cell.row && row < cell.row + cell.row_span && column >= cell.column &&
        column < cell.column + cell.column_span) {
      return &cell;
    }
  }
  return nullptr;
}

void add_grid(Page& page, const Table& table, Kind kind) {
  Grid grid;
  for (std::uint32_t row = 0; row < table.size(); ++row, ++grid.rows) {
    const std::size_t first = page.words.size(), begin = page.text.size();
    for (std::uint32_t column = 0; column < table[row].size(); ++column) {
      const std::string& text = table[row][column];
      grid.columns = std::max(grid.columns, column + 1);
      if (text == "<") {
        if (GridCell* left = covering(grid, row, column - 1)) ++left->column_span;
      } else if (text == "^") {
        GridCell* above = covering(grid, row - 1, column);
        if (above != nullptr && above->column == column) ++above->row_span;
      } else if (text != "~") {
        GridCell cell{row, column, 1, 1, static_cast<std::uint32_t>(page.text.size()), 0};
        const auto paragraph = static_cast<std::uint32_t>(page.lines.size() + 1);
        add_words(
            page, text,
            kind == Kind::sheet ? Place(InCell{row + 1, column + 1}) : Place(InFlow{paragraph}));
        cell.end = static_cast<std::uint32_t>(page.text.size());
        grid.cells.push_back(cell);
        page.text.push_back('\t');
      }
    }
    end_line(page, first, begin);
  }
  page.grids.push_back(grid);
}

}  // namespace

Page flow_page(const std::vector<std::string>& paragraphs) {
  Page page;
  for (const std::string& paragraph : paragraphs) {
    const std::size_t first = page.words.size(), begin = page.text.size();
    add_words(page, paragraph, InFlow{static_cast<std::uint32_t>(page.lines.size() + 1)});
    end_line(page, first, begin);
  }
  return page;
}

Page printed_page(const PrintedLines& lines) {
  Page page;
  page.width = 595;
  page.height = 842;
  float top = 60;
  for (const auto& line : lines) {
    const std::size_t first = page.words.size(), begin = page.text.size();
    for (const auto& [left, text] : line) {
      if (page.text.size() > begin) page.text.push_back(' ');
      add_words(page, text, OnPage{{left, top, left + width_of(text), top + 12}});
    }
    end_line(page, first, begin);
    top += 18;
  }
  return page;
}

Page table_page(const Table& table) {
  Page page;
  add_grid(page, table, Kind::flow);
  return page;
}

Page worksheet(const std::string& title, const Table& table) {
  Page page;
  page.title = title;
  add_grid(page, table, Kind::sheet);
  return page;
}

void add_table(Page& page, const Table& table) {
  add_grid(page, table, Kind::flow);
}

Page recognised(Page page, std::uint8_t confidence) {
  page.source = Source::ocr;
  for (Word& word : page.words) {
    word.origin = Origin::ocr;
    word.confidence = confidence;
  }
  return page;
}

void add_second(Page& page, const std::string& first, const std::string& second) {
  const std::size_t at = page.text.find(first);
  page.second_readings.push_back(
      {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + first.size()), second});
}

void add_picture(Page& page, const PrintedLines& lines) {
  const Page drawn = recognised(printed_page(lines));
  const auto bytes = static_cast<std::uint32_t>(page.text.size());
  const auto words = static_cast<std::uint32_t>(page.words.size());
  Image image;
  image.begin = bytes;
  image.end = bytes + static_cast<std::uint32_t>(drawn.text.size());
  const auto number = static_cast<std::uint32_t>(page.images.size() + 1);
  for (Word word : drawn.words) {
    word.begin += bytes;
    word.end += bytes;
    if (page.width <= 0) word.place = InImage{number, std::get<OnPage>(word.place).box};
    page.words.push_back(word);
  }
  for (Line line : drawn.lines)
    page.lines.push_back(
        {line.first + words, line.last + words, line.begin + bytes, line.end + bytes, line.size});
  page.text += drawn.text;
  page.images.push_back(image);
  page.source = Source::mixed;
}

Dossier dossier_of(std::vector<Page> pages, const std::string& material) {
  for (std::size_t i = 0; i < pages.size(); ++i)
    pages[i].number = static_cast<std::uint32_t>(i + 1);
  Dossier dossier;
  File file;
  file.id = "f01";
  file.path = "dossier.pdf";
  file.document.format = "pdf";
  file.document.pages = std::move(pages);
  dossier.files.push_back(std::move(file));
  const auto last = static_cast<std::uint32_t>(dossier.files[0].document.pages.size());
  dossier.parts.push_back({0, material, 1, last, ""});
  return dossier;
}

Document document_of(std::vector<Page> pages) {
  return dossier_of(std::move(pages)).files[0].document;
}

FactSpec call(const std::string& finder, Parameters parameters) {
  return {"fact", finder, "", std::move(parameters)};
}

}  // namespace biaoshen::testing
