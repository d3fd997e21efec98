#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "checkers/check.h"
#include "checkers/explain.h"
#include "checkers/messages.h"
#include "checkers/predicate_docs.h"
#include "checkers/predicates/predicate_table.h"
#include "checkers/profile_library.h"
#include "checkers/profile_names.h"
#include "known_finders.h"
#include "pipeline/base/text.h"

using namespace biaoshen;

namespace {

const std::vector<Profile>& shipped() {
  static const auto profiles = shipped_profiles(known_finders());
  if (!profiles) FAIL(profiles.error().message);
  return *profiles;
}

const Profile& beijing() {
  for (const Profile& profile : shipped()) {
    if (profile.id == "bj-hq-group-standard") return profile;
  }
  FAIL("no profile bj-hq-group-standard");
  return shipped().front();
}

// What every programme's rules are called outside; tools rely on these names.
constexpr const char* kRuleNames[] = {"material.application-form",
                                      "material.self-score",
                                      "material.procedure",
                                      "material.standard-text",
                                      "material.platform-screenshot",
                                      "material.innovation",
                                      "material.patent-disclosure",
                                      "material.implementation",
                                      "file.readable",
                                      "number.format",
                                      "number.code-chars",
                                      "number.code-reserved",
                                      "number.year-matches-publication",
                                      "number.consistent",
                                      "date.order",
                                      "date.in-force-six-months",
                                      "date.review-cycle",
                                      "date.consistent",
                                      "title.consistent",
                                      "organization.consistent",
                                      "platform.status-in-force",
                                      "platform.disclosed",
                                      "score.threshold",
                                      "score.arithmetic",
                                      "form.required-fields",
                                      "form.uscc-valid",
                                      "form.sealed",
                                      "form.commitment",
                                      "credit.checked",
                                      "policy.field",
                                      "technical.not-lower",
                                      "technical.not-obsolete"};

// The folder with the instruments' texts, where this machine has it.
const std::filesystem::path kInstrumentTexts = std::filesystem::path(SOURCE_DIR) / ".." / "shared";

std::string contents_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string seed_that_begins(const std::string& name) {
  if (!std::filesystem::is_directory(kInstrumentTexts / "seeds")) return "";
  for (const auto& entry : std::filesystem::directory_iterator(kInstrumentTexts / "seeds")) {
    if (entry.path().filename().string().starts_with(name)) return contents_of(entry.path());
  }
  return "";
}

// The text that an instrument is quoted from. Of the yearly notices only the words that the
// collection of facts has are at hand.
std::string text_of(const std::string& instrument) {
  constexpr std::pair<const char*, const char*> kSeeds[] = {{"实施方案", "000_"},
                                                            {"北京市质量技术监督局", "001_"},
                                                            {"规范优质发展", "002_"},
                                                            {"试点示范项目的征集通知", "003_"},
                                                            {"工业通信业团体标准", "004_"}};
  for (const auto& [part, seed] : kSeeds) {
    if (contains(instrument, part)) return seed_that_begins(seed);
  }
  return contents_of(kInstrumentTexts / "domain.md");
}

}  // namespace

TEST_CASE("the shipped profiles have no mistake") {
  const auto profiles = shipped_profiles(known_finders());
  if (!profiles) FAIL(profiles.error().message);
  CHECK_FALSE(profiles->empty());
}

TEST_CASE("the Beijing profile has every rule that tools rely on") {
  for (const char* id : kRuleNames) {
    INFO(id);
    CHECK(beijing().rule(id) != nullptr);
  }
  for (const char* id :
       {"application-form", "self-score", "procedure", "standard-text", "platform-screenshot",
        "innovation", "patent-disclosure", "implementation"}) {
    CHECK(beijing().material(id) != nullptr);
  }
}

TEST_CASE("every wording of every profile is there in Chinese and English") {
  for (const Profile& profile : shipped()) {
    for (const RuleSpec* rule : all_rules(profile)) {
      INFO(profile.id << " " << profile.version << ": " << rule->id);
      CHECK(rule->messages.count(Status::review) == 1);
      for (const auto& [status, text] : rule->messages) {
        CHECK(has_han(text.zh));
        CHECK_FALSE(has_han(text.en));
      }
      for (const Wording& text : {rule->title, rule->remedy, rule->rationale})
        CHECK(has_han(text.zh));
      for (const Wording& text : {rule->title, rule->rationale}) CHECK_FALSE(has_han(text.en));
    }
  }
}

