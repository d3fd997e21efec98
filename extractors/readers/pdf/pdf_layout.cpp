#include "extractors/readers/pdf/pdf_layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>

#include "extractors/readers/pictures/mend_tables.h"
#include "extractors/readers/pictures/torn_cells.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

// A blank is printed where the gap is wider than this share of the letters' size.
constexpr float kBlankGap = 0.18f;

struct Placed {
  const PrintedWord* word;
  Box box;  // in the frame of reading: turned so that the writing runs left to right
};
using Row = std::vector<Placed>;  // one printed line, left to right

// Turns a box by quarter turns so that text of that rotation reads left to right.
Box turned(const Box& b, int rotation, float width, float height) {
  switch (rotation) {
    case 1:
      return {b.top, width - b.right, b.bottom, width - b.left};
    case 2:
      return {width - b.right, height - b.bottom, width - b.left, height - b.top};
    case 3:
      return {height - b.bottom, b.left, height - b.top, b.right};
    default:
      return b;
  }
}

int main_rotation(const std::vector<PrintedWord>& words) {
  std::array<std::size_t, 4> letters{};
  for (const PrintedWord& word : words)
    letters[static_cast<std::size_t>(word.rotation & 3)] += word.text.size();
  return static_cast<int>(std::max_element(letters.begin(), letters.end()) - letters.begin());
}

// Bold faked by printing twice gives each word twice, a hair apart.
bool is_double(const Placed& a, const Placed& b) {
  const float near = 0.2f * std::max(a.word->size, 4.0f);
  return a.word->text == b.word->text && std::abs(a.box.left - b.box.left) < near &&
         std::abs(a.box.top - b.box.top) < near;
}

bool on_one_line(const Box& line, const Box& box) {
  const float overlap = std::min(line.bottom, box.bottom) - std::max(line.top, box.top);
  return overlap > 0.5f * std::min(height(line), height(box));
}

// Groups words into rows. A row's box is that of its first (tallest reaching) word
// so that a slanted row does not swallow its neighbours.
std::vector<Row> rows_of(std::vector<Placed> words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const Placed& a, const Placed& b) { return a.box.top < b.box.top; });
  struct Open {
    Box box;
    Row row;
  };
  std::vector<Open> open;
  std::size_t first_open = 0;
  for (const Placed& word : words) {
    while (first_open < open.size() && open[first_open].box.bottom < word.box.top) ++first_open;
    auto home = std::find_if(open.begin() + static_cast<long>(first_open), open.end(),
                             [&](const Open& o) { return on_one_line(o.box, word.box); });
    if (home == open.end())
      open.push_back({word.box, {word}});
    else
      home->row.push_back(word);
  }
  std::stable_sort(open.begin(), open.end(),
                   [](const Open& a, const Open& b) { return a.box.top < b.box.top; });
  std::vector<Row> rows;
  for (Open& one : open) {
    std::stable_sort(one.row.begin(), one.row.end(),
                     [](const Placed& a, const Placed& b) { return a.box.left < b.box.left; });
    one.row.erase(std::unique(one.row.begin(), one.row.end(), is_double), one.row.end());
    rows.push_back(std::move(one.row));
  }
  return rows;
}

// Writes rows and tables into the page in the order of reading.
class PageWriter {
 public:
  PageWriter(Page& page, Origin origin, std::uint8_t confidence)
      : page_(page), origin_(origin), confidence_(confidence) {}

  void line(const Row& row) {
    begin_line();
    words(row);
    end_line();
  }

  void table(const RuledTable& table, std::vector<std::vector<Row>>& cell_rows) {
    Grid grid{table.rows, table.columns, {}};
    for (std::size_t i = 0; i < table.cells.size();) {
      begin_line();
      const std::size_t first_cell = grid.cells.size();
      const std::uint32_t row = table.cells[i].row;
      for (bool first = true; i < table.cells.size() && table.cells[i].row == row;
           ++i, first = false) {
        if (!first) page_.text += '\t';
        const RuledCell& cell = table.cells[i];
        const std::size_t begin = page_.text.size();
        for (std::size_t r = 0; r < cell_rows[i].size(); ++r) {
          if (r > 0) page_.text += ' ';
          words(cell_rows[i][r]);
        }
        grid.cells.push_back({cell.row, cell.column, cell.row_span, cell.column_span, at(begin),
                              at(page_.text.size())});
      }
      end_line();
      collapse(std::span(grid.cells).subspan(first_cell));
    }
    page_.grids.push_back(std::move(grid));
  }

  bool is_recognised() const { return origin_ == Origin::ocr; }
  const std::vector<const PrintedWord*>& written() const { return written_; }

 private:
  static std::uint32_t at(std::size_t offset) { return static_cast<std::uint32_t>(offset); }

  void begin_line() {
    line_ = {};
    line_.first = at(page_.words.size());
    line_.begin = at(page_.text.size());
  }

  void end_line() {
    line_.last = at(page_.words.size());
    line_.end = at(page_.text.size());
    page_.text += '\n';
    if (line_.last > line_.first)
      page_.lines.push_back(line_);
    else
      page_.text.resize(line_.begin);
  }

  // A row without words has left no trace: its cells are empty places before what follows.
  void collapse(std::span<GridCell> cells) const {
    const std::uint32_t end = at(page_.text.size());
    for (GridCell& cell : cells) {
      cell.begin = std::min(cell.begin, end);
      cell.end = std::min(cell.end, end);
    }
  }

