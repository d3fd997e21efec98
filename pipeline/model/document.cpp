#include "pipeline/model/document.h"

#include <algorithm>

namespace biaoshen {

Box unite(const Box& a, const Box& b) {
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
          std::max(a.bottom, b.bottom)};
}

const GridCell* Grid::at(std::uint32_t row, std::uint32_t column) const {
  const auto covers = [&](const GridCell& c) {
    return row >= c.row && row < c.row + c.row_span && column >= c.column &&
           column < c.column + c.column_span;
  };
  const auto found = std::find_if(cells.begin(), cells.end(), covers);
  return found == cells.end() ? nullptr : &*found;
}

std::string_view Page::line_text(const Line& line) const {
  return std::string_view(text).substr(line.begin, line.end - line.begin);
}

std::string_view Page::cell_text(const GridCell& cell) const {
  return std::string_view(text).substr(cell.begin, cell.end - cell.begin);
}

std::pair<std::size_t, std::size_t> Page::words_in(std::size_t begin, std::size_t end) const {
  const auto first = std::partition_point(words.begin(), words.end(),
                                          [&](const Word& w) { return w.end <= begin; });
  const auto last =
      std::partition_point(first, words.end(), [&](const Word& w) { return w.begin < end; });
  return {static_cast<std::size_t>(first - words.begin()),
          static_cast<std::size_t>(last - words.begin())};
}

Place Page::place_of(std::size_t begin, std::size_t end) const {
  const auto [first, last] = words_in(begin, end);
  if (first == last) return WholeFile{};
  if (const auto* in = std::get_if<InImage>(&words[first].place)) {
    InImage around = *in;
    for (std::size_t i = first + 1; i < last; ++i)
      if (const auto* next = std::get_if<InImage>(&words[i].place);
          next && next->image == in->image)
        around.box = unite(around.box, next->box);
    return around;
  }
  const auto* box = std::get_if<OnPage>(&words[first].place);
  if (box == nullptr) return words[first].place;
  OnPage around = *box;
  for (std::size_t i = first + 1; i < last; ++i)
    if (const auto* next = std::get_if<OnPage>(&words[i].place))
      around.box = unite(around.box, next->box);
  return around;
}

bool Document::has_problem(std::string_view kind) const {
  return std::any_of(problems.begin(), problems.end(),
                     [&](const Problem& p) { return p.kind == kind; });
}

std::string_view name_of(Origin origin) {
  constexpr std::string_view kNames[] = {"text", "ocr", "cell", "name"};
  return kNames[static_cast<std::size_t>(origin)];
}

std::string_view name_of(Source source) {
  constexpr std::string_view kNames[] = {"text", "ocr", "mixed", "blank", "failed"};
  return kNames[static_cast<std::size_t>(source)];
}

std::string_view name_of(FileStatus status) {
  constexpr std::string_view kNames[] = {"read", "partial", "refused", "unreadable", "ignored"};
  return kNames[static_cast<std::size_t>(status)];
}

}  // namespace biaoshen
