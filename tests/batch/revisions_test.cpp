// Which revision a review is, and how each finding stands to the submission before.
#include "pipeline/batch/revisions.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/templates/sample_review.h"

using namespace biaoshen;

namespace {

const std::string kOne(64, '1'), kTwo(64, '2'), kThree(64, '3');

Record record_of(int revision, const std::string& input, std::vector<Finding> findings = {}) {
  Record record;
  record.revision = revision;
  record.input_sha256 = input;
  record.findings = std::move(findings);
  return record;
}

Record quarantined(Record record) {
  record.problems = {{"quarantined", 0, "died twice"}};
  return record;
}

Record compared_with(Record record, int revision) {
  record.earlier = EarlierRevision{revision, kOne, Verdict::returned};
  return record;
}

Quote quote(const std::string& text) {
  Quote out;
  out.file = "f01";
  out.page = 1;
  out.text = text;
  return out;
}

Finding finding(Status status, std::vector<Evidence> evidence = {quote("T/A 1—2020")}) {
  Finding out;
  out.rule = "number.format";
  out.status = status;
  out.message = {"编号不对", "wrong number"};
  out.evidence = std::move(evidence);
  return out;
}

// The baseline of `now` after a submission in which the rule said `then`.
Baseline baseline(const Finding& now, std::vector<Finding> then) {
  Record record = record_of(1, kTwo, {now});
  set_baseline(record, {2, 1, record_of(1, kOne, std::move(then))});
  REQUIRE(record.findings[0].baseline);
  return *record.findings[0].baseline;
}

}  // namespace

TEST_CASE("what comes first is revision 1 and keeps nothing") {
  const Succession next = succession(std::nullopt, std::nullopt, kOne);
  CHECK(next.revision == 1);
  CHECK(next.keep_as == 0);
  CHECK_FALSE(next.earlier);
  CHECK(revision_before(std::nullopt) == 0);
}

TEST_CASE("other files under a name are its next revision, compared with the published one") {
  const Succession next = succession(record_of(3, kOne), record_of(2, kThree), kTwo);
  CHECK(next.revision == 4);
  CHECK(next.keep_as == 3);
  REQUIRE(next.earlier);
  CHECK(next.earlier->revision == 3);
}

TEST_CASE("the same files again are the same revision, compared with what it was compared with") {
  const Record there = compared_with(record_of(3, kThree), 2);
  CHECK(revision_before(there) == 2);
  const Succession next = succession(there, record_of(2, kTwo), kThree);
  CHECK(next.revision == 3);
  CHECK(next.keep_as == 0);
  REQUIRE(next.earlier);
  CHECK(next.earlier->revision == 2);
  CHECK_FALSE(succession(record_of(1, kOne), std::nullopt, kOne).earlier);
}

TEST_CASE("a quarantined revision counts but is not compared with") {
  const Record there = compared_with(quarantined(record_of(2, kTwo)), 1);
  const Succession changed = succession(there, record_of(1, kOne), kThree);
  CHECK(changed.revision == 3);
  CHECK(changed.keep_as == 2);
  REQUIRE(changed.earlier);
  CHECK(changed.earlier->revision == 1);
  // Read at last, with the same files: the same revision, and nothing to keep.
  const Succession read = succession(there, record_of(1, kOne), kTwo);
  CHECK(read.revision == 2);
  CHECK(read.keep_as == 0);
  REQUIRE(read.earlier);
  CHECK(read.earlier->revision == 1);
  // Nothing before it was ever read.
  const Succession first = succession(quarantined(record_of(1, kOne)), std::nullopt, kTwo);
  CHECK(first.revision == 2);
  CHECK(first.keep_as == 1);
  CHECK_FALSE(first.earlier);
}

TEST_CASE("reviewing a revision again after a quarantined one gives what it gave") {
  const Record two = compared_with(quarantined(record_of(2, kTwo)), 1);
  Record three = record_of(1, kThree);
  set_baseline(three, succession(two, record_of(1, kOne), kThree));
  CHECK(revision_before(three) == 1);
  Record again = record_of(1, kThree);
  set_baseline(again, succession(three, record_of(1, kOne), kThree));
  CHECK(again.revision == three.revision);
  REQUIRE(again.earlier);
  CHECK(again.earlier->revision == three.earlier->revision);
}

TEST_CASE("a copy of another's result is a revision of the name it stands under") {
  Record copy = record_of(2, kTwo);
  copy.duplicate_of = "甲";
  const Succession next = succession(copy, record_of(1, kOne), kThree);
  CHECK(next.revision == 3);
  CHECK(next.keep_as == 2);
  REQUIRE(next.earlier);
  CHECK(next.earlier->revision == 2);
}

