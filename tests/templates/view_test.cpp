// Order and words of what people read, before any layout.
#include "templates/view.h"
#include "pipeline/base/text.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "sample_review.h"

using namespace biaoshen;

namespace {

std::string value_of(const std::vector<LabelView>& rows, const std::string& label) {
  const auto found = std::ranges::find(rows, label, &LabelView::label);
  return found == rows.end() ? "no such label" : found->value;
}

// The date with the note beside it.
std::string date_of(const View& view, const std::string& label) {
  const auto& dates = view.time_line.dates;
  const auto found = std::ranges::find(dates, label, &DateView::label);
  return found == dates.end() ? "no such label"
                              : found->value + (found->note.empty() ? "" : "，" + found->note);
}

View zh(const Review& review) {
  return view_of(review, Language::zh);
}

}  // namespace

TEST_CASE("failures come first by level, then in the order of the rules") {
  const View view = zh(sample_review());
  REQUIRE(view.to_correct.size() == 3);
  CHECK(view.to_correct[0].rule == "number.consistent");
  CHECK(view.to_correct[1].rule == "material.innovation");
  CHECK(view.to_correct[2].rule == "score.group");
  CHECK(view.to_correct[2].is_advice);
  CHECK(view.to_correct[2].number == "3");
}

TEST_CASE("the first screen names the first ten failures and counts the others") {
  Review review = sample_review();
  CHECK(zh(review).brief.size() == 3);
  CHECK(zh(review).brief[2].level == "建议改正");
  CHECK(zh(review).brief_rest.empty());
  review.findings.insert(review.findings.end(), 9, review.findings[0]);
  CHECK(zh(review).brief.size() == 10);
  CHECK(zh(review).brief_rest == "另有 2 项，见下文");
}

TEST_CASE("every finding stands in exactly one section") {
  const Review review = sample_review();
  const View view = zh(review);
  CHECK(view.to_correct.size() + view.to_look.size() + view.passed.size() +
            view.not_applicable.size() ==
        review.findings.size());
}

TEST_CASE("a failure at level warning is counted as advice, not as a return") {
  const View view = zh(sample_review());
  CHECK(value_of(view.counts, "须补正") == "2");
  CHECK(value_of(view.counts, "建议改正") == "1");
  CHECK(view.verdict_reason == "须补正 2 项；另有须人工核对 2 项。");
}

TEST_CASE("an open question obliges nobody yet") {
  const View view = zh(sample_review());
  CHECK(view.to_look[0].level.empty());
  CHECK(view.to_look[0].remedy_label == "处理要点");
  CHECK(view.to_correct[0].level == "必须补正");
}

TEST_CASE("the reference date says where it comes from") {
  Review review = sample_review();
  CHECK(date_of(zh(review), "审查基准日") == "2024-08-31，方案规定的截止日");
  review.as_of_given = true;
  CHECK(date_of(zh(review), "审查基准日") == "2024-08-31，审查时指定");
  review.as_of_given = false;
  review.profile.cut_off.reset();
  CHECK(date_of(zh(review), "审查基准日") == "2024-08-31，审查当日（方案未规定截止日）");
}

TEST_CASE("the months in force are full months, the end of February included") {
  Review review = sample_review();
  const auto months = [&](const char* implemented, Date as_of) {
    review.subject.implemented = implemented;
    review.as_of = as_of;
    return date_of(zh(review), "实施");
  };
  CHECK(months("2022-12-01", {2024, 8, 31}) == "2022-12-01，至基准日满 20 个月");
  CHECK(months("2024-02-29", {2024, 8, 28}) == "2024-02-29，至基准日满 5 个月");
  CHECK(months("2024-02-29", {2024, 8, 29}) == "2024-02-29，至基准日满 6 个月");
  CHECK(months("2023-08-31", {2024, 2, 29}) == "2023-08-31，至基准日满 6 个月");
  CHECK(months("2024-09-01", {2024, 8, 31}) == "2024-09-01，尚未实施");
  CHECK(months("not a date", {2024, 8, 31}) == "not a date");
}

