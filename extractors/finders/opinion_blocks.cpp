#include "extractors/finders/opinion_blocks.h"

#include <algorithm>
#include <optional>
#include <variant>

#include "extractors/finders/firmness.h"
#include "extractors/finders/grid_index.h"
#include "extractors/finders/label_book.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostBlocks = 200;       // of a page
constexpr std::size_t kMostLines = 14;         // of a block in lines
constexpr std::size_t kLongestQuestion = 400;  // bytes of a cell that is nothing but a label
constexpr std::size_t kLongestOffice = 6;      // glyphs between a party and 意见
constexpr std::size_t kShortestNear = 4;       // glyphs of a label that may have a wrong one

constexpr std::u32string_view kSubjects[] = {U"项目", U"试点", U"示范", U"申报", U"申请"};
constexpr std::u32string_view kSealWords[] = {U"盖章", U"签章", U"公章", U"印章"};

// A party's label with all that belongs to it; glyphs.
struct Match {
  std::size_t party = 0, begin = 0, end = 0;
  bool asks_opinion = false;  // 意见 or a place to seal stands right beside it
  bool exact = true;
};

bool has_seal_word(const Glyphs& glyphs, std::size_t begin, std::size_t end) {
  return std::any_of(std::begin(kSealWords), std::end(kSealWords),
                     [&](auto word) { return find_in(glyphs, word, begin, end) != kNowhere; });
}

bool is_any_of(char32_t c, std::u32string_view set) {
  return set.find(c) != set.npos;
}

class BlockReader {
 public:
  BlockReader(const Page& page, const std::vector<PartyLabel>& labels)
      : page_(page), labels_(labels), recognised_(has_recognised_words(page)) {}

  std::vector<OpinionBlock> run() {
    read_lines(free_lines(page_));
    for (const Grid& grid : page_.grids) read_grid(grid);
    std::stable_sort(blocks_.begin(), blocks_.end(),
                     [](const auto& a, const auto& b) { return a.label.first < b.label.first; });
    return std::move(blocks_);
  }

 private:
  std::optional<Match> longest_label(const Glyphs& glyphs, std::size_t at, bool exact) const {
    std::optional<Match> best;
    for (const PartyLabel& label : labels_) {
      const std::size_t size = label.characters.size();
      const bool stands =
          exact ? stands_at(glyphs, at, label.characters)
                : size >= kShortestNear && stands_nearly_at(glyphs, at, label.characters);
      if (stands && (!best || at + size > best->end))
        best = Match{label.party, at, at + size, false, exact};
    }
    return best;
  }

  // 1. 试点承担单位（甲方）审核意见（盖章）
  std::optional<Match> match(const Glyphs& glyphs, std::size_t at) const {
    const std::size_t begin = skip_numbering(glyphs, at);
    std::size_t from = begin;
    auto match = longest_label(glyphs, from, true);
    for (std::u32string_view subject : kSubjects) {
      if (match || !stands_at(glyphs, begin, subject)) continue;
      from = begin + subject.size();
      match = longest_label(glyphs, from, true);
    }
    if (!match && recognised_) match = longest_label(glyphs, begin, false);
    if (!match) return std::nullopt;
    match->begin = begin;
    const std::size_t hint = match->end;
    match->end = skip_hint(glyphs, hint);
    const std::size_t opinion =
        find_in(glyphs, U"意见", match->end, match->end + kLongestOffice + 2);
    if (opinion != kNowhere && !has_mark(glyphs, match->end, opinion)) {
      match->asks_opinion = true;
      match->end = skip_hint(glyphs, opinion + 2);
    }
    match->asks_opinion = match->asks_opinion || has_seal_word(glyphs, hint, match->end);
    while (match->end < glyphs.size() && is_colon(glyphs[match->end].c)) ++match->end;
    return match;
  }

  static bool has_mark(const Glyphs& glyphs, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      if (is_any_of(glyphs[i].c, U":,。;、") || glyphs[i].gap >= Gap::wide) return true;
    return false;
  }

  // --- tables ---

  void read_grid(const Grid& grid) {
    const GridIndex index(grid);
    for (const GridCell& cell : grid.cells) {
      const bool short_cell = cell.end > cell.begin && cell.end - cell.begin <= kLongestQuestion;
      const Glyphs glyphs = short_cell ? glyphs_of(page_, cell.begin, cell.end) : Glyphs();
      const auto label = short_cell ? match(glyphs, 0) : std::nullopt;
      if (label && label->end == glyphs.size() && !glyphs.empty())
        add_cells(index, cell, glyphs, *label);
      else
        read_lines(lines_between(page_, cell.begin, cell.end));
    }
  }

  void add_cells(const GridIndex& grid, const GridCell& cell, const Glyphs& glyphs,
                 const Match& label) {
    const std::uint32_t height = std::min(std::max(cell.row_span, 1U), 100U);
    OpinionBlock block = block_of(glyphs, label);
    const GridCell* last = nullptr;
    for (std::uint32_t row = cell.row; row < cell.row + height; ++row) {
      const GridCell* right = grid.at(row, cell.column + cell.column_span);
      if (right != nullptr && right != last && is_body(*right))
        block.body.emplace_back(right->begin, right->end);
      last = right;
    }
    const GridCell* below = grid.at(cell.row + height, cell.column);
    if (block.body.empty() && below != nullptr && is_body(*below))
      block.body.emplace_back(below->begin, below->end);
    const bool asks = label.asks_opinion || is_sealed_in(block);
    if (asks && blocks_.size() < kMostBlocks) blocks_.push_back(std::move(block));
  }

