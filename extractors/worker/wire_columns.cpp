#include "extractors/worker/wire_columns.h"

#include <cmath>

namespace biaoshen::wire {
namespace {

constexpr int kMostWords = 8 << 20, kMostCells = 1 << 20;
// Of one grid; a worksheet has at most 2^14.
constexpr std::uint32_t kMostColumns = 1u << 16;
constexpr int kLineNumbers = 4, kCellNumbers = 6;

// Takes a column from its beginning to its end.
template <typename Value>
class Column {
 public:
  explicit Column(const google::protobuf::RepeatedField<Value>& values) : values_(values) {}
  // False where there is none.
  bool take(Value& value) {
    if (next_ == values_.size()) return false;
    value = values_[next_++];
    return true;
  }
  bool is_at_end() const { return next_ == values_.size(); }

 private:
  const google::protobuf::RepeatedField<Value>& values_;
  int next_ = 0;
};

// In the order of the alternatives of Place.
enum class Kind : std::uint32_t { file, page, flow, cell, image };

void put(const Place& place, pb::Words& out) {
  const auto put_box = [&](const Box& box) {
    for (const float side : {box.left, box.top, box.right, box.bottom}) out.add_box(side);
  };
  Kind kind = Kind::file;
  if (const auto* on = std::get_if<OnPage>(&place)) {
    kind = Kind::page, put_box(on->box);
  } else if (const auto* in = std::get_if<InFlow>(&place)) {
    kind = Kind::flow, out.add_number(in->paragraph);
  } else if (const auto* cell = std::get_if<InCell>(&place)) {
    kind = Kind::cell, out.add_number(cell->row), out.add_number(cell->column);
  } else if (const auto* image = std::get_if<InImage>(&place)) {
    kind = Kind::image, out.add_number(image->image), put_box(image->box);
  }
  out.add_place(static_cast<std::uint32_t>(kind));
}

// Words as they come out of their columns.
class WordTaker {
 public:
  WordTaker(const pb::Words& untrusted, const std::string& text)
      : text_(text),
        gap_(untrusted.gap()),
        length_(untrusted.length()),
        kind_(untrusted.place()),
        number_(untrusted.number()),
        origin_(untrusted.origin()),
        confidence_(untrusted.confidence()),
        side_(untrusted.box()) {}

  bool take(Word& word) {
    std::uint32_t gap = 0, length = 0, origin = 0, confidence = 0;
    if (!gap_.take(gap) || !length_.take(length) || !origin_.take(origin) ||
        !confidence_.take(confidence) || origin > 3 || confidence > 100 || !take(word.place))
      return false;
    const std::uint64_t begin = std::uint64_t{last_end_} + gap, end = begin + length;
    if (end > text_.size()) return false;
    word.begin = static_cast<std::uint32_t>(begin);
    word.end = last_end_ = static_cast<std::uint32_t>(end);
    word.origin = static_cast<Origin>(origin);
    word.confidence = static_cast<std::uint8_t>(confidence);
    return is_range(text_, word.begin, word.end);
  }

  // Of the columns that only some words are in.
  bool is_at_end() const { return number_.is_at_end() && side_.is_at_end(); }

 private:
  bool take(Box& box) {
    return side_.take(box.left) && side_.take(box.top) && side_.take(box.right) &&
           side_.take(box.bottom) && is_sane(box);
  }

  // Numbers that count from 1 are none where they are 0.
  bool take(Place& place) {
    std::uint32_t kind = 0, number = 0, column = 0;
    Box box;
    if (!kind_.take(kind)) return false;
    switch (static_cast<Kind>(kind)) {
      case Kind::file:
        return true;
      case Kind::page:
        if (!take(box)) return false;
        place = OnPage{box};
        return true;
      case Kind::flow:
        if (!number_.take(number)) return false;
        if (number > 0) place = InFlow{number};
        return true;
      case Kind::cell:
        if (!number_.take(number) || !number_.take(column)) return false;
        if (number > 0) place = InCell{number, column};
        return true;
      case Kind::image:
        if (!number_.take(number) || !take(box)) return false;
        if (number > 0)
          place = InImage{number, box};
        else
          place = OnPage{box};
        return true;
    }
    return false;
  }

