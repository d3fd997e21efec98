#include "extractors/finders/free_lines.h"

#include <algorithm>

namespace biaoshen {

std::vector<TextRange> free_lines(const Page& page) {
  std::vector<TextRange> covered;
  for (const Grid& grid : page.grids) {
    for (const GridCell& cell : grid.cells) {
      if (cell.end > cell.begin) covered.emplace_back(cell.begin, cell.end);
    }
  }
  std::sort(covered.begin(), covered.end());
  for (std::size_t i = 1; i < covered.size(); ++i) {
    covered[i].second = std::max(covered[i].second, covered[i - 1].second);
  }
  std::vector<TextRange> lines;
  for (const Line& line : page.lines) {
    const auto behind = std::partition_point(covered.begin(), covered.end(),
                                             [&](const auto& c) { return c.first < line.end; });
    const bool in_cell = behind != covered.begin() && (behind - 1)->second > line.begin;
    if (!in_cell && line.end > line.begin) lines.emplace_back(line.begin, line.end);
  }
  return lines;
}

std::vector<TextRange> lines_between(const Page& page, std::size_t begin, std::size_t end) {
  std::vector<TextRange> lines;
  end = std::min(end, page.text.size());
  while (begin < end) {
    const std::size_t stop = std::min(page.text.find('\n', begin), end);
    if (stop > begin) lines.emplace_back(begin, stop);
    begin = stop + 1;
  }
  return lines;
}

}  // namespace biaoshen
