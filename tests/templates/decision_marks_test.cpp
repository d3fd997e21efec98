// What reviewers decided, on the page and in dossier.json: the same whether a review writes it
// or `decide` puts it in afterwards.
#include "templates/html/decision_marks.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "pipeline/base/text.h"
#include "pipeline/model/input_digest.h"
#include "templates/html/html_writer.h"
#include "templates/json/decisions_json.h"
#include "templates/json/json_writer.h"
#include "tests/templates/html_reading.h"
#include "tests/templates/sample_review.h"
#include "tests/templates/validity.h"

using namespace biaoshen;

namespace {

// The sample with digests of its evidence, as a review has them.
Review open_review() {
  Review review = sample_review();
  for (std::size_t i = 0; i < review.findings.size(); ++i)
    review.findings[i].evidence_sha256 = std::string(60, 'e') + std::to_string(1000 + i);
  return review;
}

// The rules that need a decision.
std::vector<const Finding*> to_decide(const Review& review) {
  std::vector<const Finding*> out;
  for (const Finding& finding : review.findings)
    if (needs_decision(finding)) out.push_back(&finding);
  return out;
}

// One sheet that treats every open finding alike.
DecisionSheet sheet_for(const Review& review, Treatment treatment, const std::string& note = "") {
  DecisionSheet sheet{"张三", "2024-09-02", std::string(64, '1'), input_sha256(review.dossier), 1,
                      {}};
  for (const Finding* finding : to_decide(review))
    sheet.decisions.push_back({finding->rule, treatment, note, finding->evidence_sha256});
  return sheet;
}

Review with_sheet(Review review, const DecisionSheet& sheet) {
  review.decisions.push_back(sheet);
  return review;
}

}  // namespace

TEST_CASE("a decided dossier is the same bytes whether reviewed again or patched") {
  const Review open = open_review();
  for (const Presentation& shown :
       {Presentation(Language::zh), Presentation(Language::en, PersonalData::shown)}) {
    const Review decided =
        with_sheet(open, sheet_for(open, Treatment::send_back, "电话 13800138000"));
    const Review again = with_sheet(decided, sheet_for(open, Treatment::accept));
    const std::string input = input_sha256(open.dossier);
    std::string html = *write_html(open, shown), json = *write_json(open, shown);
    for (const Review& review : {decided, again, open}) {
      html = *with_decisions(html, {review.decisions, review.findings, input}, shown);
      json = *decided_json(json, review.decisions, review.findings);
      CHECK((html == *write_html(review, shown)));
      CHECK((json == *write_json(review, shown)));
    }
  }
}

TEST_CASE("the page says where the dossier stands and who decided, beside the verdict") {
  const Review open = open_review();
  CHECK_FALSE(contains(page_of(open), "class=\"standing"));
  const std::string page =
      page_of(with_sheet(open, sheet_for(open, Treatment::send_back, "请补正")));
  const std::string count_of = std::to_string(to_decide(open).size());
  CHECK(contains(page, "审查人决定：<strong>退回补正</strong>"));
  CHECK(contains(page, "2024-09-02，张三：接受 0 项，退回补正 " + count_of + " 项，再核对 0 项"));
  CHECK(contains(page, "<code>1111111111111111</code>"));
  CHECK(contains(page, "<strong>退回补正</strong></h2>"));  // the program's own verdict
  CHECK(count(page, "<bdi>请补正</bdi>") == to_decide(open).size());
  CHECK(first_unbalanced_tag(page) == "");
}

TEST_CASE("a finding looked at more closely stays to be decided") {
  const Review open = open_review();
  const std::string page = page_of(with_sheet(open, sheet_for(open, Treatment::look)));
  CHECK(contains(page, "审查人决定：<strong>待决定</strong>"));
  CHECK(contains(page, "尚有 " + std::to_string(to_decide(open).size()) + " 项待决定"));
}

TEST_CASE("a decision of an earlier state says that the evidence has changed") {
  const Review open = open_review();
  DecisionSheet sheet = sheet_for(open, Treatment::accept);
  sheet.input_sha256 = std::string(64, '0');
  sheet.decisions[0].evidence_sha256 = std::string(64, '9');
  const std::string page = page_of(with_sheet(open, sheet));
  CHECK(count(page, "依据已改变，须重新核对</span>") == 1);
  CHECK(contains(page, "针对变动前的材料"));
  CHECK(contains(page, "尚有 1 项待决定"));
}

TEST_CASE("what reviewers wrote stays text and cannot forge the places of the page") {
  const Review open = open_review();
  for (const char* attack : {"<script>alert(1)</script>", "<!--/decisions--><!--decisions-->",
                             "{{{script}}}", "\"><img src=x onerror=alert(1)>", "\xE2\x80\xAE"}) {
    INFO(attack);
    DecisionSheet sheet = sheet_for(open, Treatment::accept, attack);
    sheet.by = attack;
    const std::string page = page_of(with_sheet(open, sheet));
    CHECK(count(page, "<!--") == count(page_of(open), "<!--"));
    CHECK(count(page, "<script") == 1);
    CHECK_FALSE(contains(page, "<img src=x"));
    CHECK_FALSE(contains(page, "\xE2\x80\xAE"));
    CHECK((*with_decisions(page, {{}, open.findings, ""}, Language::zh) == page_of(open)));
  }
}

TEST_CASE("telephone numbers in a note are masked unless they are to be shown") {
  const Review open = open_review();
  const Review noted = with_sheet(open, sheet_for(open, Treatment::accept, "电话 13800138000"));
  CHECK(contains(page_of(noted), "电话 138****8000"));
  CHECK(contains(*write_html(noted, {Language::zh, PersonalData::shown}), "电话 13800138000"));
}

TEST_CASE("a page that has no place for decisions is refused") {
  const Review open = open_review();
  CHECK_FALSE(with_decisions("", {open.decisions, open.findings, ""}, Language::zh));
  CHECK_FALSE(with_decisions("<!--decisions--><!--/decisions-->",
                             {open.decisions, open.findings, ""}, Language::zh));
}

TEST_CASE("dossier.json says what was decided, by its schema") {
  const Review open = open_review();
  const Json before = Json::parse(*write_json(open, Language::zh));
  CHECK_FALSE(before.contains("decision"));
  CHECK_FALSE(before.contains("decisions"));
  const std::string text =
      *write_json(with_sheet(open, sheet_for(open, Treatment::accept, "可以")), Language::zh);
  CHECK(objections(text, "templates/json/dossier.schema.json") == "");
  const Json json = Json::parse(text);
  CHECK(json["decision"] == Json({{"standing", "accepted"}, {"undecided", 0}}));
  CHECK(json["decisions"][0]["by"] == "张三");
  CHECK(json["decisions"][0]["decisions"].size() == to_decide(open).size());
  CHECK(json["verdict"] == before["verdict"]);
}

TEST_CASE("decisions are put into nothing but a dossier.json") {
  for (const char* text : {"", "[]", "{}", "nonsense"}) CHECK_FALSE(decided_json(text, {}, {}));
}
