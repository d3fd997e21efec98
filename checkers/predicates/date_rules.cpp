// Rules about dates: their order, the time a standard has been in force, its review
// cycle, the deadline. Months end on the last day where the day does not exist
// (31 August + 6 months = 28 or 29 February, 29 February + 3 years = 28 February), and
// where that decided it is said. A date worked out from 自发布之日起实施 does not decide, but
// it is told what it would decide.
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
bool has_dates(const CheckInput& input, const Check& check, std::string_view name, Readings& dates,
               Outcome& otherwise) {
  const Readings all = readings_of(input, name);
  dates = dated(all);
  if (dates.empty()) {
    otherwise = all.empty() ? nothing_read(input, check, name) : only_doubtful(input, all);
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

// If months simply ran on, 31 August + 6 months would be "31 February", three days after
// 28 February.
Date unclamped(const Date& from, const Shifted& limit) {
  return add_days(limit.date, from.day - limit.date.day);
}

// The period is over on the day it ends on: not so with months that ran on.
bool clamp_decided(const Date& from, const Shifted& limit, const Date& as_of) {
  return limit.date <= as_of && as_of < unclamped(from, limit);
}

const Wording kClampNote = {
    "（期满月份没有相应日期，按该月最后一日计算，结果取决于这一算法）",
    " (the month has no such day, so its last day counts, and that decided it)"};

bool all_relative(const Readings& readings) {
  return !readings.empty() && std::all_of(readings.begin(), readings.end(), [](const Fact* fact) {
    return fact->doubt == "relative" && date_in(*fact) != nullptr;
  });
}

// What the answer would be if dates worked out from a wording were right.
void tell_relative(const Readings& readings, int months, const Date& as_of, Outcome& outcome) {
  if (!all_relative(readings)) return;
  bool any = false, all = true;
  for (const Fact* fact : readings) {
    const bool over = add_months(*date_in(*fact), months).date <= as_of;
    any = any || over;
    all = all && over;
  }
  const std::string count = std::to_string(months);
  if (all)
    append_part(outcome.reason, {"按推算的日期已满 " + count + " 个月",
                                 "by the date worked out, " + count + " months are over"});
  if (!any)
    append_part(outcome.reason, {"按推算的日期不满 " + count + " 个月",
                                 "by the date worked out, " + count + " months are not over"});
}

}  // namespace

Outcome date_order(const CheckInput& input, const Check& check) {
  Readings published, implemented;
  Outcome otherwise;
  if (!has_dates(input, check, parameter(check, "published"), published, otherwise))
    return otherwise;
  if (!has_dates(input, check, parameter(check, "implemented"), implemented, otherwise))
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
    outcome.reason = contradictory(input, both).reason;
  }
  return outcome;
}

Outcome months_passed(const CheckInput& input, const Check& check) {
  Readings dates;
  Outcome otherwise;
  const int months = whole_parameter(check, "months", 6);
  if (!has_dates(input, check, parameter(check, "fact"), dates, otherwise)) {
    tell_relative(readings_of(input, parameter(check, "fact")), months, input.as_of, otherwise);
    otherwise.arguments = {{"as_of", to_string(input.as_of)}, {"months", std::to_string(months)}};
    return otherwise;
  }
  dates = distinct(dates);
  const auto judge = [&](const Fact& fact) {
    return add_months(*date_in(fact), months).date <= input.as_of ? Status::pass : Status::fail;
  };
  Outcome outcome = judge_each(input, dates, judge);
  const bool one_date = std::all_of(dates.begin(), dates.end(), [&](const Fact* fact) {
    return *date_in(*fact) == *date_in(*dates.front());
  });
  if (outcome.status == Status::pass && !one_date) outcome = contradictory(input, dates);
  const Date& from = *date_in(*dates.front());
  const Shifted limit = add_months(from, months);
  outcome.arguments = {{"date", values(dates)},
                       {"earliest", to_string(limit.date)},
                       {"as_of", to_string(input.as_of)},
                       {"months", std::to_string(months)}};
  if (outcome.status == Status::pass && clamp_decided(from, limit, input.as_of)) {
    outcome.reason = kClampNote;
  }
  return outcome;
}

Outcome by_cut_off(const CheckInput& input, const Check& check) {
  const std::string_view name = parameter(check, "fact");
  Readings dates;
  Outcome outcome;
  if (has_dates(input, check, name, dates, outcome)) {
    dates = distinct(dates);
    outcome = judge_each(input, dates, [&](const Fact& fact) {
      return *date_in(fact) <= input.as_of ? Status::pass : Status::fail;
    });
  }
  outcome.arguments = {{"date", values(dates)}, {"as_of", to_string(input.as_of)}};
  return outcome;
}

Outcome review_cycle(const CheckInput& input, const Check& check) {
  const std::string_view cycle = parameter(check, "cycle");
  const int years = whole_parameter(check, "years", 3);
  const Readings stated = readings_of(input, cycle);
  Readings sure;
  for (const Fact* fact : firm(stated)) {
    if (decimal_in(*fact) != nullptr) sure.push_back(fact);
  }
  if (stated.empty()) return nothing_read(input, check, cycle);
  if (sure.empty()) return only_doubtful(input, stated);
  Outcome outcome = judge_each(input, sure, [&](const Fact& fact) {
    return *decimal_in(fact) <= years ? Status::pass : Status::fail;
  });
  outcome.arguments = {
      {"cycle", values(sure)}, {"years", std::to_string(years)}, {"published", ""}};
  if (outcome.status != Status::pass) return outcome;

  Readings published;
  Outcome otherwise;
  if (!has_dates(input, check, parameter(check, "published"), published, otherwise))
    return otherwise;
  published = distinct(published);
  add_quotes(outcome.evidence, published);
  outcome.arguments["published"] = values(published);
  const bool young = std::all_of(published.begin(), published.end(), [&](const Fact* fact) {
    return input.as_of <= add_months(*date_in(*fact), 12 * years).date;
  });
  if (young) return outcome;
  const bool by_clamp = std::any_of(published.begin(), published.end(), [&](const Fact* fact) {
    const Shifted limit = add_months(*date_in(*fact), 12 * years);
    return limit.date < input.as_of && input.as_of <= unclamped(*date_in(*fact), limit);
  });
  const Readings reviewed = firm(readings_of(input, parameter(check, "evidence")));
  add_quotes(outcome.evidence, reviewed);
  if (!reviewed.empty()) return outcome;
  outcome.status = Status::review;
  outcome.reason = {
      "发布（" + values(published) + "）已超过 " + std::to_string(years) + " 年，未读到复审记录",
      "published " + values(published) + ", more than " + std::to_string(years) +
          " years ago, and no review was found"};
  if (by_clamp) append(outcome.reason, kClampNote);
  outcome.evidence.emplace_back(
      search_in(input.dossier, check.sought.zh, Pictures::cannot_hold_it));
  return outcome;
}

}  // namespace biaoshen
