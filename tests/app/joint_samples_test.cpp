// Sample batches and panels: each must say what it is made for.
#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

#include "tests/app/expectation.h"

namespace fs = std::filesystem;
using namespace biaoshen::test;

namespace {

// Whether `finding` is the one that a sample expects; members that it does not state are free.
bool is_expected(const Json& finding, const Json& expected) {
  for (const auto& [member, value] : expected.items()) {
    if (!finding.contains(member)) return false;
    Json said = finding[member], wanted = value;
    if (said.is_array()) {
      std::sort(said.begin(), said.end());
      std::sort(wanted.begin(), wanted.end());
    }
    if (said != wanted) return false;
  }
  return true;
}

// What the sample expects and was not said.
std::vector<std::string> missing(const Sample& sample, const Json& findings) {
  std::vector<std::string> out;
  for (const Json& expected : sample.expected.at("findings")) {
    const bool found = std::any_of(findings.begin(), findings.end(), [&](const Json& finding) {
      return is_expected(finding, expected);
    });
    if (!found) out.push_back(sample.place + ": not said: " + expected.dump());
  }
  return out;
}

}  // namespace

TEST_CASE("every sample batch gets the findings that it is made for") {
  REQUIRE(sample_batches().size() > 5);
  for (const Sample& sample : sample_batches()) {
    const fs::path out = fresh_folder("batches/" + sample.place);
    const Ran ran =
        biaoshen::test::biaoshen({"batch", sample.path.string(), "--out", out.string()});
    INFO(sample.place << ": " << ran.err);
    REQUIRE(ran.exit == 0);
    CHECK(says_none(missing(sample, Json::parse(read_whole(out / "batch.json")).at("findings"))));
  }
}

TEST_CASE("every sample panel gets the findings that it is made for") {
  REQUIRE(sample_panels().size() > 5);
  for (const Sample& sample : sample_panels()) {
    const std::string of = sample.expected.at("of");
    const auto& reviews = sample_reviews();
    const auto reviewed = std::find_if(reviews.begin(), reviews.end(), [&](const Reviewed& one) {
      return one.sample->place == of;
    });
    REQUIRE(reviewed != reviews.end());
    const Ran ran = biaoshen::test::biaoshen(
        {"panel", sample.path.string(), reviewed->folder.string(), "--json"});
    INFO(sample.place << ": " << ran.err);
    REQUIRE(ran.exit == 0);
    CHECK(says_none(missing(sample, Json::parse(ran.out).at("findings"))));
  }
}
