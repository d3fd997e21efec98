// How many dossiers each province or body recommends, against what the call allows.
//
// A count is certain only for dossiers whose recommender was read firmly and without
// contradiction. Recommendations that nobody could read are told apart, for they might
// complete a number.
//
// Tested by tests/batch/quota_test.cpp.
#include <algorithm>
#include <map>

#include "checkers/batch/batch_predicates.h"
#include "checkers/batch/entry_facts.h"
#include "checkers/batch/province_name.h"
#include "checkers/predicates/readings.h"

namespace biaoshen {
namespace {

struct Recommended {
  Entries all;
  std::size_t firm = 0;
};

struct Counts {
  std::map<std::string, Recommended> by_recommender;
  Entries unclear;  // several recommenders
  Entries unknown;  // none
};

Counts count(const BatchInput& input, const Check& check) {
  Counts counts;
  for (const std::size_t i : applications(input)) {
    std::set<std::string> names;
    bool is_firmly_read = false;
    for (const Fact* fact : entry_facts(input.entries[i], check, "recommender")) {
      names.insert(province_name(fact->value));
      is_firmly_read = is_firmly_read || is_firm(*fact);
    }
    if (names.empty()) counts.unknown.insert(i);
    if (names.size() > 1) counts.unclear.insert(i);
    if (names.size() != 1) continue;
    Recommended& recommended = counts.by_recommender[*names.begin()];
    recommended.all.insert(i);
    recommended.firm += is_firmly_read;
  }
  return counts;
}

void add_recommenders(const BatchInput& input, const Check& check, BatchOutcome& outcome) {
  for (const std::size_t i : outcome.concerned) {
    const auto readings = entry_facts(input.entries[i], check, "recommender");
    if (!readings.empty()) add_evidence(outcome, i, *readings.front());
  }
}

BatchOutcome too_many(const BatchInput& input, const Check& check, const std::string& name,
                      const Recommended& recommended) {
  const int maximum = whole_parameter(check, "maximum", 0);
  const std::size_t most = static_cast<std::size_t>(std::max(0, maximum));
  BatchOutcome outcome = outcome_about(input, recommended.all);
  const bool is_certain = recommended.firm > most;
  if (is_certain && parameter(check, "over") == "fail") outcome.status = Status::fail;
  const std::string count = std::to_string(recommended.all.size());
  outcome.arguments["recommender"] = name;
  outcome.arguments["count"] = count;
  outcome.arguments["maximum"] = std::to_string(most);
  const std::string kind(parameter(check, "kind-word"));
  outcome.reason = {
      name + "推荐" + kind + " " + count + " 个，多于 " + std::to_string(most) + " 个",
      name + " recommends " + count + ", more than " + std::to_string(most)};
  if (!is_certain) {
    outcome.reason.zh += "（其中有的推荐单位读数存疑）";
    outcome.reason.en += " (some recommenders were read with doubt)";
  }
  add_recommenders(input, check, outcome);
  return outcome;
}

BatchOutcome not_counted(const BatchInput& input, const Check& check, const Entries& entries,
                         const Wording& why) {
  BatchOutcome outcome = outcome_about(input, entries);
  const std::string& dossiers = outcome.arguments["dossiers"];
  outcome.reason = {why.zh + "，未计入名额：" + dossiers, why.en + ", not counted: " + dossiers};
  outcome.arguments["count"] = std::to_string(entries.size());
  outcome.arguments["maximum"] = std::string(parameter(check, "maximum"));
  add_recommenders(input, check, outcome);
  return outcome;
}

}  // namespace

std::vector<BatchOutcome> quota(const BatchInput& input, const Check& check) {
  const int maximum = whole_parameter(check, "maximum", 0);
  const Counts counts = count(input, check);
  std::vector<BatchOutcome> outcomes;
  for (const auto& [name, recommended] : counts.by_recommender)
    if (recommended.all.size() > static_cast<std::size_t>(std::max(0, maximum)))
      outcomes.push_back(too_many(input, check, name, recommended));
  if (!counts.unclear.empty())
    outcomes.push_back(not_counted(input, check, counts.unclear,
                                   {"推荐单位读数不一", "the recommender reads in several ways"}));
  if (!counts.unknown.empty())
    outcomes.push_back(
        not_counted(input, check, counts.unknown, {"未读出推荐单位", "no recommender was read"}));
  return outcomes;
}

}  // namespace biaoshen
