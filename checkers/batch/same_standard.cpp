// One standard handed in twice, or through two recommenders: two dossiers of which number or
// title reads the same. Always for a person: which of them is to be withdrawn, or whether one
// was misread, no comparison can say.
//
// Tested by tests/batch/same_standard_test.cpp.
#include <algorithm>
#include <map>

#include "checkers/batch/batch_predicates.h"
#include "checkers/batch/entry_facts.h"
#include "checkers/batch/province_name.h"
#include "checkers/predicates/readings.h"

namespace biaoshen {
namespace {

using Holders = std::map<std::size_t, const Fact*>;  // entry -> its reading
struct Group {
  std::string key;
  Holders holders;
};

// Dossiers by what one fact reads, those alone left out.
std::vector<Group> groups_by(const BatchInput& input, std::string_view fact) {
  std::map<std::string, Holders> by_key;
  for (const std::size_t i : applications(input)) {
    for (const Fact& reading : input.entries[i].facts) {
      if (reading.name != fact || !is_of_application(reading)) continue;
      const std::string key = comparable(reading.value);
      if (is_telling(key)) by_key[key].try_emplace(i, &reading);
    }
  }
  std::vector<Group> groups;
  for (auto& [key, holders] : by_key)
    if (holders.size() > 1) groups.push_back({key, std::move(holders)});
  return groups;
}

Entries entries_of(const Holders& holders) {
  Entries entries;
  for (const auto& [entry, reading] : holders) entries.insert(entry);
  return entries;
}

std::vector<const Fact*> readings_over(const BatchInput& input, const Check& check,
                                       const Entries& entries, std::string_view parameter) {
  std::vector<const Fact*> all;
  for (const std::size_t i : entries) {
    const auto of_one = entry_facts(input.entries[i], check, parameter);
    all.insert(all.end(), of_one.begin(), of_one.end());
  }
  return all;
}

void add(Wording& out, const std::string& zh, const std::string& en) {
  out.zh += (out.zh.empty() ? "" : "；") + zh;
  out.en += (out.en.empty() ? "" : "; ") + en;
}

std::vector<std::string> provinces_of(const std::vector<const Fact*>& recommenders) {
  std::vector<std::string> distinct;
  for (const Fact* fact : recommenders) {
    const std::string name = province_name(fact->value);
    if (std::find(distinct.begin(), distinct.end(), name) == distinct.end())
      distinct.push_back(name);
  }
  return distinct;
}

// Whether they come from one applicant or several, through one recommender or several.
Wording ways(const BatchInput& input, const Check& check, const Entries& entries) {
  Wording out;
  const auto applicants = distinct_parties(readings_over(input, check, entries, "applicant"));
  const auto recommenders = provinces_of(readings_over(input, check, entries, "recommender"));
  if (applicants.size() == 1)
    add(out, "申报单位均为" + applicants.front(), "all by applicant " + applicants.front());
  if (applicants.size() > 1)
    add(out, "申报单位不同：" + joined(applicants),
        "by different applicants: " + joined(applicants));
  if (recommenders.size() == 1)
    add(out, "推荐单位均为" + recommenders.front(), "all through " + recommenders.front());
  if (recommenders.size() > 1)
    add(out, "经不同推荐单位推荐：" + joined(recommenders),
        "through different recommenders: " + joined(recommenders));
  return out;
}

BatchOutcome outcome_of(const BatchInput& input, const Check& check, const Holders& holders) {
  const Entries entries = entries_of(holders);
  BatchOutcome outcome = outcome_about(input, entries);
  const std::string value = holders.begin()->second->value;
  outcome.arguments["number"] = value;
  outcome.reason = {"“" + value + "”见于 " + outcome.arguments["dossiers"],
                    "“" + value + "” stands in " + outcome.arguments["dossiers"]};
  const Wording more = ways(input, check, entries);
  if (!more.zh.empty()) add(outcome.reason, more.zh, more.en);
  for (const auto& [entry, reading] : holders) add_evidence(outcome, entry, *reading);
  return outcome;
}

// What was told already: the number has shown it, the title need not repeat it.
class Told {
 public:
  // Whether all of these were told of together.
  bool holds(const Entries& entries) const {
    const auto with_first = by_entry_.find(*entries.begin());
    if (with_first == by_entry_.end()) return false;
    return std::ranges::any_of(with_first->second, [&](std::size_t i) {
      return std::ranges::includes(told_[i], entries);
    });
  }
  void add(const Entries& entries) {
    for (const std::size_t entry : entries) by_entry_[entry].push_back(told_.size());
    told_.push_back(entries);
  }

 private:
  std::vector<Entries> told_;
  std::map<std::size_t, std::vector<std::size_t>> by_entry_;
};

}  // namespace

std::vector<BatchOutcome> same_standard(const BatchInput& input, const Check& check) {
  std::vector<BatchOutcome> outcomes;
  Told told;
  for (const std::string_view fact : list_parameter(check, "fact")) {
    for (const Group& group : groups_by(input, fact)) {
      const Entries entries = entries_of(group.holders);
      if (told.holds(entries)) continue;
      told.add(entries);
      outcomes.push_back(outcome_of(input, check, group.holders));
    }
  }
  return outcomes;
}

}  // namespace biaoshen
