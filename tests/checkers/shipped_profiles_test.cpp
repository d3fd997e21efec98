#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "checkers/check.h"
#include "checkers/explain.h"
#include "checkers/messages.h"
#include "checkers/predicates/predicate_table.h"
#include "checkers/profile_reader.h"
#include "known_finders.h"
#include "pipeline/base/text.h"

using namespace biaoshen;

namespace {

const Profile& beijing() {
  static const auto profiles = shipped_profiles(known_finders());
  REQUIRE(profiles);
  for (const Profile& profile : *profiles) {
    if (profile.id == "bj-hq-group-standard") return profile;
  }
  FAIL("no profile bj-hq-group-standard");
  return profiles->front();
}

// What every programme's rules are called outside; tools rely on these names.
constexpr const char* kRules[] = {"material.application-form",
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

std::string seed_that_begins(const std::string& name) {
  const std::filesystem::path folder =
      std::filesystem::path(SOURCE_DIR) / ".." / "shared" / "seeds";
  if (!std::filesystem::is_directory(folder)) return "";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (!entry.path().filename().string().starts_with(name)) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  return "";
}

std::string seed_of(const std::string& instrument) {
  if (contains(instrument, "实施方案")) return seed_that_begins("000_");
  if (contains(instrument, "北京市质量技术监督局")) return seed_that_begins("001_");
  return contains(instrument, "规范优质发展") ? seed_that_begins("002_") : "";
}

}  // namespace

TEST_CASE("the shipped profiles have no mistake") {
  const auto profiles = shipped_profiles(known_finders());
  if (!profiles) FAIL(profiles.error().message);
  CHECK_FALSE(profiles->empty());
}

TEST_CASE("the Beijing profile has every rule that tools rely on") {
  for (const char* id : kRules) {
    INFO(id);
    CHECK(beijing().rule(id) != nullptr);
  }
  for (const char* id :
       {"application-form", "self-score", "procedure", "standard-text", "platform-screenshot",
        "innovation", "patent-disclosure", "implementation"}) {
    CHECK(beijing().material(id) != nullptr);
  }
}

TEST_CASE("every wording of the Beijing profile is there in Chinese and English") {
  for (const RuleSpec& rule : beijing().rules) {
    INFO(rule.id);
    CHECK(rule.messages.count(Status::review) == 1);
    for (const auto& [status, text] : rule.messages) {
      CHECK(has_han(text.zh));
      CHECK_FALSE(has_han(text.en));
    }
    for (const Wording& text : {rule.title, rule.remedy, rule.rationale}) CHECK(has_han(text.zh));
    for (const Wording& text : {rule.title, rule.rationale}) CHECK_FALSE(has_han(text.en));
  }
}

TEST_CASE("quotations are verbatim in the instruments they cite") {
  if (seed_that_begins("000_").empty()) {
    WARN("the folder with the instruments' texts is not here; quotations were not compared");
    return;
  }
  std::size_t compared = 0;
  for (const RuleSpec& rule : beijing().rules) {
    for (const Citation& cite : rule.cites) {
      if (cite.quote.starts_with("（大意，非原文）")) continue;
      INFO(rule.id << ": " << cite.quote);
      const std::string text = seed_of(cite.instrument);
      REQUIRE_FALSE(text.empty());
      CHECK(contains(text, cite.quote));
      ++compared;
    }
  }
  CHECK(compared >= beijing().rules.size());
}

TEST_CASE("each rule of an empty dossier ends with evidence and a full message") {
  Dossier dossier;
  const CheckInput input{beijing(), dossier, {}, {2024, 8, 31}};
  const auto findings = check(input);
  REQUIRE(findings.size() == beijing().rules.size());
  for (const Finding& finding : findings) {
    INFO(finding.rule << ": " << finding.message.zh);
    CHECK_FALSE(finding.evidence.empty());
    CHECK(placeholders_of(finding.message.zh).empty());
    CHECK(placeholders_of(finding.message.en).empty());
    CHECK_FALSE(finding.cites.empty());
    const bool by_absence =
        finding.rule.starts_with("material.") || finding.rule == "file.readable";
    CHECK(finding.status == (by_absence ? Status::fail : Status::review));
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

TEST_CASE("the row of each predicate names its parameters, placeholders and how it decides") {
  std::set<std::string_view> names;
  for (const PredicateRow& row : predicate_table()) {
    INFO(row.name);
    CHECK(names.insert(row.name).second);
    CHECK(row.check != nullptr);
    CHECK(row.doc.ends_with('.'));
    CHECK(predicate_row(row.name) == &row);
  }
  CHECK(predicate_row("no-such") == nullptr);
}

TEST_CASE("explain tells a rule with its citation, predicate and remedy in both languages") {
  const RuleSpec& rule = *beijing().rule("date.in-force-six-months");
  const std::string zh = explain_rule(beijing(), rule, Language::zh);
  CHECK(contains(zh, "团体标准现行有效且实施6个月及以上"));
  CHECK(contains(zh, "in-force"));
  CHECK(contains(zh, "months = 6"));
  CHECK(contains(zh, rule.remedy.zh));
  const std::string en = explain_rule(beijing(), rule, Language::en);
  CHECK(contains(en, rule.remedy.en));
  CHECK(contains(en, "Predicate: in-force"));
}

TEST_CASE("the lists name every rule and programme") {
  const std::string rules = list_rules(beijing(), Language::zh);
  for (const char* id : kRules) CHECK(contains(rules, id));
  const std::string programmes = list_programmes(std::span(&beijing(), 1), Language::en);
  CHECK(contains(programmes, "bj-hq-group-standard 2024"));
  CHECK(contains(programmes, "cut-off 2024-08-31"));
}
