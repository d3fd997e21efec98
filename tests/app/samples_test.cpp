// Walks samples/: every sample dossier is reviewed and every sample file inspected, once.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "tests/app/expectation.h"

namespace fs = std::filesystem;
using namespace biaoshen;
using namespace biaoshen::test;

namespace {

Json listed(std::vector<std::string> arguments) {
  arguments.push_back("--json");
  const Ran ran = biaoshen::test::biaoshen(arguments);
  REQUIRE(ran.exit == 0);
  return Json::parse(ran.out);
}

// Whether the folder of a rule's samples has one of which the rule must say one of these.
bool has_sample(const std::vector<Sample>& samples, const std::string& folder,
                const std::string& rule, const std::set<std::string>& statuses) {
  return std::any_of(samples.begin(), samples.end(), [&](const Sample& sample) {
    if (!sample.place.starts_with(folder)) return false;
    const Json& findings = sample.expected.value("findings", Json());
    if (findings.is_object()) return statuses.count(findings.value(rule, "")) > 0;
    return std::any_of(findings.begin(), findings.end(), [&](const Json& finding) {
      return finding.at("rule") == rule && statuses.count(finding.at("status")) > 0;
    });
  });
}

const std::vector<Sample>& samples_for(const Json& rule) {
  return rule.at("scope") == "batch"   ? sample_batches()
         : rule.at("scope") == "panel" ? sample_panels()
                                       : sample_dossiers();
}

std::string folder_for(const Json& rule) {
  const std::string kind = rule.at("scope") == "batch"   ? "batches/"
                           : rule.at("scope") == "panel" ? "panels/"
                                                         : "rules/";
  return kind + rule.at("id").get<std::string>() + "/";
}

std::string listed_version(const std::string& programme) {
  static std::map<std::string, std::string> known;
  if (known.empty()) {
    for (const Json& one : listed({"programmes"})) {
      std::string& version = known[one.at("id")];
      version = std::max(version, one.at("version").get<std::string>());
    }
  }
  return known[programme];
}

// Names of a path: rules, date.order, fail-late.
std::vector<std::string> parts_of(const std::string& place) {
  std::vector<std::string> parts;
  for (const fs::path& part : fs::path(place)) parts.push_back(part.string());
  return parts;
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

TEST_CASE("every rule of every programme has a sample that passes and one that does not") {
  for (const Json& rule : listed({"rules"})) {
    const std::string id = rule.at("id"), folder = folder_for(rule);
    const auto& samples = samples_for(rule);
    INFO(rule.at("programme") << " " << id);
    // A rule without words for a pass is always for a person. A whole dossier may show either.
    const auto is_shown = [&](const std::set<std::string>& statuses) {
      return has_sample(samples, folder, id, statuses) ||
             has_sample(samples, "dossiers/", id, statuses);
    };
    if (rule.at("messages").contains("pass")) CHECK(is_shown({"pass"}));
    CHECK(is_shown({"fail", "review"}));
  }
}

TEST_CASE("every programme has a whole dossier and recognises it") {
  const Json programmes = listed({"programmes"});
  REQUIRE(programmes.size() > 7);
  for (const Json& programme : programmes) {
    const std::string id = programme.at("id");
    INFO(id);
    const std::string place = id == "bj-hq-group-standard" ? "dossiers/good" : "dossiers/" + id;
    const auto reviewed =
        std::find_if(sample_reviews().begin(), sample_reviews().end(),
                     [&](const Reviewed& one) { return one.sample->place == place; });
    REQUIRE(reviewed != sample_reviews().end());
    REQUIRE(reviewed->dossier.contains("programme"));
    CHECK(reviewed->dossier["programme"]["id"] == id);
    CHECK_FALSE(reviewed->sample->expected.contains("programme"));
    CHECK(reviewed->dossier["problems"].empty());
    CHECK(reviewed->dossier["verdict"] != "return");
  }
}

TEST_CASE("a review has exactly one finding for each rule that the program lists") {
  std::map<std::string, std::set<std::string>> rules;  // by programme
  for (const Json& rule : listed({"rules"}))
    if (rule.at("scope") == "dossier") rules[rule.at("programme")].insert(rule.at("id"));
  for (const Reviewed& reviewed : sample_reviews()) {
    INFO(reviewed.sample->place);
    REQUIRE(reviewed.dossier.contains("findings"));
    std::set<std::string> seen;
    for (const Json& finding : reviewed.dossier["findings"]) {
      INFO(finding.at("rule"));
      CHECK(seen.insert(finding.at("rule")).second);
    }
    const std::string programme = reviewed.dossier["programme"]["id"];
    // An older version may have rules of its own.
    const std::string newest = listed_version(programme);
    if (reviewed.dossier["programme"]["version"] == newest) CHECK(seen == rules[programme]);
  }
}

TEST_CASE("the index of samples that explain shows is that of the samples made") {
  std::set<std::string> made, indexed;
  for (const auto* samples : {&sample_dossiers(), &sample_batches(), &sample_panels()}) {
    for (const Sample& sample : *samples) {
      const auto parts = parts_of(sample.place);
      if (parts.size() == 3) made.insert(parts[1] + "\t" + sample.place);
    }
  }
  std::istringstream index(read_whole(SOURCE_DIR "/samples/index.txt"));
  for (std::string line; std::getline(index, line);) indexed.insert(line);
  for (const std::string& line : made) {
    INFO("`samples/make --index > samples/index.txt` would add " << line);
    CHECK(indexed.count(line) == 1);
  }
  CHECK(made.size() == indexed.size());
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