  bool is_body(const GridCell& cell) const {
    const Glyphs glyphs = glyphs_of(page_, cell.begin, cell.end);
    if (glyphs.empty()) return false;
    const auto label = match(glyphs, 0);
    return !(label && label->end == glyphs.size());
  }

  bool is_sealed_in(const OpinionBlock& block) const {
    return std::any_of(block.body.begin(), block.body.end(), [&](TextRange range) {
      const Glyphs glyphs = glyphs_of(page_, range.first, range.second);
      return has_seal_word(glyphs, 0, glyphs.size());
    });
  }

  OpinionBlock block_of(const Glyphs& glyphs, const Match& label) const {
    return {label.party, {glyphs[label.begin].begin, glyphs[label.end - 1].end}, {}, label.exact};
  }

  // --- lines ---

  struct Open {
    std::size_t block;  // index
    float left = 0;     // of its column
  };

  void read_lines(const std::vector<TextRange>& lines) {
    std::vector<Open> open;  // the blocks that the next lines belong to, from left to right
    std::size_t height = 0;
    for (const TextRange& line : lines) {
      const Glyphs glyphs = glyphs_of(page_, line.first, line.second);
      if (glyphs.empty()) continue;
      const auto labels = labels_in(glyphs, open);
      if (!labels.empty()) {
        if (blocks_.size() + labels.size() > kMostBlocks) return;
        open.clear();
        height = 0;
        for (std::size_t i = 0; i < labels.size(); ++i) {
          const std::size_t end = i + 1 < labels.size() ? labels[i + 1].begin : glyphs.size();
          add_open(open, glyphs, labels[i], end);
        }
      } else if (ends_block(glyphs) || ++height > kMostLines) {
        open.clear();
      } else {
        add_line(open, glyphs);
      }
    }
  }

  // Labels at the start of the line or of a column. 承担单位（盖章） under 承担单位意见 belongs
  // to the block that is open.
  std::vector<Match> labels_in(const Glyphs& glyphs, const std::vector<Open>& open) const {
    std::vector<Match> found;
    for (std::size_t at = 0; at < glyphs.size(); ++at) {
      if (at > 0 && glyphs[at].gap < Gap::wide) continue;
      const auto label = match(glyphs, at);
      if (!label || !label->asks_opinion) continue;
      const bool again = open.size() == 1 && blocks_[open[0].block].party == label->party;
      if (!again) found.push_back(*label);
    }
    return found;
  }

  void add_open(std::vector<Open>& open, const Glyphs& glyphs, const Match& label,
                std::size_t end) {
    OpinionBlock block = block_of(glyphs, label);
    if (label.end < end) block.body.emplace_back(glyphs[label.end].begin, glyphs[end - 1].end);
    const Place place = page_.place_of(block.label.first, block.label.second);
    const auto* at = std::get_if<OnPage>(&place);
    open.push_back({blocks_.size(), at != nullptr ? at->box.left : 0});
    blocks_.push_back(std::move(block));
  }

  // A heading, or what another party says.
  static bool ends_block(const Glyphs& glyphs) {
    const std::size_t begin = skip_numbering(glyphs, 0);
    if (begin > 0 && is_any_of(glyphs[begin - 1].c, U"、)")) return true;
    const std::size_t opinion = find_in(glyphs, U"意见", 0, 14);
    if (opinion == kNowhere || opinion + 2 > glyphs.size()) return false;
    const std::size_t end = skip_hint(glyphs, opinion + 2);
    return end == glyphs.size() || is_colon(glyphs[end].c);
  }

  // Each piece of the line goes to the block whose column it stands in.
  void add_line(const std::vector<Open>& open, const Glyphs& glyphs) {
    if (open.empty()) return;
    std::size_t begin = 0;
    for (std::size_t at = 1; at <= glyphs.size(); ++at) {
      if (at < glyphs.size() && glyphs[at].gap < Gap::wide) continue;
      const TextRange piece{glyphs[begin].begin, glyphs[at - 1].end};
      blocks_[column_of(open, piece)].body.push_back(piece);
      begin = at;
    }
  }

  std::size_t column_of(const std::vector<Open>& open, TextRange piece) const {
    const Place place = page_.place_of(piece.first, piece.second);
    std::size_t best = open.front().block;
    if (const auto* at = std::get_if<OnPage>(&place))
      for (const Open& one : open)
        if (one.left <= at->box.left + height(at->box)) best = one.block;
    return best;
  }

  const Page& page_;
  const std::vector<PartyLabel>& labels_;
  bool recognised_;
  std::vector<OpinionBlock> blocks_;
};

}  // namespace

std::vector<OpinionBlock> opinion_blocks(const Page& page, const std::vector<PartyLabel>& labels) {
  return BlockReader(page, labels).run();
}

}  // namespace biaoshen
