#include "extractors/readers/pictures/picture_order.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace biaoshen {
namespace {

// Recognised text [begin, end) that belongs to byte `to` of the page's own text.
struct Block {
  std::uint32_t begin = 0, end = 0, to = 0;
};

// The end of the line that `place` is inside.
std::uint32_t behind_line(std::uint32_t own, std::uint32_t place, const Page& page) {
  if (place == 0 || place >= own || page.text[place - 1] == '\n') return std::min(place, own);
  return std::min(static_cast<std::uint32_t>(page.text.find('\n', place)) + 1, own);
}

std::vector<Block> blocks_of(std::uint32_t own, std::span<const std::uint32_t> places,
                             const Page& page) {
  std::vector<Block> blocks;
  std::uint32_t to = 0;
  for (std::size_t i = 0; i < page.images.size(); ++i) {
    const Image& image = page.images[i];
    if (image.begin < own || image.begin == image.end) continue;
    to = std::max(to, behind_line(own, i < places.size() ? places[i] : own,
                                  page));  // never before an earlier one
    blocks.push_back({image.begin, image.end, to});
  }
  return blocks;
}

// Where bytes go.
class Order {
 public:
  Order(std::uint32_t own, std::vector<Block> blocks) : own_(own), blocks_(std::move(blocks)) {}

  void move(std::uint32_t& begin, std::uint32_t& end) const {
    const std::uint32_t size = end - begin;
    begin += shift(begin);
    end = begin + size;  // no range reaches over a line, so none over a block
  }
  std::string rearranged(const std::string& text) const {
    std::string moved;
    std::uint32_t at = 0;
    for (const Block& block : blocks_) {
      moved.append(text, at, block.to - at);
      moved.append(text, block.begin, block.end - block.begin);
      at = block.to;
    }
    moved.append(text, at, own_ - at);
    return moved;
  }

 private:
  // Modulo 2^32, for those that move to the front.
  std::uint32_t shift(std::uint32_t begin) const {
    std::uint32_t before = 0;  // bytes of blocks that come first
    for (const Block& block : blocks_) {
      if (begin >= block.begin && begin < block.end) return block.to + before - block.begin;
      if (begin < own_ && block.to > begin) break;
      before += block.end - block.begin;
    }
    return begin < own_ ? before : 0;
  }

  std::uint32_t own_;
  std::vector<Block> blocks_;
};

}  // namespace

void put_in_order(std::uint32_t own, std::span<const std::uint32_t> places, Page& page) {
  const std::vector<Block> blocks = blocks_of(own, places, page);
  if (std::all_of(blocks.begin(), blocks.end(), [&](const Block& b) { return b.to == own; }))
    return;
  const Order order(own, blocks);

  const std::vector<Word> words = std::exchange(page.words, {});
  for (Line& line : page.lines) order.move(line.begin, line.end);
  std::sort(page.lines.begin(), page.lines.end(),
            [](const Line& a, const Line& b) { return a.begin < b.begin; });
  for (Line& line : page.lines) {
    const auto first = static_cast<std::uint32_t>(page.words.size());
    for (std::uint32_t i = line.first; i < line.last; ++i) {
      page.words.push_back(words[i]);
      order.move(page.words.back().begin, page.words.back().end);
    }
    line.first = first;
    line.last = static_cast<std::uint32_t>(page.words.size());
  }
  for (Grid& grid : page.grids) {
    for (GridCell& cell : grid.cells) order.move(cell.begin, cell.end);
  }
  for (SecondReading& second : page.second_readings) order.move(second.begin, second.end);
  std::sort(page.second_readings.begin(), page.second_readings.end(),
            [](const auto& a, const auto& b) { return a.begin < b.begin; });
  for (Image& image : page.images) {
    if (image.begin != image.end) order.move(image.begin, image.end);
  }
  page.text = order.rearranged(page.text);
}

}  // namespace biaoshen
