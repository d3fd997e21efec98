// A dossier with the files of another has a copy of the other's result, under its own name.
#include "templates/batch/duplicate_result.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "pipeline/base/text.h"
#include "pipeline/batch/batch_entry.h"
#include "pipeline/batch/record_reader.h"
#include "pipeline/batch/revisions.h"
#include "sample_batch.h"
#include "templates/batch/joint_dossier.h"
#include "templates/html/html_writer.h"
#include "templates/json/json_writer.h"
#include "tests/templates/html_reading.h"
#include "tests/templates/sample_review.h"
#include "tests/templates/validity.h"

using namespace biaoshen;
using Json = nlohmann::ordered_json;
using Files = std::map<std::string, std::string>;

namespace {

Files result_of(const Review& review) {
  return {{"dossier.json", *write_json(review, {})},
          {"dossier.html", *write_html(review, {})},
          {"notice.docx", "notice"},
          {"findings.sarif", "{}"},
          {"evidence/f04-p1-1.png", sample_png()}};
}

Record record_in(const Files& files) {
  const auto record = record_of(files.at("dossier.json"), "dossier.json");
  REQUIRE(record);
  return *record;
}

// The copy of `first` under the name 乙, as a first submission unless `next` says otherwise.
Files copy_of(const Files& first, const Succession& next = {}, const std::string& name = "乙",
              const std::string& folder = "甲 1") {
  Record record = record_in(first);
  record.duplicate_of = record.name;
  record.name = name;
  record.decisions.clear();
  set_baseline(record, next);
  const auto files = duplicate_result(first, record, folder);
  REQUIRE(files);
  return *files;
}

// The sample with a decision about it, which belongs to it alone.
Review accepted_review() {
  Review review = sample_review();
  Finding& finding = review.findings.front();
  finding.evidence_sha256 = std::string(64, 'e');
  DecisionSheet sheet{"张三", "2024-09-02", std::string(64, '1'), std::string(64, '2'), 1, {}};
  sheet.decisions.push_back({finding.rule, Treatment::accept, "可以", finding.evidence_sha256});
  review.decisions.push_back(sheet);
  return review;
}

}  // namespace

TEST_CASE("the copy has its own name and says whose result it is") {
  const Files copy = copy_of(result_of(sample_review()));
  const Json json = Json::parse(copy.at("dossier.json"));
  CHECK(json["name"] == "乙");
  CHECK(json["duplicate_of"] == sample_review().dossier.name);
  CHECK(objections(copy.at("dossier.json"), "templates/json/dossier.schema.json") == "");
  const std::string& page = copy.at("dossier.html");
  CHECK(contains(page,
                 "<strong><bdi>与“北京示例技术协会-T_BAIIA 015—2022”内容完全相同</bdi></strong>"));
  CHECK(contains(page, "href=\"../%E7%94%B2%20%31/dossier.html\""));
  CHECK(contains(page, "<!--dossier-name-->乙<!--/dossier-name-->"));
  CHECK(page.find("内容完全相同") < page.find("id=\"verdict\""));
  CHECK(first_unbalanced_tag(page) == "");
}

TEST_CASE("it has the findings and evidence of the other, not its notice nor its decisions") {
  const Files first = result_of(accepted_review());
  const Files copy = copy_of(first);
  CHECK(copy.contains("evidence/f04-p1-1.png"));
  CHECK_FALSE(copy.contains("notice.docx"));
  CHECK_FALSE(copy.contains("findings.sarif"));
  const Json json = Json::parse(copy.at("dossier.json"));
  const Json other = Json::parse(first.at("dossier.json"));
  CHECK(json["findings"] == other["findings"]);
  CHECK(json["verdict"] == other["verdict"]);
  CHECK(other.contains("decisions"));
  CHECK_FALSE(json.contains("decisions"));
  CHECK_FALSE(json.contains("decision"));
  CHECK(contains(first.at("dossier.html"), "张三"));
  CHECK_FALSE(contains(copy.at("dossier.html"), "张三"));
}

TEST_CASE("nobody decides in a copy") {
  const Files first = result_of(sample_review());
  CHECK(contains(first.at("dossier.html"), "id=\"decide\""));
  CHECK(contains(first.at("dossier.html"), "<script>"));
  const std::string page = copy_of(first).at("dossier.html");
  CHECK_FALSE(contains(page, "id=\"decide\""));
  CHECK_FALSE(contains(page, "<script>"));
}

