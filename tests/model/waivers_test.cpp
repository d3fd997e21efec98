#include "pipeline/model/waivers.h"

#include <catch2/catch.hpp>

using namespace biaoshen;

namespace {

Dossier two_files() {
  Dossier dossier;
  dossier.name = "某协会";
  for (const char* id : {"f01", "f02"}) {
    File file;
    file.id = id;
    file.sha256 = std::string("contents of ") + id;
    dossier.files.push_back(file);
  }
  return dossier;
}

Finding failed() {
  Finding finding;
  finding.rule = "date.review-cycle";
  finding.status = Status::fail;
  Quote quote;
  quote.file = "f02";
  quote.page = 3;
  quote.text = "复审周期五年";
  finding.evidence = {quote, Search{"复审", {"f01", "f02"}, true}};
  return finding;
}

GivenWaiver waiver_for(const Finding& finding) {
  GivenWaiver given;
  given.rule = finding.rule;
  given.dossier = "某协会";
  given.waiver.until = "2024-12-31";
  given.waiver.evidence_sha256 = finding.evidence_sha256.substr(0, kShortestHash);
  return given;
}

std::vector<Finding> with(const GivenWaiver& given, Finding finding,
                          const Date& as_of = {2024, 8, 31}) {
  std::vector<Finding> findings{std::move(finding)};
  Subject subject;
  subject.key = "T/BJQYWL 012-2023";
  apply_waivers(findings, std::span(&given, 1), "某协会", subject, as_of);
  return findings;
}

Finding hashed(Finding finding, const Dossier& dossier) {
  finding.evidence_sha256 = evidence_sha256(finding, dossier);
  return finding;
}

}  // namespace

TEST_CASE("the hash of evidence follows contents, not names and order of files") {
  const Dossier dossier = two_files();
  const std::string hash = evidence_sha256(failed(), dossier);
  Dossier renamed = dossier;
  std::swap(renamed.files[0], renamed.files[1]);
  renamed.files[0].path = "别的名字.pdf";
  CHECK(evidence_sha256(failed(), renamed) == hash);

  Dossier changed = dossier;
  changed.files[1].sha256 = "other contents";
  CHECK(evidence_sha256(failed(), changed) != hash);
  Finding other = failed();
  std::get<Quote>(other.evidence.front()).text = "复审周期四年";
  CHECK(evidence_sha256(other, dossier) != hash);
  other = failed();
  other.status = Status::review;
  CHECK(evidence_sha256(other, dossier) != hash);
}

TEST_CASE("a waiver applies to the evidence it was given for, until its last day") {
  const Finding finding = hashed(failed(), two_files());
  const GivenWaiver given = waiver_for(finding);
  CHECK(with(given, finding).front().is_waived());
  CHECK(with(given, finding).front().status == Status::fail);
  CHECK(with(given, finding, {2024, 12, 31}).front().is_waived());
  const auto late = with(given, finding, {2025, 1, 1});
  REQUIRE(late.front().waiver);
  CHECK(late.front().waiver->state == Waiver::State::expired);
}

TEST_CASE("a waiver is void when the evidence is another, and says so") {
  Finding finding = hashed(failed(), two_files());
  const GivenWaiver given = waiver_for(finding);
  finding.evidence_sha256 = std::string(64, '0');
  const auto findings = with(given, finding);
  REQUIRE(findings.front().waiver);
  CHECK(findings.front().waiver->state == Waiver::State::void_);
  CHECK_FALSE(findings.front().is_waived());
}

TEST_CASE("a waiver is for one rule of one dossier") {
  const Finding finding = hashed(failed(), two_files());
  GivenWaiver given = waiver_for(finding);
  given.dossier = "另一协会";
  CHECK_FALSE(with(given, finding).front().waiver);
  given.dossier.clear();
  given.number = "T/BJQYWL 012-2023";
  CHECK(with(given, finding).front().is_waived());
  given.number = "T/BJQYWL 013-2023";
  CHECK_FALSE(with(given, finding).front().waiver);
  given = waiver_for(finding);
  given.rule = "date.order";
  CHECK_FALSE(with(given, finding).front().waiver);
}

TEST_CASE("nothing that passes is waived") {
  Finding finding = failed();
  finding.status = Status::pass;
  finding = hashed(finding, two_files());
  CHECK_FALSE(with(waiver_for(finding), finding).front().waiver);
}