TEST_CASE("what was not found about the subject is said to be missing") {
  Review review = sample_review();
  review.subject = {};
  const View view = zh(review);
  CHECK(view.number == "未读出标准编号");
  CHECK(view.title == "未读出标准名称");
  CHECK(value_of(view.subject, "自评得分") == "未读出");
}

TEST_CASE("scores keep their decimals and no more") {
  Review review = sample_review();
  CHECK(value_of(zh(review).subject, "自评得分") == "91");
  review.subject.self_score = 91.5;
  CHECK(value_of(zh(review).subject, "自评得分") == "91.5");
}

TEST_CASE("evidence says file, page, place and how it was read") {
  const View view = zh(sample_review());
  const auto& evidence = view.to_correct[0].evidence;
  CHECK(evidence[0].file.id == "f04");
  CHECK(evidence[0].place == "第 1 页 · 左上角起 (72, 96)–(302, 112) 点");
  CHECK(evidence[0].crop == "evidence/f04-p1-1.png");
  CHECK(evidence[1].place == "第 1 页 · 第 12 段");
  CHECK(evidence[2].origin == "OCR 识别，可信度 97%");
  CHECK(evidence[2].is_ocr);
  CHECK(view.to_correct[2].evidence[0].place == "单元格 自评打分表!D9");
  CHECK(view.to_correct[2].evidence[0].quote == "（空白）");
}

TEST_CASE("a quote without a crop in the review names none") {
  Review review = sample_review();
  review.crops.clear();
  CHECK(zh(review).to_correct[0].evidence[0].crop.empty());
}

TEST_CASE("absence says what was sought, where, and what could not be read") {
  const View view = zh(sample_review());
  const EvidenceView& complete = view.to_correct[1].evidence[0];
  CHECK(complete.sought == "创新性先进性说明");
  const View en = view_of(sample_review(), Language::en);
  CHECK(en.to_correct[1].evidence[0].sought == "Statement of innovation");
  CHECK(complete.scope == "5 个文件");
  CHECK(complete.searched.size() == 5);
  CHECK(complete.unread.empty());
  CHECK(complete.conclusion == "查找范围内的文件均已读全，没有找到。");
  const EvidenceView& open = view.to_look[0].evidence[0];
  REQUIRE(open.unread.size() == 1);
  CHECK(open.unread[0].file.id == "f02");
  CHECK(open.conclusion == "有文件未能读全，不能断定没有。");
}

TEST_CASE("a search through a large dossier names the first files and counts the others") {
  Review review = sample_review();
  Search search{"公章", {}, false};
  while (review.dossier.files.size() < 500) {
    File file = review.dossier.files[0];
    file.id = "f" + std::to_string(review.dossier.files.size() + 1);
    review.dossier.files.push_back(file);
  }
  for (const File& file : review.dossier.files)
    if (file.id != "f09") search.files.push_back(file.id);
  review.findings[0].evidence = {search};
  const EvidenceView all = zh(review).to_correct[0].evidence[0];
  CHECK(all.scope == "499 个文件，下列为其中前 60 个，其余见 dossier.json");
  CHECK(all.searched.size() == 60);
}

TEST_CASE("what agrees is one value, with how many materials say so and what is doubtful") {
  const View view = zh(sample_review());
  REQUIRE(view.matrix.agreements.size() == 3);
  const AgreementView& published = view.matrix.agreements[0];
  CHECK(published.value == "2022-11-18");
  CHECK(published.cells.size() == 2);
  CHECK(published.doubt == "存疑：由乱码字形还原");
  CHECK(view.matrix.agreements[1].where == "自评打分表");
  CHECK(view.matrix.agreements[2].value.empty());
}

TEST_CASE("the matrix has a column for each material with a reading, in the order of the profile") {
  const View view = zh(sample_review());
  CHECK(view.matrix.columns ==
        std::vector<std::string>{"申报书", "自评打分表", "标准文本", "平台公示截图"});
  for (const MatrixRowView& row : view.matrix.rows) CHECK(row.cells.size() == 4);
}