TEST_CASE("a finding is new, unchanged, updated or settled") {
  for (const Status open : {Status::fail, Status::review}) {
    CHECK(baseline(finding(open), {}) == Baseline::new_);  // a rule that was not there
    CHECK(baseline(finding(open), {finding(Status::pass)}) == Baseline::new_);
    CHECK(baseline(finding(open), {finding(Status::not_applicable)}) == Baseline::new_);
    CHECK(baseline(finding(open), {finding(open)}) == Baseline::unchanged);
    CHECK(baseline(finding(Status::pass), {finding(open)}) == Baseline::absent);
    CHECK(baseline(finding(Status::not_applicable), {finding(open)}) == Baseline::absent);
  }
  CHECK(baseline(finding(Status::pass), {}) == Baseline::unchanged);
  CHECK(baseline(finding(Status::pass), {finding(Status::not_applicable)}) == Baseline::unchanged);
  CHECK(baseline(finding(Status::fail), {finding(Status::review)}) == Baseline::updated);
}

TEST_CASE("another message, level, quote or search is a change") {
  const Finding then = finding(Status::fail);
  Finding now = then;
  now.message.zh = "编号还是不对";
  CHECK(baseline(now, {then}) == Baseline::updated);
  now = then;
  now.level = Level::warning;
  CHECK(baseline(now, {then}) == Baseline::updated);
  CHECK(baseline(finding(Status::fail, {quote("T/A 2—2020")}), {then}) == Baseline::updated);
  CHECK(baseline(finding(Status::fail, {quote("T/A 1—2020"), quote("T/A 1—2020")}), {then}) ==
        Baseline::updated);
  const Finding sought = finding(Status::fail, {Search{"申报书", {"f01"}, true}});
  CHECK(baseline(finding(Status::fail, {Search{"申报书", {"f01"}, false}}), {sought}) ==
        Baseline::updated);
}

TEST_CASE("another place, file, picture or order is none") {
  Quote moved = quote("T/A 1—2020");
  moved.file = "f07";
  moved.page = 12;
  moved.place = OnPage{{1, 2, 3, 4}};
  moved.cell = "Sheet1!A1";
  moved.origin = Origin::ocr;
  moved.confidence = 90;
  moved.image = "evidence/f07-p12-1.png";
  Finding now = finding(Status::fail, {quote("b"), moved});
  now.evidence_sha256 = kTwo;
  CHECK(baseline(now, {finding(Status::fail, {quote("T/A 1—2020"), quote("b")})}) ==
        Baseline::unchanged);
  CHECK(baseline(finding(Status::fail, {Search{"申报书", {"f01", "f02"}, true}}),
                 {finding(Status::fail, {Search{"申报书", {"f09"}, true}})}) ==
        Baseline::unchanged);
}

TEST_CASE("bytes that are no text compare as dossier.json has them") {
  CHECK(baseline(finding(Status::fail, {quote("a\xFF")}),
                 {finding(Status::fail, {quote("a\xEF\xBF\xBD")})}) == Baseline::unchanged);
}

TEST_CASE("in another language the words of a message say nothing") {
  Finding now = finding(Status::fail), then = finding(Status::fail);
  now.message = {"", "wrong number"};
  then.message = {"编号不对", ""};
  Record record = record_of(1, kTwo, {now});
  record.presentation.language = Language::en;
  set_baseline(record, {2, 1, record_of(1, kOne, {then})});
  CHECK(record.findings[0].baseline == Baseline::unchanged);
}

TEST_CASE("a waiver is no correction") {
  Finding waived = finding(Status::fail);
  waived.waiver = Waiver{Waiver::State::applied, "", "", "", "", "", ""};
  CHECK(baseline(waived, {finding(Status::fail)}) == Baseline::unchanged);
  CHECK(baseline(finding(Status::fail), {waived}) == Baseline::unchanged);
  CHECK(baseline(finding(Status::pass), {waived}) == Baseline::absent);
}

TEST_CASE("where no file was opened no finding is compared") {
  Review review = sample_review();
  review.dossier.problems = {{"quarantined", 0, "died twice"}};
  set_baseline(review, {2, 1, record_of(1, kOne)}, Language::zh);
  CHECK(review.revision == 2);
  REQUIRE(review.earlier);
  CHECK(std::ranges::none_of(review.findings,
                             [](const Finding& one) { return one.baseline.has_value(); }));
}

TEST_CASE("a first submission has no baselines, whatever it had") {
  Review review = sample_review();
  for (Finding& one : review.findings) one.baseline = Baseline::updated;
  review.earlier = EarlierRevision{};
  set_baseline(review, {}, Language::zh);
  CHECK(review.revision == 1);
  CHECK_FALSE(review.earlier);
  CHECK(std::ranges::none_of(review.findings,
                             [](const Finding& one) { return one.baseline.has_value(); }));
}
