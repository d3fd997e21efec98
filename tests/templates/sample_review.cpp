#include "sample_review.h"

namespace biaoshen {
namespace {

const char* const kPilot = "高质量团体标准评价工作实施方案";
const char* const kRules = "团体标准管理规定";

Page page_of(std::uint32_t number, Source source, const std::string& reason = "") {
  Page page;
  page.number = number;
  page.source = source;
  page.reason = reason;
  return page;
}

File file_of(const std::string& id, const std::string& path, const std::string& format,
             std::uint32_t pages, std::uint64_t bytes) {
  File file;
  file.id = id;
  file.path = path;
  file.bytes = bytes;
  file.sha256 = std::string(62, id.back()) + id.substr(1);
  file.document.format = format;
  for (std::uint32_t n = 1; n <= pages; ++n)
    file.document.pages.push_back(page_of(n, Source::text));
  return file;
}

Quote on_page(const std::string& file, std::uint32_t page, const std::string& text,
              const std::string& image = "") {
  return {file, page, OnPage{{72.04F, 96.26F, 301.5F, 112.0F}}, "", text, Origin::text, 100, image};
}
Quote in_flow(const std::string& file, std::uint32_t page, std::uint32_t paragraph,
              const std::string& text) {
  return {file, page, InFlow{paragraph}, "", text, Origin::text, 100, ""};
}
Quote in_cell(const std::string& file, const std::string& cell, const std::string& text) {
  return {file, 1, InCell{9, 4}, cell, text, Origin::cell, 100, ""};
}
Quote recognised(const std::string& file, std::uint32_t page, const std::string& text) {
  return {file, page, OnPage{{120, 80, 400, 98}}, "", text, Origin::ocr, 97, ""};
}

void add_files(Dossier& dossier) {
  dossier.name = "北京示例技术协会-T_BAIIA 015—2022";
  dossier.files = {
      file_of("f01", "01 申报书/附件2 高质量团体标准申报书.docx", "docx", 4, 48213),
      file_of("f02", "01 申报书/申报书（盖章扫描件）.pdf", "pdf", 4, 3812345),
      file_of("f03", "02 自评打分表/附件3 自评打分表（技术类）.xlsx", "xlsx", 1, 18230),
      file_of("f04", "03 证明材料/3-2 T_BAIIA 015—2022 标准文本.pdf", "pdf", 18, 912345),
      file_of("f05", "03 证明材料/3-3 平台截图.png", "png", 1, 402881),
      file_of("f06", "03 证明材料/3-1 团体标准管理办法.pdf", "pdf", 9, 301022),
      file_of("f07", "03 证明材料/3-5 必要专利披露说明.pdf", "pdf", 0, 20480),
      file_of("f08", "03 证明材料/3-6 应用证明/应用证明.doc", "", 0, 33792),
      file_of("f09", "03 证明材料/Thumbs.db", "", 0, 5120)};
  for (Page& page : dossier.files[1].document.pages)
    page = page_of(page.number, Source::failed, "needs-ocr");
  dossier.files[1].document.status = FileStatus::partial;
  for (std::uint32_t n = 1; n <= 4; ++n)
    dossier.files[1].document.problems.push_back({"needs-ocr", n, ""});
  dossier.files[3].document.pages[1] = page_of(2, Source::blank);
  dossier.files[3].document.problems = {{"blank-page", 2, ""}, {"text-repaired", 1, "犌犅／犜"}};
  dossier.files[4].document.pages[0].source = Source::ocr;
  dossier.files[6].document.status = FileStatus::unreadable;
  dossier.files[6].document.problems = {{"encrypted", 0, ""}};
  dossier.files[7].document.status = FileStatus::unreadable;
  dossier.files[7].document.problems = {{"format-doc", 0, ""}};
  dossier.files[8].document.status = FileStatus::ignored;
  dossier.files[8].document.problems = {{"litter", 0, ""}};
  dossier.files[8].sha256.clear();
  dossier.parts = {{0, "application-form", 1, 4, "页首“高质量团体标准申报书”"},
                   {1, "application-form", 1, 4, "文件名“申报书”"},
                   {2, "self-score", 1, 1, "页首“自评打分表”"},
                   {3, "standard-text", 1, 18, "标准封面：T/BAIIA 015—2022"},
                   {4, "platform-screenshot", 1, 1, "文件名“平台截图”"},
                   {5, "procedure", 1, 8, "页首“团体标准管理办法”"},
                   {5, "other", 9, 9, ""}};
}

void add_profile(Profile& profile) {
  profile.id = "bj-hq-group-standard";
  profile.version = "2024";
  profile.sha256 = std::string(64, 'a');
  profile.title = {"北京市高质量团体标准评价（2024）",
                   "Beijing high-quality group standards (2024)"};
  profile.cut_off = Date{2024, 8, 31};
  for (const char* name : {"number", "title", "published", "implemented", "score"})
    profile.facts.push_back({name, "label", "application-form", {}});
  profile.instruments = {{"plan", kPilot, "征集通知附件1", ""},
                         {"rules", kRules, "国标委联〔2019〕1号", "所用文本为转载本"}};
  const auto material = [&](const char* id, const char* zh, const char* en, bool required) {
    profile.materials.push_back({id, {zh, en}, required, {}});
    RuleSpec rule;
    rule.id = std::string("material.") + id;
    profile.rules.push_back(std::move(rule));
  };
  material("application-form", "申报书", "Application form", true);
  material("self-score", "自评打分表", "Self-score sheet", true);
  material("procedure", "制定程序文件", "Procedure", true);
  material("standard-text", "标准文本", "Text of the standard", true);
  material("platform-screenshot", "平台公示截图", "Platform screenshot", true);
  material("innovation", "创新性先进性说明", "Statement of innovation", true);
  material("patent-disclosure", "必要专利披露说明", "Patent disclosure", true);
  material("implementation", "实施应用、效益、奖项", "Use, benefits, awards", false);
}

Finding finding_of(const std::string& rule, Status status, Level level, Wording title,
                   Wording message) {
  Finding finding;
  finding.rule = rule;
  finding.status = status;
  finding.level = level;
  finding.title = std::move(title);
  finding.message = std::move(message);
  return finding;
}

void add_failures(Review& review) {
  Finding number = finding_of(
      "number.consistent", Status::fail, Level::error, {"标准编号一致", "One number throughout"},
      {"申报书写作 T/BAIIA 015—2021，标准文本封面写作 T/BAIIA 015—2022，两处编号不一致。",
       "The form says T/BAIIA 015—2021, the cover of the standard T/BAIIA 015—2022."});
  number.remedy = {"核对后改正申报书中的标准编号，重新提交盖章的申报书。",
                   "Correct the number on the form and send it again with the seal."};
  number.cites = {{kPilot, "五（三）", "对申请单位提交材料的完整性、准确性进行初步审核。"}};
  number.evidence = {on_page("f04", 1, "T/BAIIA 015—2022", "evidence/f04-p1-1.png"),
                     in_flow("f01", 1, 12, "标准编号　T/BAIIA 015-2021"),
                     recognised("f05", 1, "T/BAIIA O15—2022")};
  Finding material =
      finding_of("material.innovation", Status::fail, Level::error,
                 {"有创新性先进性说明", "Statement of innovation is there"},
                 {"材料中没有创新性、先进性说明文件。", "There is no statement of innovation."});
  material.remedy = {"补交创新性、先进性说明文件。", "Hand in the statement of innovation."};
  material.cites = {{kPilot, "五（二）", "创新性、先进性说明文件"}};
  material.evidence = {Search{"创新性先进性说明", {"f01", "f03", "f04", "f05", "f06"}, true}};
  Finding extension =
      finding_of("score.group", Status::fail, Level::warning, {"打分表有小计", "Sub-totals"},
                 {"打分表“创新性”一组没有小计。", "The group 创新性 has no sub-total."});
  extension.remedy = {"补填小计。", "Fill in the sub-total."};
  extension.cites = {{"DB11/T 2020—2022", "附录 A", ""}};
  extension.evidence = {in_cell("f03", "自评打分表!D9", "")};
  review.findings.insert(review.findings.end(), {number, extension, material});
}

void add_open_questions(Review& review) {
  Finding sealed = finding_of(
      "form.sealed", Status::review, Level::error, {"申报书已盖章", "The form is sealed"},
      {"申报书扫描件只有图像，程序尚不能识别印章。",
       "The scan of the form is an image; the seal could not be looked for."});
  sealed.remedy = {"请查看扫描件第 4 页是否盖有申报单位公章。",
                   "See whether page 4 of the scan has the seal."};
  sealed.cites = {
      {kPilot, "五（二）", "申报单位对所提交的自评结果及相关证明文件的真实性合法性负责。"}};
  sealed.evidence = {Search{"申报单位公章", {"f01", "f02"}, false}};
  Finding credit = finding_of(
      "credit.checked", Status::review, Level::error, {"信用状况已查询", "Credit checked"},
      {"请查询申报单位和发布单位有无违法等异常行为。", "Look up applicant and issuer."});
  credit.cites = {{kPilot, "五（三）", "未列入严重违法失信名单"}};
  credit.evidence = {in_flow(
      "f01", 1, 14, "申报单位：北京示例技术协会（联系人 李某 13812345678，li.mou@example.com）")};
  review.findings.insert(review.findings.end(), {sealed, credit});
}

void add_passes(Review& review) {
  const auto pass = [&](const char* rule, Wording title, Wording message, Evidence evidence) {
    Finding finding =
        finding_of(rule, Status::pass, Level::error, std::move(title), std::move(message));
    finding.cites = {
        {kRules, "第十七条", "团体标准编号由团体标准代号、团体代号、团体标准顺序号和年代号组成。"}};
    finding.evidence = {std::move(evidence)};
    review.findings.push_back(finding);
  };
  pass("number.format", {"编号格式", "Shape of the number"},
       {"编号 T/BAIIA 015—2022 符合编号规则。", "T/BAIIA 015—2022 has the right shape."},
       on_page("f04", 1, "T/BAIIA 015—2022", "evidence/f04-p1-1.png"));
  pass("date.in-force-six-months", {"实施满六个月", "In force for six months"},
       {"实施日期 2022-12-01，至 2024-08-31 已满 6 个月。", "In force since 2022-12-01."},
       on_page("f04", 1, "2022-12-01实施"));
  pass("score.threshold", {"自评不低于80分", "At least 80 points"},
       {"自评总分 91 分。", "91 points."}, in_cell("f03", "自评打分表!D32", "91"));
  Finding patent = finding_of("platform.disclosed", Status::not_applicable, Level::note,
                              {"平台公开内容", "Disclosed on the platform"},
                              {"截图未读出平台页面，本项不适用。", "The screenshot was not read."});
  patent.evidence = {Search{"平台页面", {"f05"}, false}};
  review.findings.push_back(patent);
}

void add_matrix(Review& review) {
  review.matrix = {
      {"number",
       {"标准编号", "Number"},
       false,
       {{"application-form", "T/BAIIA 015—2021", in_flow("f01", 1, 12, "T/BAIIA 015-2021"), ""},
        {"self-score", "T/BAIIA 015—2022", in_cell("f03", "自评打分表!B3", "T/BAIIA 015—2022"), ""},
        {"standard-text", "T/BAIIA 015—2022",
         on_page("f04", 1, "T/BAIIA 015—2022", "evidence/f04-p1-1.png"), ""},
        {"standard-text", "T/BAIIA 015—2022", on_page("f04", 3, "Ｔ／BAIIA 015-2022"), ""},
        {"platform-screenshot", "T/BAIIA O15—2022", recognised("f05", 1, "T/BAIIA O15—2022"),
         "ocr"}}},
      {"title",
       {"标准名称", "Title"},
       false,
       {{"application-form", "人形机器人安全要求", in_flow("f01", 1, 11, "人形机器人 安全要求"),
         ""},
        {"standard-text", "人型机器人安全技术要求", on_page("f04", 1, "人型机器人 安全技术要求"),
         ""}}},
      {"published",
       {"发布日期", "Published"},
       true,
       {{"application-form", "2022-11-18", in_flow("f01", 1, 13, "2022年11月18日"), ""},
        {"standard-text", "2022-11-18", on_page("f04", 1, "2022-11-18发布"), "founder"}}},
      {"self_score",
       {"自评得分", "Self-score"},
       true,
       {{"self-score", "91", in_cell("f03", "自评打分表!D32", "91"), ""}}},
      {"uscc", {"统一社会信用代码", "Unified credit code"}, true, {}}};
}

}  // namespace

std::string sample_png() {
  // One white pixel.
  const unsigned char bytes[] = {
      0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48,
      0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00,
      0x00, 0x3A, 0x7E, 0x9B, 0x55, 0x00, 0x00, 0x00, 0x0A, 0x49, 0x44, 0x41, 0x54, 0x78,
      0x9C, 0x63, 0xF8, 0x0F, 0x00, 0x01, 0x01, 0x01, 0x00, 0xB1, 0x38, 0xF6, 0x14, 0x00,
      0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82};
  return {std::begin(bytes), std::end(bytes)};
}

Review sample_review() {
  Review review;
  review.tool_version = "0.1.0";
  review.as_of = {2024, 8, 31};
  review.verdict = Verdict::returned;
  add_profile(review.profile);
  add_files(review.dossier);
  review.subject = {"T/BAIIA 015—2022",
                    "T/BAIIA 015-2022",
                    "人型机器人安全技术要求",
                    "北京示例技术协会",
                    std::nullopt,
                    "2022-11-18",
                    "2022-12-01",
                    91.0};
  add_failures(review);
  add_open_questions(review);
  add_passes(review);
  add_matrix(review);
  review.crops = {{"evidence/f04-p1-1.png", sample_png()}};
  review.reading_engines = {"文字层"};
  return review;
}

Review review_full_of(const std::string& text) {
  Review review = sample_review();
  review.subject = {text, text, text, text, text, text, text, 91.0};
  review.dossier.name = text;
  review.dossier.problems = {{text, 0, text}};
  for (File& file : review.dossier.files) {
    file.path = text;
    file.document.format = text;
    file.document.problems.push_back({text, 1, text});
  }
  for (Part& part : review.dossier.parts) part.reason = text;
  for (MatrixRow& row : review.matrix) {
    for (MatrixReading& reading : row.readings) {
      reading.value = text;
      reading.doubt = text;
      reading.evidence = on_page("f04", 1, text, "evidence/f04-p1-1.png");
    }
  }
  for (Finding& finding : review.findings) {
    finding.message = {text, text};
    finding.evidence.push_back(in_cell("f03", text, text));
    finding.evidence.push_back(recognised("f05", 1, text));
    finding.evidence.push_back(Search{text, {"f01"}, false});
  }
  return review;
}

}  // namespace biaoshen
