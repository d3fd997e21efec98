// Is a wording there, or are all of several? Is one absent? Which of two instruments is cited?
//
// What stands around the wording is not judged; where that matters, `says` reads sentences.
//
// Tested by tests/checkers/phrase_rules_test.cpp.
#include <algorithm>

#include "checkers/predicates/outcomes.h"
#include "checkers/predicates/predicates.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

using Group = std::vector<std::string_view>;

bool has_one_of(const Fact& fact, const Group& group) {
  const std::string value = bare(fact.value);
  return std::any_of(group.begin(), group.end(), [&](std::string_view word) {
    const std::string wanted = bare(word);
    return !wanted.empty() && contains(value, wanted);
  });
}

struct Groups {
  std::string found, doubtful, missing;  // their first words
  Readings readings;                     // one or more for each that was found
};

Groups look_for(const std::vector<Group>& wanted, const Readings& all) {
  Groups groups;
  for (const Group& group : wanted) {
    Readings of_group;
    std::copy_if(all.begin(), all.end(), std::back_inserter(of_group),
                 [&](const Fact* fact) { return has_one_of(*fact, group); });
    const Readings sure = firm(of_group);
    append_word(of_group.empty() ? groups.missing
                : sure.empty()   ? groups.doubtful
                                 : groups.found,
                group.front());
    const Readings& shown = sure.empty() ? of_group : sure;
    groups.readings.insert(groups.readings.end(), shown.begin(), shown.end());
  }
  return groups;
}

// Whether a part of the dossier is a material in which the fact is looked for.
bool has_place_for(const CheckInput& input, std::string_view name) {
  return std::any_of(
      input.profile.facts.begin(), input.profile.facts.end(), [&](const FactSpec& spec) {
        if (spec.name != name) return false;
        return spec.material.empty() ||
               std::any_of(input.dossier.parts.begin(), input.dossier.parts.end(),
                           [&](const Part& part) { return part.material == spec.material; });
      });
}

}  // namespace

Outcome phrase_found(const CheckInput& input, const Check& check) {
  const std::string_view name = parameter(check, "fact");
  const Readings all = readings_of(input, name);
  if (all.empty()) return nothing_read(input, check, name);
  const Readings sure = firm(all);
  if (sure.empty()) return only_doubtful(input, all);
  Outcome outcome = with_quotes(Status::pass, sure);
  outcome.arguments["phrase"] = values(sure);
  return outcome;
}

Outcome phrases_all(const CheckInput& input, const Check& check) {
  const std::string_view name = parameter(check, "fact");
  const Groups groups = look_for(groups_parameter(check, "wanted"), readings_of(input, name));
  const bool complete = groups.missing.empty() && groups.doubtful.empty();
  Outcome outcome = with_quotes(complete ? Status::pass : Status::review, groups.readings);
  outcome.arguments = {{"found", groups.found}, {"missing", groups.missing}};
  if (complete) return outcome;
  if (!groups.missing.empty()) {
    const Wording unsure = unsure_places(input, name);
    const bool fails = parameter(check, "missing") == "fail" && unsure.zh.empty();
    if (fails) outcome.status = Status::fail;
    outcome.reason = {"未读到：" + groups.missing, "not read: " + groups.missing};
    if (!unsure.zh.empty()) append_part(outcome.reason, unsure);
    outcome.evidence.emplace_back(search_for(input, check, name));
  }
  if (!groups.doubtful.empty())
    append_part(outcome.reason, {"读数存疑：" + groups.doubtful, "doubtful: " + groups.doubtful});
  return outcome;
}

Outcome words_absent(const CheckInput& input, const Check& check) {
  const std::string_view name = parameter(check, "fact");
  const Readings all = readings_of(input, name);
  if (!all.empty()) {
    Outcome outcome = with_quotes(Status::review, all);
    outcome.arguments["found"] = values(all);
    outcome.reason = side_by_side(input, all);
    return outcome;
  }
  if (has_place_for(input, name)) return not_found(input, check, name, Status::pass);
  Outcome outcome = not_found(input, check, name, Status::not_applicable);
  outcome.reason = {"没有可供查找的材料", "the material to look through is not there"};
  return outcome;
}

Outcome superseded(const CheckInput& input, const Check& check) {
  const std::string_view new_name = parameter(check, "new");
  const Readings old_ones = readings_of(input, parameter(check, "old"));
  const Readings new_ones = readings_of(input, new_name);
  if (old_ones.empty() && new_ones.empty()) {
    Outcome outcome = not_found(input, check, new_name, Status::not_applicable);
    if (outcome.status == Status::not_applicable)
      outcome.reason = {"材料中没有引用该文件", "the dossier does not cite it"};
    return outcome;
  }
  Readings all = new_ones;
  all.insert(all.end(), old_ones.begin(), old_ones.end());
  Outcome outcome = with_quotes(firm(new_ones).empty() ? Status::review : Status::pass, all);
  outcome.arguments["found"] = values(all);
  if (outcome.status == Status::pass) return outcome;
  const Wording seen = side_by_side(input, all);
  outcome.reason = new_ones.empty()
                       ? Wording{"只读到已被替代的文件——" + seen.zh,
                                 "only what was replaced is cited: " + seen.en}
                       : Wording{"读数存疑——" + seen.zh, "doubtful readings: " + seen.en};
  return outcome;
}

}  // namespace biaoshen
