// A secretariat's policy and waivers, from file to dossier.
#include <catch2/catch.hpp>

#include "pipeline/base/text.h"
#include "tests/app/sample_set.h"

namespace fs = std::filesystem;
using namespace biaoshen::test;
using biaoshen::contains;

namespace {

const std::string kRule = "date.in-force-six-months";
const std::string kLate = "rules/" + kRule + "/fail-one-day-late";

const Json& finding_of(const Json& dossier, const std::string& rule) {
  for (const Json& finding : dossier.at("findings"))
    if (finding.at("rule") == rule) return finding;
  FAIL("no finding " << rule);
  return dossier;
}

struct WrittenReview {
  Json dossier;
  std::string html;
};

// Reviews the sample with the secretariat's file as `option`.
WrittenReview reviewed_under(const std::string& sample, const std::string& option,
                             const std::string& xml) {
  const fs::path folder = fresh_folder("policy");
  write_whole(folder / "own.xml", xml);
  const fs::path dossier = sample_at(sample).path;
  const Ran ran =
      biaoshen::test::biaoshen({"review", dossier.string(), "--out", (folder / "out").string(),
                                option, (folder / "own.xml").string()});
  INFO(ran.err);
  REQUIRE(ran.exit == 0);
  const fs::path result = folder / "out" / dossier.filename();
  return {Json::parse(read_whole(result / "dossier.json")), read_whole(result / "dossier.html")};
}

std::string policy(const std::string& changes) {
  return "<policy by=\"示例秘书处\"><for programme=\"bj-hq-group-standard\">" + changes +
         "</for></policy>";
}

std::string waivers(const std::string& evidence, const std::string& until) {
  return "<waivers><waiver rule=\"" + kRule +
         "\" dossier=\"fail-one-day-late\" by=\"顾清和\" "
         "on=\"2024-09-02\" until=\"" +
         until + "\" evidence=\"" + evidence + "\">经会议决定</waiver></waivers>";
}

}  // namespace

TEST_CASE("a policy moves the cut-off, and the dossier says so") {
  const WrittenReview result = reviewed_under(
      kLate, "--policy", policy("<cut-off date=\"2024-09-15\">补充通知第一条</cut-off>"));
  CHECK(result.dossier.at("as_of") == "2024-09-15");
  CHECK(finding_of(result.dossier, kRule).at("status") == "pass");
  const Json& told = result.dossier.at("policy");
  CHECK(told.at("by") == "示例秘书处");
  CHECK(told.at("deviations").at(0).at("from") == "2024-08-31");
  CHECK(contains(result.html, "补充通知第一条"));
  CHECK(contains(result.html, "示例秘书处"));
}

TEST_CASE("a material that the policy requires is missed") {
  const WrittenReview result = reviewed_under(
      "dossiers/good", "--policy",
      policy("<require material=\"authorisation\"><title><zh>授权委托书</zh><en>authorisation</en>"
             "</title><cue where=\"heading\" weight=\"8\">授权委托书</cue>"
             "<reason>通知第五条</reason></require>"));
  CHECK(finding_of(result.dossier, "material.authorisation").at("status") == "fail");
  CHECK(result.dossier.at("verdict") == "return");
  CHECK(contains(result.html, "授权委托书"));
}

TEST_CASE("a policy with a mistake is exit 4 and names file and line") {
  const fs::path folder = fresh_folder("policy-mistake");
  write_whole(folder / "own.xml", policy("\n<level rule=\"form.seald\" is=\"error\">因</level>"));
  const Ran ran = biaoshen::test::biaoshen({"review", sample_at("dossiers/good").path.string(),
                                            "--out", (folder / "out").string(), "--policy",
                                            (folder / "own.xml").string()});
  CHECK(ran.exit == 4);
  CHECK(contains(ran.err, "own.xml:2: "));
  CHECK(contains(ran.err, "form.sealed"));
  CHECK(biaoshen::test::biaoshen({"check-profile", (folder / "own.xml").string()}).exit == 4);
}

TEST_CASE("a waiver takes a finding out of the verdict and stays in sight") {
  const WrittenReview before = reviewed_under(kLate, "--waivers", "<waivers/>");
  REQUIRE(before.dossier.at("verdict") == "return");
  const std::string evidence = finding_of(before.dossier, kRule).at("evidence_sha256");
  CHECK(contains(before.html, evidence.substr(0, 16)));

  const WrittenReview waived =
      reviewed_under(kLate, "--waivers", waivers(evidence.substr(0, 16), "2024-12-31"));
  const Json& finding = finding_of(waived.dossier, kRule);
  CHECK(finding.at("status") == "fail");
  CHECK(finding.at("waiver").at("state") == "applied");
  CHECK(waived.dossier.at("verdict") == "review");
  CHECK(contains(waived.html, "顾清和"));
  CHECK(contains(waived.html, "经会议决定"));
}

TEST_CASE("a waiver of other evidence is void, one that has ended is expired") {
  const WrittenReview other =
      reviewed_under(kLate, "--waivers", waivers("0123456789abcdef", "2024-12-31"));
  CHECK(finding_of(other.dossier, kRule).at("waiver").at("state") == "void");
  CHECK(other.dossier.at("verdict") == "return");
  CHECK(contains(other.html, "证据已改变"));
  const std::string evidence = finding_of(other.dossier, kRule).at("evidence_sha256");
  const WrittenReview ended = reviewed_under(kLate, "--waivers", waivers(evidence, "2024-08-30"));
  CHECK(finding_of(ended.dossier, kRule).at("waiver").at("state") == "expired");
  CHECK(ended.dossier.at("verdict") == "return");
}
