// What the notice says, before any layout: which findings are in it and how they are worded.
#include "templates/docx/notice_view.h"

#include <catch2/catch.hpp>

#include "pipeline/base/text.h"
#include "sample_record.h"
#include "sample_review.h"

using namespace biaoshen;

namespace {

Finding& finding(Record& record, const std::string& rule) {
  for (Finding& one : record.findings)
    if (one.rule == rule) return one;
  FAIL("no finding of " << rule);
  return record.findings.front();
}

void decide(Record& record, const std::string& rule, Treatment treatment,
            const std::string& note = "") {
  DecisionSheet sheet;
  sheet.by = "审查人甲";
  sheet.on = "2024-09-10";
  sheet.decisions = {{rule, treatment, note, finding(record, rule).evidence_sha256}};
  record.decisions.push_back(sheet);
}

NoticeView notice_view(const Record& record) {
  const auto out = notice_of(record);
  REQUIRE(out);
  return *out;
}

const std::string kNumber = "number.consistent", kInnovation = "material.innovation",
                  kSealed = "form.sealed";

}  // namespace

TEST_CASE("a notice has each failure with file, page, remedy and clause, and advice apart") {
  const NoticeView view = notice_view(sample_record());
  CHECK(view.organization == "北京示例技术协会");
  CHECK(view.subject == "《人型机器人安全技术要求》（T/BAIIA 015—2022）");
  CHECK(view.as_of == "2024年8月31日");
  REQUIRE(view.defects.size() == 2);
  const NoticeItem& number = view.defects[0];
  CHECK(number.what ==
        "申报书写作 T/BAIIA 015—2021，标准文本封面写作 T/BAIIA "
        "015—2022，两处编号不一致。");
  CHECK(number.remedy == "核对后改正申报书中的标准编号，重新提交盖章的申报书。");
  CHECK(number.where ==
        "“03 证明材料/3-2 T_BAIIA 015—2022 标准文本.pdf”第1页（“T/BAIIA 015—2022”）；"
        "“01 申报书/附件2 高质量团体标准申报书.docx”第1页第12段（“标准编号　T/BAIIA "
        "015-2021”）；“03 证明材料/3-3 平台截图.png”第1页（“T/BAIIA O15—2022”）");
  CHECK(number.clause ==
        "高质量团体标准评价工作实施方案五（三）：“对申请单位提交材料的完整性、"
        "准确性进行初步审核”");
  CHECK(view.defects[1].where == "在应当载有此项内容的5个文件中未找到");
  REQUIRE(view.advice.size() == 1);
  CHECK(view.advice[0].where ==
        "“02 自评打分表/附件3 自评打分表（技术类）.xlsx”工作表“自评打分表”的单元格D9");
  CHECK(view.advice[0].clause == "DB11/T 2020—2022附录 A");
}

TEST_CASE("nothing in a notice is an id of a rule") {
  const NoticeView view = notice_view(sample_record());
  for (const NoticeItem& item : view.defects)
    for (const std::string& text : {item.what, item.where, item.remedy, item.clause})
      CHECK_FALSE(contains(text, "consistent"));
}

TEST_CASE("what is accepted or waived is not in the notice") {
  Record record = sample_record();
  decide(record, kNumber, Treatment::accept);
  CHECK(notice_view(record).defects_count == 1);
  finding(record, kInnovation).waiver = Waiver{Waiver::State::applied, "", "", "", "", "", ""};
  CHECK_FALSE(notice_of(record));
}

TEST_CASE("what a reviewer looks closer at, or accepted on other evidence, stays") {
  Record record = sample_record();
  decide(record, kNumber, Treatment::look);
  decide(record, kInnovation, Treatment::accept);
  finding(record, kInnovation).evidence_sha256 = "another";
  CHECK(notice_view(record).defects_count == 2);
}

TEST_CASE("an open question that a reviewer returns is a defect, in his words") {
  Record record = sample_record();
  decide(record, kSealed, Treatment::send_back, "扫描件第 4 页没有公章，请补盖。");
  const NoticeView view = notice_view(record);
  REQUIRE(view.defects.size() == 3);
  CHECK(view.defects[2].what == "经审查人核对，“申报书已盖章”一项须补正。");
  CHECK(view.defects[2].note == "扫描件第 4 页没有公章，请补盖。");
  CHECK(view.defects[2].remedy.empty());
}

TEST_CASE("what a rule tells the reviewer to do is never asked of the applicant") {
  Record record = sample_record();
  decide(record, kSealed, Treatment::send_back, "");
  const NoticeView view = notice_view(record);
  REQUIRE(view.defects.size() == 3);
  CHECK(view.defects[2].remedy == "请就此项作出说明，并附相应的证明材料。");
}

TEST_CASE("advice that a reviewer returns has to be corrected") {
  Record record = sample_record();
  decide(record, "score.group", Treatment::send_back);
  const NoticeView view = notice_view(record);
  CHECK(view.defects_count == 3);
  CHECK(view.advice.empty());
}

TEST_CASE("there is no notice where nothing has to be corrected, or of no application") {
  Record record = sample_record();
  record.is_application = false;
  CHECK_FALSE(notice_of(record));
  record = sample_record();
  for (Finding& one : record.findings)
    if (one.level == Level::error) one.status = Status::pass;
  CHECK_FALSE(notice_of(record));
}

