#include "extractors/finders/paragraphs.h"

#include <algorithm>
#include <optional>
#include <variant>

#include "extractors/finders/glyphs.h"
#include "extractors/finders/label_book.h"

namespace biaoshen {
namespace {

constexpr std::size_t kNeighbours = 30;      // lines on each side that show where a column ends
constexpr std::size_t kLongestStart = 60;    // bytes of a line that show whether it is numbered
constexpr float kWidestLeading = 1.7F;       // letters between the lines of a paragraph
constexpr float kIndent = 1.5F;              // letters
constexpr float kSameColumn = 4;             // letters between the left edges of a column
constexpr float kSizeOfAnotherText = 1.35F;  // of the letters: a heading

struct PrintedLine {
  TextRange range;
  std::optional<Box> box;
  std::uint32_t image = 0;  // from 1; 0: the page itself
};

PrintedLine printed_line(const Page& page, TextRange range) {
  PrintedLine line{range, {}, 0};
  const Place place = page.place_of(range.first, range.second);
  if (const auto* on_page = std::get_if<OnPage>(&place)) line.box = on_page->box;
  if (const auto* in_image = std::get_if<InImage>(&place)) {
    line.box = in_image->box;
    line.image = in_image->image;
  }
  return line;
}

// 一、 （二） 3. 4)
bool is_numbered(const Page& page, TextRange range) {
  const std::size_t end = std::min(range.second, range.first + kLongestStart);
  const Glyphs start = glyphs_of(page, range.first, end);
  const std::size_t after = skip_numbering(start, 0);
  if (after == 0) return false;
  const char32_t last = start[after - 1].c;
  return last == U'、' || last == ')' || last == '.';
}

class Joiner {
 public:
  Joiner(const Page& page, const std::vector<TextRange>& lines) : page_(page) {
    for (const TextRange& range : lines) lines_.push_back(printed_line(page, range));
  }

  std::vector<TextRange> run() const {
    std::vector<TextRange> found;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (i > 0 && continues(i))
        found.back().second = lines_[i].range.second;
      else
        found.push_back(lines_[i].range);
    }
    return found;
  }

 private:
  bool continues(std::size_t i) const {
    const PrintedLine &above = lines_[i - 1], &below = lines_[i];
    if (!above.box || !below.box || above.image != below.image) return false;
    const float letter = height(*above.box), other = height(*below.box);
    if (letter > other * kSizeOfAnotherText || other > letter * kSizeOfAnotherText) return false;
    const float leading = below.box->top - above.box->bottom;
    if (leading > kWidestLeading * letter || below.box->bottom < above.box->top) return false;
    const float shift = below.box->left - above.box->left;
    if (shift > kIndent * letter || shift < -kSameColumn * letter) return false;
    return above.box->right > right_edge(i - 1) - 2 * letter && !is_numbered(page_, below.range);
  }

  // Of the column that line `i` stands in, as its neighbours show it.
  float right_edge(std::size_t i) const {
    const Box& own = *lines_[i].box;
    float right = own.right;
    const std::size_t first = i > kNeighbours ? i - kNeighbours : 0;
    const std::size_t last = std::min(lines_.size(), i + kNeighbours + 1);
    for (std::size_t k = first; k < last; ++k) {
      const PrintedLine& line = lines_[k];
      if (!line.box || line.image != lines_[i].image) continue;
      const float apart = line.box->left - own.left;
      if (apart > -kSameColumn * height(own) && apart < kSameColumn * height(own))
        right = std::max(right, line.box->right);
    }
    return right;
  }

  const Page& page_;
  std::vector<PrintedLine> lines_;
};

}  // namespace

std::vector<TextRange> paragraphs_of_lines(const Page& page, const std::vector<TextRange>& lines) {
  return Joiner(page, lines).run();
}

std::vector<TextRange> paragraphs(const Page& page) {
  std::vector<TextRange> found = paragraphs_of_lines(page, free_lines(page));
  for (const Grid& grid : page.grids) {
    for (const GridCell& cell : grid.cells) {
      const auto inside = paragraphs_of_lines(page, lines_between(page, cell.begin, cell.end));
      found.insert(found.end(), inside.begin(), inside.end());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace biaoshen
