// What failed or is open in a dossier.json, as a batch lists it.
#include "pipeline/batch/open_findings.h"

#include <catch2/catch.hpp>

#include "pipeline/base/text.h"
#include "pipeline/batch/batch_entry.h"
#include "templates/json/json_writer.h"
#include "tests/templates/sample_review.h"

using namespace biaoshen;

namespace {

BatchEntry entry_of(const Review& review) {
  const auto entry = batch_entry(*write_json(review, Language::zh), "x");
  REQUIRE(entry);
  return *entry;
}

// A decision about the first failure of the review.
DecisionSheet sheet_about(const Finding& finding, Treatment treatment) {
  DecisionSheet sheet;
  sheet.by = "王审查";
  sheet.on = "2024-09-02";
  sheet.decisions = {{finding.rule, treatment, "已核实", finding.evidence_sha256}};
  return sheet;
}

Finding& first_failure(Review& review) {
  for (Finding& finding : review.findings)
    if (finding.status == Status::fail) return finding;
  FAIL("the sample has no failure");
  return review.findings[0];
}

}  // namespace

TEST_CASE("each failure and open question is listed with its place, none that passes") {
  const Review review = sample_review();
  const BatchEntry entry = entry_of(review);
  CHECK(entry.findings.size() == entry.counts.fail + entry.counts.advice + entry.counts.review);
  REQUIRE_FALSE(entry.findings.empty());
  for (const SharedFinding& finding : entry.findings) {
    INFO(finding->rule.str());
    CHECK((finding->status == Status::fail || finding->status == Status::review));
    CHECK_FALSE(finding->message.empty());
    CHECK_FALSE(finding->title.empty());
  }
  const auto quoted = std::find_if(entry.findings.begin(), entry.findings.end(),
                                   [](const SharedFinding& one) { return !one->file.empty(); });
  REQUIRE(quoted != entry.findings.end());
  CHECK(std::any_of(entry.files.begin(), entry.files.end(),
                    [&](const BatchFile& file) { return file.path == (*quoted)->file; }));
}

TEST_CASE("what is waived is not listed") {
  Review review = sample_review();
  Finding& failure = first_failure(review);
  const std::size_t before = entry_of(review).findings.size();
  failure.waiver =
      Waiver{Waiver::State::applied, "秘书处", "2024-08-01", "2025-01-01", "已核实", "x",
             failure.evidence_sha256};
  CHECK(entry_of(review).findings.size() == before - 1);
}

TEST_CASE("a decision stands with its finding, and says when the evidence has changed") {
  Review review = sample_review();
  Finding& failure = first_failure(review);
  failure.evidence_sha256 = std::string(64, 'a');
  CHECK_FALSE(entry_of(review).standing);
  review.decisions = {sheet_about(failure, Treatment::send_back)};
  const BatchEntry decided = entry_of(review);
  CHECK(decided.standing == Standing::returned);
  const auto of_rule = [&](const BatchEntry& entry) {
    return std::find_if(entry.findings.begin(), entry.findings.end(),
                        [&](const SharedFinding& one) { return one->rule == failure.rule; });
  };
  REQUIRE((*of_rule(decided))->decision);
  CHECK((*of_rule(decided))->decision->treatment == Treatment::send_back);
  CHECK((*of_rule(decided))->decision->note == "已核实");
  CHECK((*of_rule(decided))->decision->by == "王审查");
  CHECK((*of_rule(decided))->decision->is_current);

  failure.evidence_sha256 = std::string(64, 'b');
  const BatchEntry later = entry_of(review);
  CHECK(later.standing == Standing::open);
  CHECK_FALSE((*of_rule(later))->decision->is_current);
}

TEST_CASE("a long text is cut, but never within what would have to be masked") {
  CHECK(cut_for_batch("短") == "短");
  std::string text;
  for (std::size_t i = 0; i < kLongestInBatch - 4; ++i) text += "文";
  const std::string cut = cut_for_batch(text + "13812345678，请联系");
  CHECK(cut == text + "…");
  CHECK(cut_for_batch(text + "zhang.san@example.com") == text + "…");
  CHECK(count_code_points(cut_for_batch(text + text)) == kLongestInBatch + 1);
  CHECK(cut_for_batch(std::string(2000, '1')) == "…");
}
