// Does the list rank its rows 1, 2, … n? Each file's list is judged alone: the Word file and
// its scan have the same rows. A list that begins again at 1 is two lists for a person.
//
// Tested by tests/checkers/ranked_test.cpp.
#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>

#include "checkers/predicates/outcomes.h"
#include "checkers/predicates/predicates.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

using Rows = Readings;

// 1, 01, 1. and 1、
std::optional<int> rank_of(const Fact& row) {
  const std::string* print = row.detail("rank");
  if (print == nullptr) return std::nullopt;
  std::string text = bare(*print);
  for (std::string_view mark : {".", "、"}) {
    if (text.ends_with(mark)) text.resize(text.size() - mark.size());
  }
  int rank = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), rank);
  const bool whole = failed == std::errc() && end == text.data() + text.size();
  return whole && rank > 0 ? std::optional(rank) : std::nullopt;
}

struct Ranking {
  Status status = Status::pass;
  Wording why;
};

Ranking judge(const Rows& rows, bool is_complete) {
  std::set<int> seen;
  int last = 0;
  bool doubles = false, restarts = false;
  for (const Fact* row : rows) {
    const auto rank = rank_of(*row);
    if (!rank) return {Status::review, {"有行没有可读的序号", "a row has no rank to read"}};
    if (!seen.insert(*rank).second) (*rank == 1 && last > 1 ? restarts : doubles) = true;
    last = *rank;
  }
  const bool has_gap = *seen.rbegin() != static_cast<int>(seen.size());
  if (restarts) return {Status::review, {"序号重新从 1 开始", "the ranks begin again at 1"}};
  if (!doubles && !has_gap) return {};
  const Wording why = doubles ? Wording{"序号重复", "a rank stands twice"}
                              : Wording{"序号不连续", "the ranks have a gap"};
  const bool doubtful = !all_firm(rows) || (!doubles && !is_complete);
  return {doubtful ? Status::review : Status::fail, why};
}

std::string ranks_of(const Rows& rows) {
  constexpr std::size_t kMost = 40;
  std::string out;
  for (std::size_t i = 0; i < rows.size() && i < kMost; ++i) {
    const std::string* rank = rows[i]->detail("rank");
    append_word(out, rank == nullptr || rank->empty() ? "？" : *rank);
  }
  return rows.size() > kMost ? out + "…" : out;
}

// Lists by file; where some were read for certain, only those.
std::map<std::string, Rows> lists_of(const Rows& rows) {
  std::map<std::string, Rows> lists;
  for (const Fact* row : rows) lists[row->quote.file].push_back(row);
  const bool any_firm =
      std::any_of(lists.begin(), lists.end(), [](const auto& one) { return all_firm(one.second); });
  if (any_firm) std::erase_if(lists, [](const auto& one) { return !all_firm(one.second); });
  return lists;
}

Outcome few_rows(const CheckInput& input, const Check& check, const Rows& rows) {
  const std::string_view name = parameter(check, "fact");
  if (rows.empty()) return not_found(input, check, name, Status::not_applicable);
  Outcome outcome = with_quotes(Status::not_applicable, rows);
  outcome.reason = {"汇总表只有一行，不需要排序", "the list has one row, nothing to rank"};
  return outcome;
}

}  // namespace

Outcome ranked(const CheckInput& input, const Check& check) {
  const std::string_view name = parameter(check, "fact");
  const auto lists = lists_of(readings_of(input, name));
  Outcome outcome;
  outcome.status = Status::not_applicable;
  const bool is_complete = unsure_places(input, name).zh.empty();
  Rows judged, single;
  for (const auto& [file, rows] : lists) {
    Rows& kind = rows.size() < 2 ? single : judged;
    kind.insert(kind.end(), rows.begin(), rows.end());
    if (rows.size() < 2) continue;
    const Ranking ranking = judge(rows, is_complete);
    const bool worse = ranking.status == Status::fail ||
                       (ranking.status == Status::review && outcome.status != Status::fail) ||
                       outcome.status == Status::not_applicable;
    if (worse) outcome.status = ranking.status;
    if (!ranking.why.zh.empty())
      append_part(outcome.reason, {ranking.why.zh + "（" + ranks_of(rows) + "）",
                                   ranking.why.en + " (" + ranks_of(rows) + ")"});
  }
  if (judged.empty()) outcome = few_rows(input, check, single);
  if (!judged.empty()) outcome.evidence = quotes(judged);
  if (outcome.status == Status::pass && !all_firm(judged)) outcome = only_doubtful(input, judged);
  outcome.arguments["ranks"] = ranks_of(judged.empty() ? single : judged);
  return outcome;
}

}  // namespace biaoshen
