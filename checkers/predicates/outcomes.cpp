#include "checkers/predicates/outcomes.h"

#include <algorithm>

namespace biaoshen {
namespace {

std::vector<std::string_view> materials_of(const Profile& profile, std::string_view fact) {
  std::vector<std::string_view> found;
  for (const FactSpec& spec : profile.facts) {
    if (spec.name == fact) found.push_back(spec.material);
  }
  return found;
}

// What people call the thing; the rule's title where the matrix does not name it.
std::string sought(const CheckInput& input, const RuleSpec& rule, std::string_view fact) {
  for (const MatrixField& field : input.profile.matrix) {
    if (field.fact == fact) return field.title.zh;
  }
  return rule.title.zh;
}

Pictures pictures_for_fact(const Profile& profile, std::string_view fact) {
  for (std::string_view material : materials_of(profile, fact)) {
    if (pictures_for(profile, material) == Pictures::may_hold_it) return Pictures::may_hold_it;
  }
  return Pictures::cannot_hold_it;
}

}  // namespace

Outcome nothing_read(const CheckInput& input, const RuleSpec& rule, std::string_view fact) {
  const Pictures pictures = pictures_for_fact(input.profile, fact);
  Outcome outcome;
  outcome.status = Status::review;
  outcome.reason = {"材料中没有读到需要的内容", "nothing of it was read in the dossier"};
  const auto missed = gaps(input.dossier, pictures);
  if (!missed.empty()) {
    const Wording where = describe(input.dossier, missed);
    append(outcome.reason, {"；以下内容未能读取：" + where.zh, "; not readable: " + where.en});
  }
  outcome.evidence.emplace_back(search_in(input.dossier, sought(input, rule, fact), pictures));
  return outcome;
}

Outcome only_doubtful(const CheckInput& input, const Readings& readings) {
  Outcome outcome = with_quotes(Status::review, readings);
  const Wording seen = side_by_side(input, readings);
  outcome.reason = {"读数不能单独作为判断依据——" + seen.zh,
                    "the readings cannot decide alone: " + seen.en};
  return outcome;
}

Outcome with_quotes(Status status, const Readings& readings) {
  Outcome outcome;
  outcome.status = status;
  outcome.evidence = quotes(readings);
  return outcome;
}

Outcome judge_each(const CheckInput& input, const Readings& readings, const Judge& judge) {
  const Status first = judge(*readings.front());
  const bool same = std::all_of(readings.begin(), readings.end(),
                                [&](const Fact* fact) { return judge(*fact) == first; });
  Outcome outcome = with_quotes(same ? first : Status::review, readings);
  if (!same) {
    const Wording seen = side_by_side(input, readings);
    outcome.reason = {"各处读数不一致——" + seen.zh, "the readings differ: " + seen.en};
  }
  return outcome;
}

void append(Wording& wording, const Wording& more) {
  wording.zh += more.zh;
  wording.en += more.en;
}

}  // namespace biaoshen