  const std::string& text_;
  Column<std::uint32_t> gap_, length_, kind_, number_, origin_, confidence_;
  Column<float> side_;
  std::uint32_t last_end_ = 0;
};

}  // namespace

bool is_range(const std::string& text, std::uint32_t begin, std::uint32_t end) {
  const auto at_character = [&](std::uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
  };
  return begin <= end && end <= text.size() && at_character(begin) && at_character(end);
}

bool is_sane(const Box& b) {
  return std::isfinite(b.left) && std::isfinite(b.top) && std::isfinite(b.right) &&
         std::isfinite(b.bottom) && b.left <= b.right && b.top <= b.bottom;
}

Box box_from(const pb::Box& b) {
  return {b.left(), b.top(), b.right(), b.bottom()};
}

void put(const Box& box, pb::Box& out) {
  out.set_left(box.left), out.set_top(box.top), out.set_right(box.right),
      out.set_bottom(box.bottom);
}

void put(const std::vector<Word>& words, pb::Words& out) {
  const auto count = static_cast<int>(words.size());
  for (auto* column : {out.mutable_gap(), out.mutable_length(), out.mutable_place(),
                       out.mutable_origin(), out.mutable_confidence()})
    column->Reserve(count);
  std::uint32_t last_end = 0;
  for (const Word& word : words) {
    out.add_gap(word.begin - last_end), out.add_length(word.end - word.begin);
    put(word.place, out);
    out.add_origin(static_cast<std::uint32_t>(word.origin)), out.add_confidence(word.confidence);
    last_end = word.end;
  }
}

void put(const std::vector<Line>& lines, pb::Lines& out) {
  for (const Line& line : lines) {
    for (const std::uint32_t number : {line.first, line.last, line.begin, line.end})
      out.add_range(number);
    out.add_size(line.size);
  }
}

void put(const Grid& grid, pb::Grid& out) {
  out.set_rows(grid.rows), out.set_columns(grid.columns);
  out.mutable_cells()->Reserve(static_cast<int>(grid.cells.size()) * kCellNumbers);
  for (const GridCell& cell : grid.cells)
    for (const std::uint32_t number :
         {cell.row, cell.column, cell.row_span, cell.column_span, cell.begin, cell.end})
      out.add_cells(number);
}

bool words_from(const pb::Words& untrusted, const std::string& text, std::vector<Word>& words) {
  const int count = untrusted.gap_size();
  if (count > kMostWords || untrusted.length_size() != count || untrusted.place_size() != count ||
      untrusted.origin_size() != count || untrusted.confidence_size() != count)
    return false;
  words.resize(static_cast<std::size_t>(count));
  WordTaker taker(untrusted, text);
  for (Word& word : words)
    if (!taker.take(word)) return false;
  return taker.is_at_end();
}

bool grid_from(const pb::Grid& untrusted, const std::string& text, Grid& grid) {
  grid.rows = untrusted.rows(), grid.columns = untrusted.columns();
  const int numbers = untrusted.cells_size();
  if (numbers % kCellNumbers != 0 || numbers > kMostCells * kCellNumbers || grid.rows > kMostRows ||
      grid.columns > kMostColumns)
    return false;
  grid.cells.reserve(static_cast<std::size_t>(numbers / kCellNumbers));
  for (int at = 0; at < numbers; at += kCellNumbers) {
    const std::uint32_t* of = untrusted.cells().data() + at;
    const GridCell c{of[0], of[1], of[2], of[3], of[4], of[5]};
    if (!is_range(text, c.begin, c.end) || c.row_span == 0 || c.column_span == 0) return false;
    if (std::uint64_t{c.row} + c.row_span > grid.rows ||
        std::uint64_t{c.column} + c.column_span > grid.columns)
      return false;
    grid.cells.push_back(c);
  }
  return true;
}

std::uint64_t most_text_of_parts(const std::string& text) {
  return 4 * std::uint64_t{text.size()} + (64u << 10);
}

bool lines_from(const pb::Lines& untrusted, const std::string& text, std::size_t words,
                std::vector<Line>& lines) {
  const int count = untrusted.size_size();
  if (count > kMostWords || untrusted.range_size() != count * kLineNumbers) return false;
  lines.reserve(static_cast<std::size_t>(count));
  std::uint64_t bytes = 0;
  const std::uint32_t* of = untrusted.range().data();
  for (const float untrusted_size : untrusted.size()) {
    const Line line{of[0], of[1], of[2], of[3], std::isfinite(untrusted_size) ? untrusted_size : 0};
    of += kLineNumbers;
    if (line.first > line.last || line.last > words || !is_range(text, line.begin, line.end) ||
        (bytes += line.end - line.begin) > most_text_of_parts(text))
      return false;
    lines.push_back(line);
  }
  return true;
}

}  // namespace biaoshen::wire
