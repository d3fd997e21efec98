#include "extractors/finders/page_regions.h"

#include <algorithm>
#include <utility>

namespace biaoshen {
namespace {

constexpr std::size_t kMostPictures = 40;  // of one page that are looked at alone

using Range = std::pair<std::size_t, std::size_t>;

bool is_read(const Image& image) {
  return image.begin < image.end;
}

Range range_of(const Page& page, const Image& image) {
  return {std::min<std::size_t>(image.begin, page.text.size()),
          std::min<std::size_t>(image.end, page.text.size())};
}

// What the page prints outside of its pictures.
std::vector<Range> own_ranges(const Page& page) {
  std::vector<Range> taken;
  for (const Image& image : page.images)
    if (is_read(image)) taken.push_back(range_of(page, image));
  std::sort(taken.begin(), taken.end());
  std::vector<Range> own;
  std::size_t at = 0;
  for (const auto& [begin, end] : taken) {
    if (begin > at) own.emplace_back(at, begin);
    at = std::max(at, end);
  }
  if (at < page.text.size()) own.emplace_back(at, page.text.size());
  return own;
}

// Sorted ranges that do not overlap.
class Membership {
 public:
  explicit Membership(std::vector<Range> ranges) : ranges_(std::move(ranges)) {}
  bool holds(std::size_t begin, std::size_t end) const {
    const auto after = std::partition_point(ranges_.begin(), ranges_.end(),
                                            [&](const Range& r) { return r.first <= begin; });
    return after != ranges_.begin() && end <= (after - 1)->second;
  }
  std::string blank_out(const std::string& text) const {
    std::string out(text.size(), '\n');
    for (const auto& [begin, end] : ranges_)
      std::copy(text.begin() + static_cast<std::ptrdiff_t>(begin),
                text.begin() + static_cast<std::ptrdiff_t>(end),
                out.begin() + static_cast<std::ptrdiff_t>(begin));
    return out;
  }

 private:
  std::vector<Range> ranges_;
};

void add_words(const Page& page, const Membership& members, Page& piece) {
  for (const Word& word : page.words) {
    if (!members.holds(word.begin, word.end)) continue;
    piece.words.push_back(word);
    if (const auto* in = std::get_if<InImage>(&word.place))
      piece.words.back().place = OnPage{in->box};
  }
}

void add_lines(const Page& page, const Membership& members, Page& piece) {
  for (const Line& line : page.lines) {
    if (!members.holds(line.begin, line.end)) continue;
    const auto [first, last] = piece.words_in(line.begin, line.end);
    piece.lines.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last),
                           line.begin, line.end, line.size});
  }
}

void add_grids(const Page& page, const Membership& members, Page& piece) {
  for (const Grid& grid : page.grids) {
    const bool belongs =
        std::all_of(grid.cells.begin(), grid.cells.end(), [&](const GridCell& cell) {
          return cell.begin == cell.end || members.holds(cell.begin, cell.end);
        });
    if (belongs) piece.grids.push_back(grid);
  }
}

}  // namespace

std::vector<PageRegion> regions_of(const Page& page) {
  std::vector<PageRegion> regions = {{&page, std::nullopt, true}};
  for (std::size_t i = 0; i < page.images.size() && regions.size() <= kMostPictures; ++i)
    if (is_read(page.images[i])) regions.push_back({&page, i, false});
  if (regions.size() > 1) regions.front().is_whole = false;
  return regions;
}

Page piece_of(const PageRegion& region) {
  const Page& page = *region.page;
  if (region.is_whole) return page;
  const Membership members(region.image ? std::vector{range_of(page, page.images[*region.image])}
                                        : own_ranges(page));
  Page piece;
  piece.number = page.number;
  piece.width = page.width;
  piece.height = page.height;
  piece.source = page.source;
  piece.reason = page.reason;
  piece.title = page.title;
  piece.is_grey_scan = page.is_grey_scan;
  piece.text = members.blank_out(page.text);
  add_words(page, members, piece);
  add_lines(page, members, piece);
  add_grids(page, members, piece);
  for (const SecondReading& one : page.second_readings)
    if (members.holds(one.begin, one.end)) piece.second_readings.push_back(one);
  return piece;
}

}  // namespace biaoshen