TEST_CASE("differing characters are marked against the text of the standard") {
  const View view = zh(sample_review());
  const MatrixRowView& number = view.matrix.rows[0];
  const ReadingView& form = number.cells[0].readings[0];
  CHECK(form.differs);
  REQUIRE(form.pieces.size() == 2);
  CHECK(form.pieces[1] == Piece{Piece::Kind::differs, "1"});
  CHECK_FALSE(number.cells[2].readings[0].differs);
  CHECK(number.cells[2].readings.size() == 1);
  CHECK(number.cells[2].readings[0].evidence.size() == 2);
  CHECK(number.cells[3].readings[0].doubt == "存疑：由图像识别");
}

TEST_CASE("rows of the matrix say in words whether they agree") {
  const View view = zh(sample_review());
  std::vector<std::string> verdicts;
  for (const MatrixRowView& row : view.matrix.rows) verdicts.push_back(row.verdict);
  for (const AgreementView& row : view.matrix.agreements) verdicts.push_back(row.verdict);
  CHECK(verdicts == std::vector<std::string>{"不一致", "不一致", "一致", "仅一处", "未读出"});
}

TEST_CASE("agreeing readings carry no marks even where one is in doubt") {
  const View view = zh(sample_review());
  for (const MatrixCellView& cell : view.matrix.agreements[0].cells)
    for (const ReadingView& reading : cell.readings) CHECK_FALSE(reading.differs);
}

TEST_CASE("materials say which pages serve as what and why, and which are missing") {
  const View view = zh(sample_review());
  REQUIRE(view.materials.size() == 9);
  CHECK(view.materials[0].parts.size() == 2);
  CHECK(view.materials[0].parts[0].pages == "第 1–4 页");
  CHECK(view.materials[0].parts[0].reason == "页首“高质量团体标准申报书”");
  CHECK(view.materials[5].title == "创新性先进性说明");
  CHECK(view.materials[5].is_loud);
  CHECK(view.materials[5].absence == "未找到（有文件未能读全，可能在其中）");
  CHECK_FALSE(view.materials[7].is_loud);
  CHECK(view.materials[8].title == "其他");
}

TEST_CASE("the pages of a file add up in words") {
  const View view = zh(sample_review());
  CHECK(view.files[0].pages == "4 页文字");
  CHECK(view.files[1].pages == "4 页 = 文字 0 + 识别 0 + 空白 0 + 未读出 4");
  CHECK(view.files[3].pages == "18 页 = 文字 17 + 识别 0 + 空白 1 + 未读出 0");
  CHECK(view.page_sum == "共 8 个文件，37 页 = 文字 31 + 识别 1 + 空白 1 + 未读出 4。");
}

TEST_CASE("a package says how many files were found in it") {
  Review review = sample_review();
  File& package = review.dossier.files[2];
  package.document.pages.clear();
  review.dossier.files[4].container = package.path;
  review.dossier.files[5].container = package.path;
  CHECK(zh(review).files[2].pages == "内含 2 个文件");
}

TEST_CASE("equal problems of several pages are one line") {
  const View view = zh(sample_review());
  REQUIRE(view.files[1].problems.size() == 1);
  CHECK(view.files[1].problems[0].where == "第 1–4 页");
  CHECK_FALSE(view.files[1].problems[0].remedy.empty());
}

TEST_CASE("a problem that names a run of pages is shown with all of them") {
  Review review = sample_review();
  review.dossier.files[3].document.problems = {
      {"needs-ocr", 2, "2–5"}, {"needs-ocr", 9, ""}, {"page-size", 7, "7–x"}};
  const auto problems = zh(review).files[3].problems;
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].where == "第 2–5、9 页");
  CHECK(problems[1].where == "第 7 页");
}

TEST_CASE("files of operating systems are listed apart") {
  const View view = zh(sample_review());
  CHECK(view.files.size() == 8);
  REQUIRE(view.ignored.size() == 1);
  CHECK(view.ignored[0].path == "03 证明材料/Thumbs.db");
}

TEST_CASE("only an ordinary number gets into the print header") {
  Review review = sample_review();
  CHECK(zh(review).print_number == "T/BAIIA 015—2022");
  for (const char* number : {"T/X \"; } body { display: none }", "</style><script>", "T/X 1\\A"}) {
    review.subject.number = number;
    CHECK(zh(review).print_number.empty());
  }
}