TEST_CASE("a file that cannot be read is named with what to send instead") {
  Record record = sample_record();
  Finding& unread = finding(record, kNumber);
  unread.evidence = {Quote{"f07", 0, WholeFile{}, "", "x.pdf", Origin::name, 100, ""}};
  NoticeItem item = notice_view(record).defects[0];
  CHECK(item.where == "“03 证明材料/3-5 必要专利披露说明.pdf”（文件已加密，无法打开）");
  CHECK(item.remedy == "请解除密码后重新提交。");
  unread.evidence.push_back(Quote{"f08", 0, WholeFile{}, "", "y.doc", Origin::name, 100, ""});
  item = notice_view(record).defects[0];
  CHECK(item.remedy ==
        "“03 证明材料/3-5 必要专利披露说明.pdf”请解除密码后重新提交；“03 证明材料/3-6 "
        "应用证明/应用证明.doc”请另存为 DOCX 或 PDF 后提交。");
  unread.evidence.push_back(Quote{"f03", 1, OnPage{}, "", "z", Origin::text, 100, ""});
  CHECK(notice_view(record).defects[0].remedy == unread.remedy.zh);
}

TEST_CASE("cells of a worksheet are listed under it") {
  Record record = sample_record();
  finding(record, kNumber).evidence = {
      Quote{"f03", 1, InCell{5, 5}, "自评打分表!E5", "9", Origin::cell, 100, ""},
      Quote{"f03", 1, WholeFile{}, "自评打分表!E17", "91", Origin::cell, 100, ""}};
  CHECK(notice_view(record).defects[0].where ==
        "“02 自评打分表/附件3 自评打分表（技术类）.xlsx”工作表“自评打分表”的单元格E5、E17");
}

TEST_CASE("personal data is masked unless it is to be shown, and hostile text is written out") {
  Record record = sample_record();
  finding(record, kNumber).message.zh = "联系电话 13812345678\n\xE2\x80\xAE\x01 有误。";
  CHECK(notice_view(record).defects[0].what == "联系电话 138****5678 [U+202E][U+0001] 有误。");
  record.presentation.personal_data = PersonalData::shown;
  CHECK(contains(notice_view(record).defects[0].what, "13812345678"));
}

TEST_CASE("endless lists are bounded and say so") {
  Record record = sample_record();
  Finding many = finding(record, kNumber);
  many.evidence.clear();
  for (std::uint32_t page = 1; page <= 50; ++page)
    many.evidence.push_back(
        Quote{"f04", page, OnPage{}, "", std::string(5000, 'x'), Origin::text, 100, ""});
  for (int i = 0; i < 150; ++i) record.findings.push_back(many);
  const NoticeView view = notice_view(record);
  CHECK(view.defects.size() == 100);
  CHECK(view.defects_count == 152);
  CHECK(contains(view.defects_rest, "另有52项"));
  CHECK(contains(view.defects[5].where, "另有44处"));
  CHECK(view.defects[5].where.size() < 1000);
}

TEST_CASE("that something is absent is only said where every file that could hold it was read") {
  Record record = sample_record();
  finding(record, kInnovation).evidence = {Search{"说明", {"f01", "f02"}, false}};
  CHECK(notice_view(record).defects[1].where == "已在2个文件中查找，其中有未能读全的文件");
}

TEST_CASE("what is not known is left to be filled in") {
  Record record = sample_record();
  record.subject = {};
  const NoticeView view = notice_view(record);
  CHECK(view.organization == "＿＿＿＿＿＿＿＿");
  CHECK(view.subject == "“" + record.name + "”");
  CHECK(view.title.empty());
}

TEST_CASE("in English the notice has no Chinese words of ours") {
  const NoticeView view = notice_view(record_like(sample_review(), Language::en));
  CHECK(view.as_of == "2024-08-31");
  CHECK(contains(view.defects[0].where, "page 1, paragraph 12 ("));
  CHECK(view.defects[1].where == "not found in the 5 files that should hold it");
}

TEST_CASE("the notice of a later submission says of each item whether it was in the one before") {
  Record record = sample_record();
  for (const NoticeItem& item : notice_view(record).defects) CHECK(item.since.empty());
  record.revision = 3;
  record.earlier = EarlierRevision{2, "", Verdict::returned};
  for (Finding& one : record.findings) one.baseline = Baseline::unchanged;
  finding(record, kInnovation).baseline = Baseline::new_;
  finding(record, "score.group").baseline = Baseline::updated;
  decide(record, kSealed, Treatment::send_back, "请补盖公章");
  const NoticeView view = notice_view(record);
  REQUIRE(view.defects.size() == 3);
  CHECK(view.defects[0].since == "第 2 次提交时已有此问题，尚未改正。");
  CHECK(view.defects[1].since == "第 2 次提交时没有此问题，为新出现的问题。");
  CHECK(view.defects[2].since.empty());  // a question of the reviewer's, nobody's task before
  CHECK(view.advice[0].since == "第 2 次提交时此项已不符合或待核对，情况有变化，仍须补正。");
}