TEST_CASE("quotations are verbatim in the instruments they cite") {
  if (seed_that_begins("000_").empty()) {
    WARN("the folder with the instruments' texts is not here; quotations were not compared");
    return;
  }
  std::size_t compared = 0, rules = 0;
  for (const Profile& profile : shipped()) {
    for (const RuleSpec* rule : all_rules(profile)) {
      ++rules;
      for (const Citation& cite : rule->cites) {
        if (cite.quote.starts_with("（大意，非原文）")) continue;
        INFO(profile.id << " " << rule->id << ": " << cite.instrument << ": " << cite.quote);
        CHECK(contains(text_of(cite.instrument), cite.quote));
        ++compared;
      }
    }
  }
  CHECK(compared * 2 >= rules);
}

TEST_CASE("each rule of an empty dossier ends with evidence and a full message") {
  for (const Profile& profile : shipped()) {
    const Dossier dossier;
    const CheckInput input{profile, dossier, {}, {2024, 8, 31}};
    const auto findings = check(input);
    REQUIRE(findings.size() == profile.rules.size());
    for (const Finding& finding : findings) {
      INFO(profile.id << " " << finding.rule << ": " << finding.message.zh);
      CHECK_FALSE(finding.evidence.empty());
      CHECK(placeholders_of(finding.message.zh).empty());
      CHECK(placeholders_of(finding.message.en).empty());
      CHECK_FALSE(finding.cites.empty());
      const bool by_absence = std::any_of(finding.evidence.begin(), finding.evidence.end(),
                                          [](const Evidence& evidence) {
                                            const auto* search = std::get_if<Search>(&evidence);
                                            return search != nullptr && search->complete;
                                          });
      if (finding.status == Status::fail) CHECK((by_absence || finding.rule == "file.readable"));
    }
  }
}

TEST_CASE("messages for statuses that a rule never has are left out") {
  for (const char* id :
       {"number.year-matches-publication", "platform.disclosed", "form.sealed", "form.commitment",
        "credit.checked", "policy.field", "technical.not-lower", "technical.not-obsolete"}) {
    INFO(id);
    CHECK(beijing().rule(id)->messages.count(Status::fail) == 0);
  }
}

TEST_CASE("the row of each predicate names how it decides, in both languages") {
  for (Scope scope : {Scope::dossier, Scope::batch, Scope::panel}) {
    std::set<std::string_view> names;
    for (const PredicateDoc* doc : predicate_docs(scope)) {
      INFO(doc->name);
      CHECK(names.insert(doc->name).second);
      CHECK(doc->doc.ends_with('.'));
      CHECK(doc->doc_zh.ends_with("。"));
      CHECK(predicate_doc(scope, doc->name) == doc);
      for (std::string_view row : doc->parameters) {
        const std::string_view type = declared_parameter(row).type;
        CHECK((type.empty() || type == "facts" || type == "materials" || type == "whole" ||
               type == "date"));
      }
    }
    CHECK(predicate_doc(scope, "no-such") == nullptr);
  }
  for (const PredicateRow& row : predicate_table()) CHECK(row.check != nullptr);
}

TEST_CASE("explain tells a rule with its citation, predicate and remedy in both languages") {
  const RuleSpec& rule = *beijing().rule("date.in-force-six-months");
  const std::string zh = explain_rule(beijing(), rule, {"rules/x/pass-y"}, Language::zh);
  CHECK(contains(zh, "团体标准现行有效且实施6个月及以上"));
  CHECK(contains(zh, "months-passed"));
  CHECK(contains(zh, "rules/x/pass-y"));
  CHECK(contains(zh, "months = 6"));
  CHECK(contains(zh, rule.remedy.zh));
  const std::string en = explain_rule(beijing(), rule, {}, Language::en);
  CHECK(contains(en, rule.remedy.en));
  CHECK(contains(en, "months-passed"));
  CHECK_FALSE(contains(en, "Samples"));
}

TEST_CASE("the lists name every rule and programme") {
  const std::string rules = list_rules(beijing(), Language::zh);
  for (const char* id : kRuleNames) CHECK(contains(rules, id));
  const std::string programmes = list_programmes(std::span(&beijing(), 1), Language::en);
  CHECK(contains(programmes, "bj-hq-group-standard 2024"));
  CHECK(contains(programmes, "cut-off 2024-08-31"));
}