  void words(const Row& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const PrintedWord& word = *row[i].word;
      if (i > 0 && row[i].box.left - row[i - 1].box.right > kBlankGap * word.size)
        page_.text += ' ';
      const std::uint32_t begin = at(page_.text.size());
      page_.text += word.text;
      page_.words.push_back({begin, at(page_.text.size()), OnPage{word.box}, origin_, confidence_});
      written_.push_back(&word);
      line_.size = std::max(line_.size, word.size);
    }
  }

  Page& page_;
  Origin origin_;
  std::uint8_t confidence_;
  Line line_;
  std::vector<const PrintedWord*> written_;
};

std::optional<std::size_t> cell_at(const RuledTable& table, const Box& box) {
  const float x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    const Box& cell = table.cells[i].box;
    if (x >= cell.left && x < cell.right && y >= cell.top && y < cell.bottom) return i;
  }
  return std::nullopt;
}

// A table with the words of its cells.
struct FilledTable {
  const RuledTable* table;
  std::vector<std::vector<Placed>> words;
  bool has_words() const {
    return std::any_of(words.begin(), words.end(), [](const auto& w) { return !w.empty(); });
  }
};

// Gives back to `words` what lies in cells that are none; all of the table, where that is much of
// it.
void return_torn(FilledTable& table, std::vector<Placed>& words) {
  constexpr std::size_t kMostTorn = 5;  // one word in five
  std::size_t all = 0, torn = 0;
  std::vector<bool> is_torn_cell;
  for (const std::vector<Placed>& cell : table.words) {
    std::vector<Box> boxes;
    float letter = 0;
    for (const Placed& word : cell)
      boxes.push_back(word.box), letter = std::max(letter, word.word->size);
    is_torn_cell.push_back(is_torn(std::move(boxes), letter));
    all += cell.size();
    if (is_torn_cell.back()) torn += cell.size();
  }
  for (std::size_t i = 0; i < table.words.size(); ++i) {
    if (!is_torn_cell[i] && torn * kMostTorn <= all) continue;
    words.insert(words.end(), table.words[i].begin(), table.words[i].end());
    table.words[i].clear();
  }
}

// Moves the words that lie in a cell out of `words` and into the tables. Tables seen in a
// picture may have cells that are none; the rulings of a file are taken as they are.
std::vector<FilledTable> fill_tables(const std::vector<RuledTable>& tables,
                                     std::vector<Placed>& words, bool is_seen) {
  std::vector<FilledTable> filled;
  for (const RuledTable& table : tables)
    filled.push_back({&table, std::vector<std::vector<Placed>>(table.cells.size())});
  std::erase_if(words, [&](const Placed& word) {
    for (FilledTable& one : filled)
      if (const auto cell = cell_at(*one.table, word.box)) {
        one.words[*cell].push_back(word);
        return true;
      }
    return false;
  });
  if (is_seen)
    for (FilledTable& one : filled) return_torn(one, words);
  std::erase_if(filled, [](const FilledTable& one) { return !one.has_words(); });
  return filled;
}

void mend(std::vector<RuledTable>& tables, const std::vector<Placed>& words) {
  std::vector<Box> boxes;
  for (const Placed& word : words) boxes.push_back(word.box);
  for (RuledTable& table : tables) table = mended(table, boxes);
}

void write_upright(const PageWalk& walk, std::vector<Placed> words, PageWriter& writer) {
  // The rulings of a file are exact, those seen in a picture are not.
  const bool is_seen = writer.is_recognised();
  std::vector<RuledTable> tables = find_tables(is_seen ? completed(walk.rulings) : walk.rulings);
  if (is_seen) mend(tables, words);
  std::vector<FilledTable> filled = fill_tables(tables, words, is_seen);
  const std::vector<Row> rows = rows_of(std::move(words));
  std::size_t next = 0;
  for (FilledTable& one : filled) {
    for (; next < rows.size() && rows[next].front().box.top < one.table->box.top; ++next)
      writer.line(rows[next]);
    std::vector<std::vector<Row>> cell_rows;
    for (auto& in_cell : one.words) cell_rows.push_back(rows_of(std::move(in_cell)));
    writer.table(*one.table, cell_rows);
  }
  for (; next < rows.size(); ++next) writer.line(rows[next]);
}

}  // namespace

std::vector<std::size_t> lay_out(const PageWalk& walk, Origin origin, std::uint8_t confidence,
                                 Page& page) {
  PageWriter writer(page, origin, confidence);
  const int rotation = main_rotation(walk.words);
  // Words of the main direction first, then what is printed across it (a stamp in the margin).
  for (int turn = 0; turn < 4; ++turn) {
    const int wanted = (rotation + turn) & 3;
    std::vector<Placed> words;
    for (const PrintedWord& word : walk.words)
      if ((word.rotation & 3) == wanted && !trim(word.text).empty())
        words.push_back({&word, turned(word.box, wanted, walk.width, walk.height)});
    if (words.empty()) continue;
    if (wanted == 0) {
      write_upright(walk, std::move(words), writer);
    } else {
      for (const Row& row : rows_of(std::move(words))) writer.line(row);
    }
  }
  std::vector<std::size_t> written;
  for (const PrintedWord* word : writer.written())
    written.push_back(static_cast<std::size_t>(word - walk.words.data()));
  return written;
}

}  // namespace biaoshen
