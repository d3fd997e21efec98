#include "extractors/readers/doc/doc_rows.h"

#include <algorithm>
#include <utility>

#include "extractors/readers/byte_source.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostCells = 1024;  // of a row; Word allows 63
constexpr std::size_t kCellLook = 20;     // bytes of it in the list
constexpr std::int32_t kSameEdge = 40;    // two points: nobody draws a column so narrow
constexpr std::uint64_t kJoinsLeft = 2, kJoinsAbove = 32, kIsTopmost = 64;

// number:u8 edges:i16[number+1] looks[number], of which the last may be left out.
std::vector<std::int32_t> edges_of(std::string_view list, std::size_t cells) {
  std::vector<std::int32_t> edges;
  if (number_at(list, 0, 1, ByteOrder::little) != cells) return edges;
  if (list.size() < 1 + 2 * (cells + 1)) return edges;
  for (std::size_t i = 0; i <= cells; ++i)
    edges.push_back(static_cast<std::int16_t>(number_at(list, 1 + 2 * i, 2, ByteOrder::little)));
  return std::is_sorted(edges.begin(), edges.end()) ? edges : std::vector<std::int32_t>();
}

std::uint64_t look_of(std::string_view list, std::size_t cells, std::size_t index) {
  return number_at(list, 1 + 2 * (cells + 1) + index * kCellLook, 2, ByteOrder::little);
}

// The left ends of groups of edges that are one.
std::vector<std::int32_t> columns_of(std::vector<std::int32_t> edges) {
  std::sort(edges.begin(), edges.end());
  std::vector<std::int32_t> columns;
  for (const std::int32_t edge : edges) {
    if (columns.empty() || edge > columns.back() + kSameEdge) columns.push_back(edge);
  }
  return columns;
}

std::uint32_t column_at(const std::vector<std::int32_t>& columns, std::int32_t edge) {
  const auto after = std::upper_bound(columns.begin(), columns.end(), edge);
  return static_cast<std::uint32_t>(after - columns.begin()) - 1;
}

void place(DocxRow& row, const std::vector<std::int32_t>& edges,
           const std::vector<std::int32_t>& columns) {
  std::uint32_t next = 0;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    DocxCell& cell = row.cells[i];
    cell.column = edges.empty() ? next : std::max(next, column_at(columns, edges[i]));
    const std::uint32_t end = edges.empty() ? 0 : column_at(columns, edges[i + 1]);
    cell.span = end > cell.column ? end - cell.column : 1;
    next = cell.column + cell.span;
  }
  row.columns = next;
}

void join(std::vector<DocxBlock> from, std::vector<DocxBlock>& to) {
  for (DocxBlock& block : from) to.push_back(std::move(block));
}

}  // namespace

void DocRows::cell(std::vector<DocxBlock> blocks) {
  if (cells_.size() < kMostCells) {
    cells_.push_back(std::move(blocks));
  } else {
    join(std::move(blocks), cells_.back());
  }
}

void DocRows::break_page() {
  (!cells_.empty() ? breaks_after_ : breaks_before_) = true;
}

void DocRows::end_row(std::string_view list, DocxFlow& flow) {
  const std::size_t count = cells_.size();
  const std::vector<std::int32_t> edges = edges_of(list, count);
  Row made;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t look = edges.empty() ? 0 : look_of(list, count, i);
    if ((look & kJoinsLeft) != 0 && !made.row.cells.empty()) {
      join(std::move(cells_[i]), made.row.cells.back().blocks);
      made.edges.back() = edges[i + 1];
      continue;
    }
    DocxCell& cell = made.row.cells.emplace_back();
    cell.continues = (look & kJoinsAbove) != 0 && (look & kIsTopmost) == 0;
    cell.blocks = std::move(cells_[i]);
    if (edges.empty()) continue;
    if (made.edges.empty()) made.edges.push_back(edges[i]);
    made.edges.push_back(edges[i + 1]);
  }
  cells_.clear();
  made.row.breaks_before = std::exchange(breaks_before_, false);
  made.row.breaks_after = std::exchange(breaks_after_, false);
  held_ += text_bytes(made.row);
  if (!made.row.cells.empty()) rows_.push_back(std::move(made));
  if (held_ > most_text_) hand_on(flow);
}

void DocRows::hand_on(DocxFlow& flow) {
  if (!rows_.empty() && !std::exchange(is_open_, true)) flow.begin_table();
  std::vector<std::int32_t> edges;
  for (const Row& row : rows_) edges.insert(edges.end(), row.edges.begin(), row.edges.end());
  const std::vector<std::int32_t> columns = columns_of(std::move(edges));
  for (Row& row : rows_) {
    place(row.row, row.edges, columns);
    flow.row(std::move(row.row));
  }
  rows_.clear();
  held_ = 0;
}

void DocRows::finish(DocxFlow& flow) {
  if (!cells_.empty()) end_row({}, flow);
  hand_on(flow);
  if (std::exchange(is_open_, false)) flow.end_table();
}

}  // namespace biaoshen
