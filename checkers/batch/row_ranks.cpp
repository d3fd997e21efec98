#include "checkers/batch/row_ranks.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <tuple>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

using List = std::vector<const Fact*>;

// "3", "3." and "（3）" are 3; 0 where it is no number.
int rank_of(const Fact& row) {
  const std::string* print = row.detail("rank");
  if (print == nullptr) return 0;
  std::string text = bare(folded(*print));
  for (std::string_view mark : {"(", ")", ".", "、", "第"}) text = replace_all(text, mark, "");
  int rank = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), rank);
  const bool is_whole = failed == std::errc() && end == text.data() + text.size();
  return is_whole && rank > 0 ? rank : 0;
}

bool has_rank(const Fact* row) {
  const std::string* print = row->detail("rank");
  return print != nullptr && !trim(*print).empty();
}

bool is_ranked(const List& list) {
  std::vector<int> ranks;
  for (const Fact* row : list) ranks.push_back(rank_of(*row));
  std::sort(ranks.begin(), ranks.end());
  for (std::size_t i = 0; i < ranks.size(); ++i)
    if (ranks[i] != static_cast<int>(i) + 1) return false;
  return true;
}

bool is_ranked_by_kind(const List& list) {
  std::map<std::string, List> by_kind;
  for (const Fact* row : list) {
    const std::string* kind = row->detail("kind");
    by_kind[kind == nullptr ? std::string() : bare(folded(*kind))].push_back(row);
  }
  return std::all_of(by_kind.begin(), by_kind.end(),
                     [](const auto& one) { return is_ranked(one.second); });
}

// Which are there more than once, which of 1 … n are not there, how many are no number.
Wording mistakes_of(const List& list) {
  std::map<int, std::size_t> counts;
  for (const Fact* row : list) ++counts[rank_of(*row)];
  std::vector<std::string> doubles, gaps;
  for (const auto& [rank, count] : counts)
    if (rank > 0 && count > 1) doubles.push_back(std::to_string(rank));
  for (int rank = 1; rank <= static_cast<int>(list.size()); ++rank)
    if (!counts.contains(rank)) gaps.push_back(std::to_string(rank));
  Wording out;
  const auto add = [&](const std::string& zh, const std::string& en) {
    out.zh += (out.zh.empty() ? "" : "；") + zh;
    out.en += (out.en.empty() ? "" : "; ") + en;
  };
  if (!doubles.empty())
    add("序号重复：" + joined(doubles), "ranks more than once: " + joined(doubles));
  if (!gaps.empty()) add("缺少序号：" + joined(gaps), "ranks missing: " + joined(gaps));
  if (counts.contains(0)) {
    const std::string count = std::to_string(counts[0]);
    add(count + " 行没有可读的序号", count + " rows without a readable rank");
  }
  return out;
}

// The sheet of a workbook is a list of its own.
std::string sheet_of(const Fact& row) {
  return row.quote.cell.substr(0, row.quote.cell.rfind('!') + 1);
}

}  // namespace

std::vector<RankMistake> rank_mistakes(const BatchInput& input, const Check& check) {
  std::map<std::tuple<std::size_t, std::string, std::string>, List> lists;
  for (std::size_t i = 0; i < input.entries.size(); ++i)
    for (const Fact* row : entry_facts(input.entries[i], check, "roster"))
      lists[{i, row->quote.file, sheet_of(*row)}].push_back(row);
  std::vector<RankMistake> mistakes;
  for (const auto& [place, list] : lists) {
    if (std::none_of(list.begin(), list.end(), has_rank)) continue;
    if (is_ranked(list) || is_ranked_by_kind(list)) continue;
    mistakes.push_back({std::get<0>(place), list, mistakes_of(list)});
  }
  return mistakes;
}

}  // namespace biaoshen
