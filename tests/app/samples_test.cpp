// Walks samples/: every sample dossier is reviewed and every sample file inspected, once.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iostream>
#include <set>

#include "tests/app/expectation.h"

namespace fs = std::filesystem;
using namespace biaoshen;
using namespace biaoshen::test;

namespace {

// What no paper can decide: there is nothing to pass.
const std::set<std::string> kNeverPass = {"credit.checked", "policy.field", "technical.not-lower",
                                          "technical.not-obsolete", "patent.consistent"};

std::string status_in(const Sample& sample, const std::string& rule) {
  return sample.expected.at("findings").value(rule, "");
}

// Whether rules/<rule>/ has a sample of which the rule must say one of these.
bool has_sample(const std::string& rule, const std::set<std::string>& statuses) {
  for (const Sample& sample : sample_dossiers()) {
    if (sample.place.starts_with("rules/" + rule + "/") &&
        statuses.count(status_in(sample, rule))) {
      return true;
    }
  }
  return false;
}

// Prints each difference on a line of its own: Catch would break lines inside a Chinese character.
bool says_none(const Differences& differences) {
  for (const std::string& difference : differences) std::cout << difference << std::endl;
  return differences.empty();
}

Ran validate(const std::string& schema, const fs::path& list) {
  return run_program({"/usr/bin/python3", SOURCE_DIR "/tests/app/validate.py",
                      SOURCE_DIR "/templates/json/" + schema, list.string()},
                     fresh_folder("validate"));
}

}  // namespace

TEST_CASE("every sample dossier gets the findings that it is made for") {
  REQUIRE(sample_reviews().size() > 100);
  for (const Reviewed& reviewed : sample_reviews()) {
    CHECK(says_none(differences_of(reviewed)));
  }
}

TEST_CASE("inspect says of every sample file what it is made for") {
  REQUIRE(sample_formats().size() > 25);
  const fs::path folder = fresh_folder("inspected");
  std::ofstream list(folder / "list");
  for (const Sample& sample : sample_formats()) {
    const Ran ran = biaoshen::test::biaoshen({"inspect", sample.path.string()});
    const Json said = Json::parse(ran.out, nullptr, false);
    if (said.is_discarded()) {
      FAIL_CHECK(sample.place << ": inspect ended with " << ran.exit
                              << " and no JSON: " << ran.err);
      continue;
    }
    CHECK(says_none(differences_of(sample, said)));
    std::string name = sample.place;
    std::replace(name.begin(), name.end(), '/', '_');
    std::ofstream(folder / name) << ran.out;
    list << (folder / name).string() << '\n';
  }
  list.close();
  const Ran valid = validate("inspect.schema.json", folder / "list");
  INFO(valid.out << valid.err);
  CHECK(valid.exit == 0);
}

TEST_CASE("every rule has a sample that passes and one that does not") {
  const Json& dossier = sample_reviews().front().dossier;
  REQUIRE(dossier.contains("findings"));
  for (const Json& finding : dossier["findings"]) {
    const std::string rule = finding.at("rule");
    INFO(rule);
    if (!kNeverPass.count(rule)) CHECK(has_sample(rule, {"pass"}));
    CHECK(has_sample(rule, {"fail", "review"}));
  }
}

TEST_CASE("a review has exactly one finding for each rule that the program lists") {
  const Ran listed =
      biaoshen::test::biaoshen({"rules", "--programme", "bj-hq-group-standard", "--json"});
  REQUIRE(listed.exit == 0);
  REQUIRE_FALSE(Json::parse(listed.out, nullptr, false).is_discarded());
  for (const Reviewed& reviewed : sample_reviews()) {
    INFO(reviewed.sample->place);
    REQUIRE(reviewed.dossier.contains("findings"));
    std::set<std::string> seen;
    for (const Json& finding : reviewed.dossier["findings"]) {
      const std::string rule = finding.at("rule");
      INFO(rule);
      CHECK(seen.insert(rule).second);
      CHECK(listed.out.find('"' + rule + '"') != std::string::npos);
    }
  }
}

TEST_CASE("every dossier.json is what its schema says") {
  const fs::path list = fresh_folder("valid") / "list";
  std::ofstream out(list);
  for (const Reviewed& reviewed : sample_reviews())
    out << (reviewed.folder / "dossier.json").string() << '\n';
  out.close();
  const Ran valid = validate("dossier.schema.json", list);
  INFO(valid.out << valid.err);
  CHECK(valid.exit == 0);
}

TEST_CASE("a review changes nothing of what was handed in") {
  REQUIRE_FALSE(sample_reviews().empty());
  CHECK(digest_of(samples_folder()) == samples_digest_when_made());
}
