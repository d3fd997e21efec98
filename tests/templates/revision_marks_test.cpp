// What became of the findings since the submission before: on the page and in dossier.json.
#include "templates/html/revision_marks.h"

#include <catch2/catch.hpp>

#include "pipeline/base/text.h"
#include "templates/html/html_writer.h"
#include "templates/json/evidence_json.h"
#include "templates/json/json_writer.h"
#include "tests/templates/html_reading.h"
#include "tests/templates/sample_review.h"
#include "tests/templates/validity.h"

using namespace biaoshen;

namespace {

Finding& finding(Review& review, const std::string& rule) {
  for (Finding& one : review.findings)
    if (one.rule == rule) return one;
  FAIL("no finding " + rule);
  return review.findings.front();
}

// Handed in for the second time: one failure as it was, one changed, one new; a question still
// open; one question settled, one no longer asked.
Review second_submission() {
  Review review = sample_review();
  review.revision = 2;
  review.earlier = EarlierRevision{1, std::string(64, 'b'), Verdict::returned};
  for (Finding& one : review.findings) one.baseline = Baseline::unchanged;
  finding(review, "score.group").baseline = Baseline::updated;
  finding(review, "material.innovation").baseline = Baseline::new_;
  finding(review, "number.format").baseline = Baseline::absent;
  finding(review, "platform.disclosed").baseline = Baseline::absent;
  finding(review, "credit.checked").waiver =
      Waiver{Waiver::State::applied, "办公室", "2024-09-01", "2025-09-01", "已查", "甲",
             std::string(64, 'e')};
  return review;
}

std::string shown(const Review& review, const Presentation& presentation = {}) {
  const auto page = write_html(review, presentation);
  REQUIRE(page);
  return *page;
}

// What stands at the mark of a finding.
std::string mark_of(const std::string& page, const std::string& rule) {
  const std::string open = "<!--baseline:" + rule + "-->";
  const std::size_t at = page.find(open);
  REQUIRE(at != std::string::npos);
  const std::size_t begin = at + open.size();
  return page.substr(begin, page.find("<!--/baseline:", begin) - begin);
}

}  // namespace

TEST_CASE("the first screen says which submission it is and what became of the questions") {
  const std::string page = shown(second_submission());
  CHECK(contains(page, "<strong>第 2 次提交</strong>"));
  CHECK(
      contains(page,
               "与第 1 次提交相比：已解决 1 项，不再适用 1 项，仍存在 2 项（其中须人工核对 1 项），"
               "有变化 1 项，新出现 1 项。"));
  CHECK(page.find("第 2 次提交") < page.find("<nav"));
  CHECK(first_unbalanced_tag(page) == "");
}

TEST_CASE("each finding carries its mark in words, and the settled ones are listed") {
  const std::string page = shown(second_submission());
  CHECK(contains(mark_of(page, "number.consistent"), "仍存在"));
  CHECK(contains(mark_of(page, "score.group"), "有变化"));
  CHECK(contains(mark_of(page, "material.innovation"), "新出现"));
  CHECK(contains(mark_of(page, "number.format"), "已解决"));
  CHECK(contains(mark_of(page, "platform.disclosed"), "不再适用"));
  CHECK(mark_of(page, "score.threshold").empty());  // was in order and is
  CHECK(contains(page, "<li><a href=\"#r-number.format\"><bdi>编号格式</bdi></a>"));
}

TEST_CASE("in English the same is said in English") {
  const std::string page = shown(second_submission(), {Language::en});
  CHECK(contains(page, "<strong>Submission 2</strong>"));
  CHECK(contains(
      page,
      "Since submission 1: 1 resolved, 1 no longer applicable, 2 still there (1 of them for "
      "a person), 1 changed, 1 new."));
  CHECK(contains(mark_of(page, "material.innovation"), ">New<"));
}

TEST_CASE("nothing of it is on a first submission") {
  const std::string page = shown(sample_review());
  for (const char* word : {"次提交", "class=\"revision\"", "class=\"since", "仍存在", "已解决"}) {
    INFO(word);
    CHECK_FALSE(contains(page, word));
  }
}

TEST_CASE("a later submission that was compared with nothing says so") {
  Review review = second_submission();
  for (Finding& one : review.findings) one.baseline.reset();
  const std::string page = shown(review);
  CHECK(contains(page, "<strong>第 2 次提交</strong> <span>没有与上次提交比较。</span>"));
  CHECK_FALSE(contains(page, "仍存在"));
}

TEST_CASE("marks put in again are the same bytes, and a page without their places is refused") {
  const Review review = second_submission();
  const std::string page = shown(review);
  const auto again = with_revision(page, {2, review.earlier, review.findings}, Language::zh);
  REQUIRE(again);
  CHECK(*again == page);
  CHECK_FALSE(with_revision("<p></p>", {2, review.earlier, review.findings}, Language::zh));
}

TEST_CASE("dossier.json names the submission before and each finding's baseline, by its schema") {
  const std::string text = *write_json(second_submission(), {});
  const Json json = Json::parse(text);
  CHECK(json["revision"] == 2);
  CHECK(json["previous"]["revision"] == 1);
  CHECK(json["previous"]["verdict"] == "return");
  CHECK(json["previous"]["input_sha256"] == std::string(64, 'b'));
  for (const Json& one : json["findings"])
    if (one["rule"] == "material.innovation") CHECK(one["baselineState"] == "new");
  CHECK(objections(text, "templates/json/dossier.schema.json") == "");
  const Json first = Json::parse(*write_json(sample_review(), {}));
  CHECK_FALSE(first.contains("previous"));
  CHECK_FALSE(first["findings"][0].contains("baselineState"));
}

TEST_CASE("a dossier of which no file was opened says so before its verdict") {
  Review review = sample_review();
  review.dossier.problems = {{"quarantined", 0, "读取程序两次意外中止"}};
  const std::string page = shown(review);
  CHECK(contains(page, "<strong>没有打开任何文件</strong>"));
  CHECK(contains(page, "读取程序两次意外中止"));
  CHECK(page.find("没有打开任何文件") < page.find("id=\"verdict\""));
  CHECK_FALSE(contains(shown(sample_review()), "没有打开任何文件"));
}
