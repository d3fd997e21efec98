// Rules about who is who: is the applicant the first drafter, did every party consent?
//
// Names are compared as pipeline/model/party_name.h says. That a seal was seen is told,
// never that it is authentic.
//
// Tested by tests/checkers/party_rules_test.cpp.
#include <algorithm>
#include <set>

#include "checkers/predicates/outcomes.h"
#include "checkers/predicates/predicates.h"
#include "pipeline/base/text.h"
#include "pipeline/model/party_name.h"

namespace biaoshen {
namespace {

// Each name is compared with each; a hostile number of them must stay cheap.
constexpr std::size_t kMostNames = 300;

struct Named {
  PartyName name;
  bool is_firm = false;
};

// 甲公司、乙公司 in one field: the whole and each.
std::vector<std::string_view> names_in(const Fact& fact) {
  std::vector<std::string_view> names = {fact.value};
  const std::string_view mark = contains(fact.value, "、") ? "、" : "；";
  if (!contains(fact.value, mark)) return names;
  std::string_view rest = fact.value;
  while (names.size() < kMostNames) {
    const std::size_t end = std::min(rest.find(mark), rest.size());
    names.push_back(rest.substr(0, end));
    if (end == rest.size()) break;
    rest.remove_prefix(end + mark.size());
  }
  return names;
}

std::vector<Named> named(const Readings& readings) {
  std::vector<Named> out;
  std::set<std::pair<std::string_view, bool>> seen;
  for (const Fact* fact : readings) {
    for (std::string_view name : names_in(*fact)) {
      if (out.size() == kMostNames) return out;
      if (seen.insert({name, is_firm(*fact)}).second)
        out.push_back({party_name(name), is_firm(*fact)});
    }
  }
  return out;
}

struct Comparison {
  PartyMatch firm = PartyMatch::different;  // between firm readings
  PartyMatch any = PartyMatch::different;
};

Comparison compare(const Readings& these, const Readings& those) {
  Comparison found;
  const std::vector<Named> left = named(these), right = named(those);
  for (const Named& a : left) {
    for (const Named& b : right) {
      const PartyMatch one = match(a.name, b.name);
      found.any = std::max(found.any, one);
      if (a.is_firm && b.is_firm) found.firm = std::max(found.firm, one);
    }
  }
  return found;
}

Readings at_position(const Readings& readings, std::string_view position) {
  if (position.empty()) return readings;
  Readings kept;
  for (const Fact* fact : readings) {
    const std::string* at = fact->detail("position");
    if (at != nullptr && *at == position) kept.push_back(fact);
  }
  return kept;
}

Outcome judge_match(const CheckInput& input, const Check& check, const Readings& these,
                    const Readings& those) {
  Readings both = these;
  both.insert(both.end(), those.begin(), those.end());
  const Comparison found = compare(these, those);
  if (found.firm == PartyMatch::same) return with_quotes(Status::pass, both);
  Outcome outcome = with_quotes(Status::review, both);
  const Wording seen = side_by_side(input, both);
  if (found.any != PartyMatch::different) {
    outcome.reason = {"名称相近或读数存疑，请核对是否为同一单位——" + seen.zh,
                      "the names are near or doubtful, are they one body? " + seen.en};
  } else if (firm(these).empty() || firm(those).empty()) {
    outcome = only_doubtful(input, both);
  } else if (const Wording unsure = unsure_places(input, parameter(check, "other"));
             parameter(check, "position").empty() && !unsure.zh.empty()) {
    outcome.reason = {"已读到的名称中没有", "it is not among the names that were read"};
    append_part(outcome.reason, unsure);
    outcome.evidence.emplace_back(search_for(input, check, parameter(check, "other")));
  } else {
    outcome.status = Status::fail;
    outcome.reason = seen;
  }
  return outcome;
}

// The blocks of one party on all forms of the dossier: the Word file and the sealed scan.
struct Consent {
  std::vector<const Fact*> blocks;
  bool is_firm = false, is_sealed = false;
};

bool has_detail(const Fact& fact, std::string_view key) {
  const std::string* value = fact.detail(key);
  return value != nullptr && !value->empty() && *value != "0";
}

bool refuses(const Fact& fact) {
  const std::string said = bare(fact.value);
  return contains(said, "不同意") || contains(said, "不予") || contains(said, "不推荐");
}

// 无, / and such: the party does not exist or says nothing.
bool says_something(const Fact& fact) {
  const std::string said = bare(fact.value);
  return !said.empty() && said != "无" && said != "/" && said != "-" && said != "无此单位";
}

Consent consent_of(const CheckInput& input, std::string_view fact_name, std::string_view party) {
  Consent consent;
  bool is_refused = false;
  for (const Fact& fact : input.facts) {
    const std::string* whose = fact.name == fact_name ? fact.detail("party") : nullptr;
    if (whose == nullptr || bare(*whose) != bare(party)) continue;
    consent.blocks.push_back(&fact);
    consent.is_firm = consent.is_firm || is_firm(fact) || fact.doubt == "placeholder";
    const bool sealed = has_detail(fact, "date") && has_detail(fact, "seal");
    consent.is_sealed = consent.is_sealed || (sealed && says_something(fact));
    is_refused = is_refused || refuses(fact);
  }
  consent.is_sealed = consent.is_sealed && !is_refused;
  return consent;
}

}  // namespace

Outcome same_party(const CheckInput& input, const Check& check) {
  const Readings these = readings_of(input, parameter(check, "fact"));
  const Readings those =
      at_position(readings_of(input, parameter(check, "other")), parameter(check, "position"));
  Outcome outcome = these.empty()   ? nothing_read(input, check, parameter(check, "fact"))
                    : those.empty() ? nothing_read(input, check, parameter(check, "other"))
                                    : judge_match(input, check, these, those);
  if (!these.empty() && those.empty()) add_quotes(outcome.evidence, these);
  outcome.arguments = {{"value", values(these)}, {"other", values(those)}};
  return outcome;
}

Outcome consents(const CheckInput& input, const Check& check) {
  const std::string_view name = parameter(check, "fact");
  Readings shown;
  std::string missing, unsealed, doubtful;
  bool any = false;
  for (std::string_view party : list_parameter(check, "parties")) {
    const Consent consent = consent_of(input, name, party);
    shown.insert(shown.end(), consent.blocks.begin(), consent.blocks.end());
    any = any || !consent.blocks.empty();
    if (consent.blocks.empty()) {
      append_word(missing, party);
    } else if (!consent.is_sealed) {
      append_word(unsealed, party);
    } else if (!consent.is_firm) {
      append_word(doubtful, party);
    }
  }
  Outcome outcome = with_quotes(Status::pass, shown);
  if (!any) {
    outcome = nothing_read(input, check, name);
  } else if (!missing.empty()) {
    const Wording unsure = unsure_places(input, name);
    outcome.status = unsure.zh.empty() ? Status::fail : Status::review;
    outcome.reason = {"没有读到：" + missing, "not read: " + missing};
    if (!unsure.zh.empty()) append_part(outcome.reason, unsure);
    outcome.evidence.emplace_back(search_for(input, check, name));
  } else if (!unsealed.empty() || !doubtful.empty()) {
    outcome.status = Status::review;
  }
  if (!unsealed.empty())
    append_part(outcome.reason, {"未看到意见、印章和日期齐全的：" + unsealed,
                                 "opinion, seal and date were not all seen: " + unsealed});
  if (!doubtful.empty())
    append_part(outcome.reason,
                {"仅在扫描件上识别到：" + doubtful, "recognised on a scan only: " + doubtful});
  outcome.arguments = {{"missing", missing}, {"unsealed", unsealed}};
  return outcome;
}

}  // namespace biaoshen
