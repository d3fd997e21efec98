#include "extractors/finders/score_head.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include "extractors/finders/glyphs.h"
#include "extractors/finders/label_book.h"
#include "extractors/finders/line_grid.h"

namespace biaoshen {
namespace {

constexpr std::size_t kLongestHead = 90;  // bytes of a head cell

enum class Role : unsigned char {
  none,
  own_points,
  points,
  maximum,
  serial,
  indicator,
  description
};

constexpr std::u32string_view kOwnPoints[] = {U"自评", U"自我评", U"自查", U"自打分"};
constexpr std::u32string_view kPoints[] = {U"得分",     U"评分",     U"打分",
                                           U"实得分",   U"实际得分", U"评价得分",
                                           U"评定得分", U"评分值",   U"得分值"};
constexpr std::u32string_view kMaxima[] = {
    U"分值",   U"满分",     U"满分值",   U"标准分",   U"标准分值", U"标准分数", U"权重",
    U"配分",   U"最高分",   U"最高分值", U"分数",     U"总分值",   U"指标分值", U"赋分",
    U"权重分", U"满分分值", U"标准得分", U"权重分值", U"设定分值", U"项目分值"};
constexpr std::u32string_view kForeign[] = {U"专家", U"复核", U"审核", U"评审",
                                            U"核定", U"评委", U"小组", U"终评"};
constexpr std::u32string_view kIndicators[] = {U"级指标",   U"指标名称", U"评价指标", U"指标",
                                               U"评价项目", U"评分项目", U"考核项目", U"项目",
                                               U"评分项",   U"评价要素", U"评价维度", U"类别"};
constexpr std::u32string_view kDescriptions[] = {U"说明", U"内容", U"条款", U"标准", U"要求",
                                                 U"要点", U"细则", U"准则", U"解释"};
constexpr std::u32string_view kSerials[] = {U"序号", U"编号", U"项次"};

// A head cell's words without numbering and hints.
std::u32string words_of(const Page& page, const GridCell& cell) {
  if (cell.end <= cell.begin || cell.end - cell.begin > kLongestHead) return {};
  const Glyphs glyphs = glyphs_of(page, cell.begin, cell.end);
  std::u32string words;
  for (std::size_t at = 0; at < glyphs.size();) {
    const std::size_t after = skip_hint(glyphs, at);
    if (after == at)
      words.push_back(glyphs[at++].c);
    else
      at = after;
  }
  return words;
}

bool is_one_of(std::u32string_view words, std::span<const std::u32string_view> list) {
  return std::find(list.begin(), list.end(), words) != list.end();
}
bool has_one_of(std::u32string_view words, std::span<const std::u32string_view> list) {
  return std::any_of(list.begin(), list.end(),
                     [&](std::u32string_view w) { return words.find(w) != words.npos; });
}

Role role_of(std::u32string_view words) {
  if (words.empty() || has_one_of(words, kForeign)) return Role::none;
  if (is_one_of(words, kSerials)) return Role::serial;
  if (is_one_of(words, kMaxima)) return Role::maximum;
  const bool remark = has_one_of(words, kDescriptions) || words.find(U"依据") != words.npos;
  if (has_one_of(words, kOwnPoints) && !remark) return Role::own_points;
  if (is_one_of(words, kPoints)) return Role::points;
  if (words.find(U"说明") != words.npos || words.find(U"标准") != words.npos)
    return Role::description;
  if (has_one_of(words, kIndicators)) return Role::indicator;
  return remark ? Role::description : Role::none;
}

// The head that one row makes, if it is one.
std::optional<ScoreHead> head_of_row(const Page& page, const GridIndex& grid, std::uint32_t row) {
  ScoreHead head;
  head.first_row = head.last_row = row;
  Role points = Role::none;
  for (const GridCell* cell : grid.row(row)) {
    const Role role = role_of(words_of(page, *cell));
    const std::uint32_t column = cell->column;
    if (role == Role::own_points || (role == Role::points && points == Role::none)) {
      points = role;
      head.points = column;
    }
    if (role == Role::maximum && !head.maximum) head.maximum = column;
    if (role == Role::serial) head.serial = column;
    if (role == Role::description) head.descriptions.push_back(column);
    if (role != Role::indicator) continue;
    // One head over several columns of indicators stands for each of them.
    for (std::uint32_t i = 0; i < std::min(cell->column_span, 8U); ++i) {
      head.indicators.push_back(column + i);
    }
  }
  const bool named = !head.indicators.empty() || !head.descriptions.empty();
  if (points == Role::none || !(head.maximum || named)) return std::nullopt;
  return head;
}

}  // namespace

std::vector<ScoreHead> score_heads(const Page& page, const GridIndex& grid) {
  std::vector<ScoreHead> heads;
  for (std::uint32_t row = 0; row < grid.rows(); ++row) {
    auto head = head_of_row(page, grid, row);
    if (!head) continue;
    if (auto lower = head_of_row(page, grid, row + 1)) {
      head = lower;
      head->first_row = row;
      ++row;
    }
    if (head->indicators.empty()) std::swap(head->indicators, head->descriptions);
    heads.push_back(*head);
  }
  return heads;
}

bool same_columns(const ScoreHead& a, const ScoreHead& b) {
  return a.points == b.points && a.maximum == b.maximum && a.indicators == b.indicators &&
         a.descriptions == b.descriptions;
}

bool has_score_table(const Page& page) {
  const auto has_head = [&](const Grid& grid) {
    return !score_heads(page, GridIndex(grid)).empty();
  };
  if (std::any_of(page.grids.begin(), page.grids.end(), has_head)) return true;
  const auto lines = grid_of_lines(page, head_of_scores());
  return lines && has_head(*lines);
}

}  // namespace biaoshen
