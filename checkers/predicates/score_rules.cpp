// Does the self-score reach the threshold, and is it added up right?
//
// The official table of indicators is not public, so maxima are read from the
// sheet itself; nothing here knows an indicator or a weight.
//
// A sheet is what one file says: its items, its sub-totals, its total. A form
// only gives a total. Each sheet is added up alone; totals are then compared.
//
// Tested by tests/checkers/score_rules_test.cpp.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <map>

#include "checkers/predicates/outcomes.h"
#include "checkers/predicates/predicates.h"

namespace biaoshen {
namespace {

constexpr double kTolerance = 0.005;
constexpr std::size_t kMostTold = 8;

struct Sheet {
  Readings items, subtotals, totals;
  Readings blanks;  // rows without points that could be read
};

// What is wrong with the sheets, and the readings that show it.
struct Fault {
  Wording what;
  Readings shown;
};

bool same(double a, double b) {
  return std::abs(a - b) < kTolerance;
}

std::string print(double points) {
  char text[350];  // the largest double has 309 digits
  std::string out(text,
                  std::to_chars(text, std::end(text), points, std::chars_format::fixed, 2).ptr);
  while (out.back() == '0') out.pop_back();
  if (out.back() == '.') out.pop_back();
  return out;
}

double points_of(const Fact& fact) {
  return *decimal_in(fact);
}

std::string_view detail_of(const Fact& fact, std::string_view name) {
  const std::string* detail = fact.detail(name);
  return detail == nullptr ? std::string_view() : std::string_view(*detail);
}

// A decimal detail; negative where there is none.
double number_detail(const Fact& fact, std::string_view name) {
  const std::string text(detail_of(fact, name));
  if (text.empty() || text.find_first_not_of("0123456789.") != std::string::npos) return -1;
  double whole = 0, part = 0, unit = 1;
  bool after = false;
  for (char c : text) {
    if (c == '.') {
      after = true;
    } else if (after) {
      unit /= 10;
      part += (c - '0') * unit;
    } else {
      whole = whole * 10 + (c - '0');
    }
  }
  return whole + part;
}

double sum_of(const Readings& readings) {
  double sum = 0;
  for (const Fact* fact : readings) sum += points_of(*fact);
  return sum;
}

using Sheets = std::map<std::string, Sheet>;  // by file

Sheets sheets_of(const CheckInput& input, const Check& check) {
  Sheets sheets;
  const auto take = [&](std::string_view name, Readings Sheet::*kind) {
    for (const Fact* fact : readings_of(input, parameter(check, name))) {
      Sheet& sheet = sheets[fact->quote.file];
      const bool unread = decimal_in(*fact) == nullptr;
      if (!unread) (sheet.*kind).push_back(fact);
      if (unread && kind == &Sheet::items) sheet.blanks.push_back(fact);
    }
  };
  take("items", &Sheet::items);
  take("subtotals", &Sheet::subtotals);
  take("total", &Sheet::totals);
  for (const Fact& fact : input.facts) {
    if (fact.doubt == "blank-form") continue;  // an empty sheet beside the one that counts
    if (fact.name == parameter(check, "blanks")) sheets[fact.quote.file].blanks.push_back(&fact);
  }
  return sheets;
}

void check_maxima(const Sheet& sheet, std::vector<Fault>& faults) {
  for (const Readings* rows : {&sheet.items, &sheet.subtotals, &sheet.totals}) {
    for (const Fact* fact : *rows) {
      const double most = number_detail(*fact, "maximum");
      if (most < 0 || points_of(*fact) <= most + kTolerance) continue;
      const std::string name(detail_of(*fact, rows == &sheet.items ? "name" : "group"));
      faults.push_back({{"“" + name + "”得 " + fact->value + " 分，超过满分 " + print(most) + " 分",
                         "“" + name + "” has " + fact->value + " points of at most " + print(most)},
                        {fact}});
    }
  }
}

// How far blank rows could raise a sum.
double slack_of(const Readings& blanks, std::string_view group, bool any_group) {
  double slack = 0;
  for (const Fact* fact : blanks) {
    if (!any_group && detail_of(*fact, "group") != group) continue;
    const double most = number_detail(*fact, "maximum");
    slack += most < 0 ? 1e9 : most;
  }
  return slack;
}

struct Sums {
  std::vector<Fault> faults, open;
};

// `stated` should be the sum of `rows`; rows left blank may explain a difference.
void check_sum(const Fact& stated, const Readings& rows, double slack, Sums& sums) {
  const double sum = sum_of(rows);
  const double difference = points_of(stated) - sum;
  if (same(difference, 0)) return;
  const std::string group(detail_of(stated, "group"));
  const std::string name = group.empty() ? "总分" : "“" + group + "”小计";
  const std::string name_en = group.empty() ? "total" : "sub-total of “" + group + "”";
  Fault fault{{name + " " + stated.value + " 分，各项合计 " + print(sum) + " 分",
               name_en + " is " + stated.value + ", its parts add up to " + print(sum)},
              {&stated}};
  fault.shown.insert(fault.shown.end(), rows.begin(), rows.end());
  const bool explained = slack > 0 && difference > 0 && difference <= slack + kTolerance;
  (explained ? sums.open : sums.faults).push_back(std::move(fault));
}

void check_subtotals(const Sheet& sheet, Sums& sums) {
  std::map<std::string_view, Readings> groups;
  for (const Fact* item : sheet.items) {
    const std::string_view group = detail_of(*item, "group");
    if (!group.empty()) groups[group].push_back(item);
  }
  for (const Fact* subtotal : sheet.subtotals) {
    const auto rows = groups.find(detail_of(*subtotal, "group"));
    if (rows == groups.end()) continue;
    check_sum(*subtotal, rows->second, slack_of(sheet.blanks, rows->first, false), sums);
  }
}

void check_totals(const Sheet& sheet, Sums& sums) {
  const double slack = slack_of(sheet.blanks, "", true);
  for (const Fact* total : sheet.totals) {
    if (!sheet.items.empty()) {
      check_sum(*total, sheet.items, slack, sums);
    } else if (!sheet.subtotals.empty()) {
      check_sum(*total, sheet.subtotals, slack, sums);
    }
  }
}

// Totals of different files, e.g. form and sheet.
void compare_totals(const Readings& totals, std::vector<Fault>& faults) {
  for (const Fact* total : totals) {
    if (same(points_of(*total), points_of(*totals.front()))) continue;
    faults.push_back({{"各处总分不一致：" + totals.front()->value + " 分与 " + total->value + " 分",
                       "the totals differ: " + totals.front()->value + " and " + total->value},
                      {totals.front(), total}});
    return;
  }
}

Outcome tell(const std::vector<Fault>& faults, Status status) {
  Outcome outcome;
  outcome.status = status;
  for (std::size_t i = 0; i < faults.size(); ++i) {
    add_quotes(outcome.evidence, faults[i].shown);
    if (i >= kMostTold) continue;
    append(outcome.reason,
           {(i == 0 ? "" : "；") + faults[i].what.zh, (i == 0 ? "" : "; ") + faults[i].what.en});
  }
  return outcome;
}

Outcome cannot_add(const CheckInput& input, const Check& check, const Readings& totals,
                   bool has_rows) {
  Outcome outcome = totals.empty() && !has_rows
                        ? nothing_read(input, check, parameter(check, "items"))
                        : with_quotes(Status::review, totals);
  append(outcome.reason, totals.empty() ? Wording{"（没有读到总分）", " (no total was read)"}
                                        : Wording{"只读到总分，没有读到各项得分，无法核算",
                                                  "only a total was read, no items to add up"});
  if (outcome.evidence.empty()) {
    outcome.evidence.emplace_back(
        search_in(input.dossier, check.sought.zh, Pictures::cannot_hold_it));
  }
  return outcome;
}

}  // namespace

Outcome score_threshold(const CheckInput& input, const Check& check) {
  const std::string_view name = parameter(check, "fact");
  const int threshold = whole_parameter(check, "threshold", 80);
  const Readings all = readings_of(input, name);
  if (all.empty()) {
    Outcome outcome = nothing_read(input, check, name);
    outcome.arguments = {{"score", ""}, {"threshold", std::to_string(threshold)}};
    return outcome;
  }
  Readings sure;
  for (const Fact* fact : firm(all)) {
    if (decimal_in(*fact) != nullptr) sure.push_back(fact);
  }
  Outcome outcome =
      sure.empty() ? only_doubtful(input, all) : judge_each(input, sure, [&](const Fact& fact) {
        return points_of(fact) + kTolerance >= threshold ? Status::pass : Status::fail;
      });
  outcome.arguments = {{"score", values(sure.empty() ? all : sure)},
                       {"threshold", std::to_string(threshold)}};
  return outcome;
}

Outcome score_arithmetic(const CheckInput& input, const Check& check) {
  const Sheets sheets = sheets_of(input, check);
  Sums sums;
  Readings used, totals;
  bool has_rows = false, added = false;
  for (const auto& [file, sheet] : sheets) {
    const bool rows = !sheet.items.empty() || !sheet.subtotals.empty();
    has_rows = has_rows || rows;
    added = added || (rows && !sheet.totals.empty());
    check_maxima(sheet, sums.faults);
    check_subtotals(sheet, sums);
    check_totals(sheet, sums);
    for (const Readings* part : {&sheet.totals, &sheet.subtotals, &sheet.items}) {
      used.insert(used.end(), part->begin(), part->end());
    }
    totals.insert(totals.end(), sheet.totals.begin(), sheet.totals.end());
  }
  if (!totals.empty()) compare_totals(totals, sums.faults);
  const bool doubtful = !all_firm(used);
  if (!sums.faults.empty()) {
    Outcome outcome = tell(sums.faults, doubtful ? Status::review : Status::fail);
    if (doubtful) append(outcome.reason, {"（部分读数存疑）", " (some readings are doubtful)"});
    return outcome;
  }
  if (!sums.open.empty()) return tell(sums.open, Status::review);
  if (!added) return cannot_add(input, check, totals, has_rows);
  if (doubtful) return only_doubtful(input, used);
  Outcome outcome = with_quotes(Status::pass, used);
  outcome.arguments["total"] = values(totals);
  return outcome;
}

}  // namespace biaoshen
