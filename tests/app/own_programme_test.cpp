// A new programme is one XML file and samples, in a folder of the user's.
#include <catch2/catch.hpp>

#include "tests/app/sample_set.h"

namespace fs = std::filesystem;
using namespace biaoshen::test;

namespace {

const std::string kOwn = std::string(SOURCE_DIR) + "/samples/own-programme";
const std::string kProfiles = kOwn + "/profiles";

Json reviewed_by_own(const std::string& dossier, std::vector<std::string> more) {
  const fs::path out = fresh_folder("own-programme/" + dossier);
  std::vector<std::string> arguments{"review", kOwn + "/dossiers/" + dossier, "--out",
                                     out.string()};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const Ran ran = biaoshen::test::biaoshen(arguments);
  INFO(ran.err);
  REQUIRE(ran.exit == 0);
  return Json::parse(read_whole(out / dossier / "dossier.json"));
}

std::string status_of(const Json& dossier, const std::string& rule) {
  for (const Json& finding : dossier.at("findings"))
    if (finding.at("rule") == rule) return finding.at("status");
  return "";
}

}  // namespace

TEST_CASE("a programme of a user's folder is recognised and reviewed by its own rules") {
  const Json good = reviewed_by_own("good", {"--profiles", kProfiles});
  CHECK(good.at("programme").at("id") == "city-standard-award");
  CHECK(good.at("as_of") == "2025-06-30");
  CHECK(status_of(good, "date.in-force-one-year") == "pass");
  CHECK(status_of(good, "benefit.proved") == "notApplicable");
  CHECK(status_of(good, "material.application-form") == "pass");  // of the module it includes

  const Json late = reviewed_by_own("late", {"--profiles", kProfiles});
  CHECK(late.at("verdict") == "return");
  CHECK(status_of(late, "date.in-force-one-year") == "fail");
  CHECK(status_of(late, "benefit.proved") == "fail");
}

TEST_CASE("without the folder the programme is not known") {
  const Json good = reviewed_by_own("good", {});
  CHECK(good.at("programme").at("id") != "city-standard-award");
  const Ran ran = biaoshen::test::biaoshen({"programmes", "--profiles", kProfiles});
  CHECK(ran.out.find("city-standard-award 2025") != std::string::npos);
}

TEST_CASE("check-profile finds the own programme without mistakes, and names one that is made") {
  const std::string file = kProfiles + "/city-standard-award/2025.xml";
  CHECK(biaoshen::test::biaoshen({"check-profile", file}).exit == 0);
  std::string xml = read_whole(file);
  const std::string from = "months-passed";
  xml.replace(xml.find(from), from.size(), "month-passed");
  const fs::path wrong = fresh_folder("own-programme/wrong") / "2025.xml";
  write_whole(wrong, xml);
  const Ran ran = biaoshen::test::biaoshen({"check-profile", wrong.string()});
  CHECK(ran.exit == 4);
  CHECK(ran.out.find("2025.xml:") != std::string::npos);
  CHECK(ran.out.find("did you mean “months-passed”") != std::string::npos);
}