TEST_CASE("what a batch found about the other is not taken over") {
  Review review = sample_review();
  std::erase_if(review.findings, [](const Finding& f) { return f.status != Status::pass; });
  review.verdict = Verdict::ready;
  const Files alone = result_of(review);
  const BatchReport report = sample_batch();
  const BatchNames names(report);
  const std::vector<JointFinding> found = {sample_finding({"甲-13800138000", "乙"})};
  const auto findings = pointers_to(found);
  Files joint = alone;
  joint["dossier.json"] =
      *joint_dossier_json(alone.at("dossier.json"), findings, Language::zh, std::string(64, 'd'));
  joint["dossier.html"] = *joint_dossier_html(alone.at("dossier.html"), Verdict::ready, findings,
                                              {names, Language::zh, "../", "乙"});
  REQUIRE(Json::parse(joint["dossier.json"])["verdict"] == "review");
  CHECK((copy_of(joint) == copy_of(alone)));
}

TEST_CASE("the copy counts the revisions of its own name and compares with its own last one") {
  Review other = sample_review();
  other.revision = 5;
  other.earlier = EarlierRevision{4, std::string(64, 'c'), Verdict::ready};
  for (Finding& finding : other.findings) finding.baseline = Baseline::new_;
  const Files first = result_of(other);
  const Files alone = copy_of(first);
  const Json json = Json::parse(alone.at("dossier.json"));
  CHECK(json["revision"] == 1);
  CHECK_FALSE(json.contains("previous"));
  CHECK_FALSE(json["findings"][0].contains("baselineState"));
  CHECK_FALSE(contains(alone.at("dossier.html"), "次提交"));
  Record before = record_in(first);
  before.revision = 1;
  const Files second = copy_of(first, {2, 1, before});
  const Json later = Json::parse(second.at("dossier.json"));
  CHECK(later["revision"] == 2);
  CHECK(later["previous"]["revision"] == 1);
  CHECK(later["findings"][0]["baselineState"] == "unchanged");
  CHECK(contains(second.at("dossier.html"), "第 2 次提交"));
  CHECK(record_in(second).duplicate_of == other.dossier.name);
}

TEST_CASE("hostile names stay text, and the link names the folder byte by byte") {
  const std::string attack = "<script>x</script><!--/duplicate-->\"'&\n";
  Review review = sample_review();
  review.dossier.name = attack;
  const Files copy = copy_of(result_of(review), {}, attack, "\xFF\"><b>/..\n");
  const std::string& page = copy.at("dossier.html");
  CHECK_FALSE(contains(page, "<script>x"));
  CHECK(contains(page, "href=\"../%FF%22%3E%3Cb%3E%2F%2E%2E%0A/dossier.html\""));
  CHECK(count(page, "<!--") ==
        count(copy_of(result_of(sample_review())).at("dossier.html"), "<!--"));
  CHECK(first_unbalanced_tag(page) == "");
}

TEST_CASE("an entry of a batch says whose copy it is, and why nothing was opened") {
  const Files copy = copy_of(result_of(sample_review()));
  const auto entry = batch_entry(copy.at("dossier.json"), "dossier.json");
  REQUIRE(entry);
  CHECK(entry->duplicate_of == sample_review().dossier.name);
  CHECK(entry->revision == 1);
  CHECK(entry->quarantined.empty());
  Review review = sample_review();
  review.dossier.problems = {{"quarantined", 0, "读取程序两次意外中止"}};
  const auto closed = batch_entry(*write_json(review, {}), "dossier.json");
  REQUIRE(closed);
  CHECK(closed->quarantined == "读取程序两次意外中止");
}

TEST_CASE("what is no result of this program is refused") {
  const Files first = result_of(sample_review());
  const Record record = record_in(first);
  Files broken = first;
  broken["dossier.json"] = "[]";
  CHECK_FALSE(duplicate_result(broken, record, "甲"));
  broken = first;
  broken["dossier.html"] = "<html></html>";
  CHECK_FALSE(duplicate_result(broken, record, "甲"));
}
