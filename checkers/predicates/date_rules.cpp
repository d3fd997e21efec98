// Rules about dates: their order, the time a standard has been in force, and its
// review cycle. Months end on the last day where the day does not exist
// (31 August + 6 months = 28 or 29 February), and where that decided it is said.
//
// Tested by tests/checkers/date_rules_test.cpp.
#include <algorithm>

#include "checkers/predicates/outcomes.h"
#include "checkers/predicates/predicates.h"

namespace biaoshen {
namespace {

Readings dated(const Readings& readings) {
  Readings kept;
  for (const Fact* fact : firm(readings)) {
    if (date_in(*fact) != nullptr) kept.push_back(fact);
  }
  return kept;
}

// Firm dates called `name`, or why there are none.
bool has_dates(const CheckInput& input, const RuleSpec& rule, std::string_view name,
               Readings& dates, Outcome& otherwise) {
  const Readings all = readings_of(input, name);
  dates = dated(all);
  if (dates.empty()) {
    otherwise = all.empty() ? nothing_read(input, rule, name) : only_doubtful(input, all);
  }
  return !dates.empty();
}

bool all_before(const Readings& earlier, const Readings& later, bool strictly) {
  for (const Fact* a : earlier) {
    for (const Fact* b : later) {
      if (strictly ? *date_in(*a) >= *date_in(*b) : *date_in(*a) > *date_in(*b)) return false;
    }
  }
  return true;
}

// One fact for each distinct date, so that a hostile number of readings stays cheap.
Readings distinct(const Readings& dates) {
  Readings kept;
  for (const Fact* fact : dates) {
    const bool seen = std::any_of(kept.begin(), kept.end(), [&](const Fact* other) {
      return *date_in(*other) == *date_in(*fact) && other->material == fact->material;
    });
    if (!seen && kept.size() < 40) kept.push_back(fact);
  }
  return kept;
}

// The day before the clamp would be over if months simply ran on: 31 August + 6
// months is "31 February", three days after 28 February.
bool clamp_decided(const Date& from, const Shifted& limit, const Date& as_of) {
  if (!limit.clamped || as_of < limit.date) return false;
  return as_of < add_days(limit.date, from.day - limit.date.day);
}

}  // namespace

Outcome date_order(const CheckInput& input, const RuleSpec& rule) {
  Readings published, implemented;
  Outcome otherwise;
  if (!has_dates(input, rule, parameter(rule, "published"), published, otherwise)) return otherwise;
  if (!has_dates(input, rule, parameter(rule, "implemented"), implemented, otherwise))
    return otherwise;
  published = distinct(published);
  implemented = distinct(implemented);
  Readings both = published;
  both.insert(both.end(), implemented.begin(), implemented.end());
  Outcome outcome = with_quotes(Status::review, both);
  outcome.arguments["published"] = values(published);
  outcome.arguments["implemented"] = values(implemented);
  if (all_before(published, implemented, false)) {
    outcome.status = Status::pass;
  } else if (all_before(implemented, published, true)) {
    outcome.status = Status::fail;
  } else {
    const Wording seen = side_by_side(input, both);
    outcome.reason = {"各处日期不一致——" + seen.zh, "the dates differ: " + seen.en};
  }
  return outcome;
}

Outcome in_force(const CheckInput& input, const RuleSpec& rule) {
  Readings dates;
  Outcome otherwise;
  if (!has_dates(input, rule, parameter(rule, "fact"), dates, otherwise)) return otherwise;
  dates = distinct(dates);
  const int months = whole_parameter(rule, "months", 6);
  const auto judge = [&](const Fact& fact) {
    return add_months(*date_in(fact), months).date <= input.as_of ? Status::pass : Status::fail;
  };
  Outcome outcome = judge_each(input, dates, judge);
  const bool one_date = std::all_of(dates.begin(), dates.end(), [&](const Fact* fact) {
    return *date_in(*fact) == *date_in(*dates.front());
  });
  if (outcome.status == Status::pass && !one_date) {
    const Wording seen = side_by_side(input, dates);
    outcome.status = Status::review;
    outcome.reason = {"各处实施日期不一致——" + seen.zh, "the dates differ: " + seen.en};
  }
  const Date& from = *date_in(*dates.front());
  const Shifted limit = add_months(from, months);
  outcome.arguments = {{"implemented", values(dates)},
                       {"earliest", to_string(limit.date)},
                       {"as_of", to_string(input.as_of)},
                       {"months", std::to_string(months)}};
  if (outcome.status == Status::pass && clamp_decided(from, limit, input.as_of)) {
    outcome.reason = {"（期满月份没有相应日期，按该月最后一日计算，结果取决于这一算法）",
                      " (the month has no such day, so its last day counts, and that decided it)"};
  }
  return outcome;
}

Outcome review_cycle(const CheckInput& input, const RuleSpec& rule) {
  const std::string_view cycle = parameter(rule, "cycle");
  const int years = whole_parameter(rule, "years", 3);
  const Readings stated = readings_of(input, cycle);
  Readings sure;
  for (const Fact* fact : firm(stated)) {
    if (decimal_in(*fact) != nullptr) sure.push_back(fact);
  }
  if (stated.empty()) return nothing_read(input, rule, cycle);
  if (sure.empty()) return only_doubtful(input, stated);
  Outcome outcome = judge_each(input, sure, [&](const Fact& fact) {
    return *decimal_in(fact) <= years ? Status::pass : Status::fail;
  });
  outcome.arguments = {
      {"cycle", values(sure)}, {"years", std::to_string(years)}, {"published", ""}};
  if (outcome.status != Status::pass) return outcome;

  Readings published;
  Outcome otherwise;
  if (!has_dates(input, rule, parameter(rule, "published"), published, otherwise)) return otherwise;
  published = distinct(published);
  add_quotes(outcome.evidence, published);
  outcome.arguments["published"] = values(published);
  const bool young = std::all_of(published.begin(), published.end(), [&](const Fact* fact) {
    return input.as_of <= add_months(*date_in(*fact), 12 * years).date;
  });
  if (young) return outcome;
  const Readings reviewed = firm(readings_of(input, parameter(rule, "evidence")));
  add_quotes(outcome.evidence, reviewed);
  if (!reviewed.empty()) return outcome;
  outcome.status = Status::review;
  outcome.reason = {
      "发布（" + values(published) + "）已超过 " + std::to_string(years) + " 年，未读到复审记录",
      "published " + values(published) + ", more than " + std::to_string(years) +
          " years ago, and no review was found"};
  outcome.evidence.emplace_back(search_in(input.dossier, rule.title.zh, Pictures::cannot_hold_it));
  return outcome;
}

}  // namespace biaoshen