TEST_CASE("endless evidence is cut and the rest is counted") {
  Review review = sample_review();
  review.findings[0].evidence.assign(5000, review.findings[0].evidence[0]);
  const FindingView finding = zh(review).to_correct[0];
  CHECK(finding.evidence.size() == 100);
  CHECK(finding.unlisted == "另有 4900 处，见 dossier.json");
}

TEST_CASE("what a programme does not ask for is not told as missing") {
  Review review = sample_review();
  review.profile.facts.clear();
  review.subject = {};
  const View view = zh(review);
  CHECK(view.number.empty());
  CHECK(value_of(view.subject, "自评得分") == "no such label");
  CHECK(date_of(view, "实施") == "no such label");
  CHECK(view.page_title.starts_with("未读出标准名称"));
}

TEST_CASE("a waived finding stands by itself, with who, when and why") {
  Review review = sample_review();
  const View before = zh(review);
  REQUIRE_FALSE(before.to_correct.empty());
  Finding* failed = nullptr;
  for (Finding& finding : review.findings)
    if (finding.rule == before.to_correct.front().rule) failed = &finding;
  REQUIRE(failed != nullptr);
  failed->waiver = Waiver{Waiver::State::applied, "顾清和", "2024-09-02",        "2024-12-31",
                          "经会议决定",           "某协会", std::string(64, 'a')};
  View view = zh(review);
  CHECK(view.to_correct.size() == before.to_correct.size() - 1);
  REQUIRE(view.waived.size() == 1);
  for (const char* part : {"顾清和", "2024-09-02", "2024-12-31", "经会议决定", "某协会"})
    CHECK(biaoshen::contains(view.waived.front().waiver, part));
  failed->waiver->state = Waiver::State::void_;
  view = zh(review);
  CHECK(view.waived.empty());
  CHECK(view.to_correct.size() == before.to_correct.size());
  CHECK(biaoshen::contains(view.to_correct.front().waiver, "失效"));
}

TEST_CASE("each deviation of a policy is told, also with the rule it changes") {
  Review review = sample_review();
  const std::string rule = zh(review).to_correct.front().rule;
  review.profile.policy =
      Policy{"某秘书处", std::string(64, 'b'), {{rule, "level", "warning", "error", "从严"}}};
  const View view = zh(review);
  CHECK(biaoshen::contains(view.policy, "某秘书处"));
  REQUIRE(view.deviations.size() == 1);
  for (const char* part : {"级别", "warning", "error", "从严"})
    CHECK(biaoshen::contains(view.deviations.front(), part));
  CHECK(view.to_correct.front().deviations == view.deviations);
}

TEST_CASE("files of the same contents name each other, once") {
  Review review = sample_review();
  review.dossier.files[5].sha256 = review.dossier.files[2].sha256;
  review.dossier.files[5].document.problems = {{"duplicate", 0, review.dossier.files[2].path}};
  const View view = zh(review);
  REQUIRE(view.files[2].same.size() == 1);
  CHECK(view.files[2].same[0].id == "f06");
  REQUIRE(view.files[5].same.size() == 1);
  CHECK(view.files[5].same[0].id == "f03");
  CHECK(view.files[5].problems.empty());  // said already
  CHECK_FALSE(view.files[5].is_in_order);
}

TEST_CASE("files without contents are no copies of one another") {
  Review review = sample_review();
  for (File& file : review.dossier.files) file.sha256.clear();
  for (const FileView& file : zh(review).files) CHECK(file.same.empty());
}

TEST_CASE("a file is in order when it was read in full and there is nothing to say about it") {
  const View view = zh(sample_review());
  CHECK(view.files[0].is_in_order);
  CHECK_FALSE(view.files[1].is_in_order);  // not read in full
  CHECK_FALSE(view.files[3].is_in_order);  // a blank page
}

TEST_CASE("an entry of the first screen has remedy and clause, not only the message") {
  const View view = zh(sample_review());
  CHECK(view.brief[0].remedy == "核对后改正申报书中的标准编号，重新提交盖章的申报书。");
  CHECK(view.brief[0].clauses ==
        std::vector<std::string>{"高质量团体标准评价工作实施方案 五（三）"});
}
