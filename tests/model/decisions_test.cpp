// Which decision counts, and where decisions leave a dossier.
#include "pipeline/model/decisions.h"

#include <catch2/catch.hpp>

#include "pipeline/model/review.h"

using namespace biaoshen;

namespace {

Finding finding(const std::string& rule, Status status, const std::string& evidence = "e1") {
  Finding out;
  out.rule = rule;
  out.status = status;
  out.evidence_sha256 = evidence;
  return out;
}

DecisionSheet sheet(const std::string& by, std::vector<Decision> decisions) {
  return {by, "2024-09-02", "", "", 1, std::move(decisions)};
}

const std::vector<Finding> kFindings = {finding("a", Status::fail), finding("b", Status::review),
                                        finding("c", Status::pass)};
const Decision kAcceptA{"a", Treatment::accept, "", "e1"},
    kAcceptB{"b", Treatment::accept, "", "e1"};

}  // namespace

TEST_CASE("without a sheet a dossier is open and everything is still to be decided") {
  CHECK(standing_of({}, kFindings) == Standing::open);
  CHECK(undecided({}, kFindings) == 2);
  CHECK(standing_of({}, {}) == Standing::open);
}

TEST_CASE("a dossier is accepted when each failure and open question is") {
  CHECK(standing_of({sheet("甲", {kAcceptA})}, kFindings) == Standing::open);
  CHECK(standing_of({sheet("甲", {kAcceptA, kAcceptB})}, kFindings) == Standing::accepted);
  CHECK(standing_of({sheet("甲", {kAcceptA}), sheet("乙", {kAcceptB})}, kFindings) ==
        Standing::accepted);
}

TEST_CASE("one finding sent back returns the dossier, whatever else is open") {
  const std::vector<DecisionSheet> sheets = {sheet("甲", {{"a", Treatment::send_back, "", "e1"}})};
  CHECK(standing_of(sheets, kFindings) == Standing::returned);
  CHECK(undecided(sheets, kFindings) == 1);
}

TEST_CASE("the last sheet that names a rule counts") {
  const std::vector<DecisionSheet> sheets = {sheet("甲", {{"a", Treatment::send_back, "", "e1"}}),
                                             sheet("乙", {kAcceptA})};
  const Decided made = decided(sheets, kFindings[0]);
  REQUIRE(made.decision != nullptr);
  CHECK(made.sheet->by == "乙");
  CHECK(made.decision->treatment == Treatment::accept);
}

TEST_CASE("to be looked at more closely is not decided") {
  const std::vector<DecisionSheet> sheets = {
      sheet("甲", {kAcceptA, {"b", Treatment::look, "", "e1"}})};
  CHECK(undecided(sheets, kFindings) == 1);
  CHECK(standing_of(sheets, kFindings) == Standing::open);
}

TEST_CASE("a decision counts only while the finding rests on the same evidence") {
  std::vector<Finding> changed = kFindings;
  changed[0].evidence_sha256 = "e2";
  const std::vector<DecisionSheet> sheets = {sheet("甲", {kAcceptA, kAcceptB})};
  CHECK_FALSE(decided(sheets, changed[0]).is_current);
  CHECK(undecided(sheets, changed) == 1);
  CHECK(standing_of(sheets, changed) == Standing::open);
}

TEST_CASE("a waived failure needs no decision") {
  std::vector<Finding> findings = kFindings;
  findings[0].waiver = Waiver{Waiver::State::applied, "", "", "", "", "", ""};
  CHECK_FALSE(needs_decision(findings[0]));
  CHECK(standing_of({sheet("甲", {kAcceptB})}, findings) == Standing::accepted);
}
