// The English page has no Chinese words of ours.
#include <algorithm>
#include <catch2/catch.hpp>

#include "html_reading.h"
#include "pipeline/base/text.h"
#include "sample_review.h"
#include "templates/view.h"

using namespace biaoshen;

namespace {

// The sample as an applicant without Chinese would have sent it, to a programme whose rules cite
// nothing Chinese: whatever is Chinese on the page is ours.
Review latin_review() {
  Review review = review_full_of("Latin only");
  for (Part& part : review.dossier.parts)
    part.reason = "标题“Form”；正文“seal”；版式“standard-cover”";
  review.dossier.parts[1].reason = "文件名“form”；文件名像是“Other”，以内容为准";
  review.dossier.parts[2].reason = "标题“Form”，在一页之中";
  review.dossier.parts[3].reason = "文件名像是“Other”，内容不是";
  for (Instrument& one : review.profile.instruments) one = {one.id, "Plan", "Source", "Note"};
  for (Finding& finding : review.findings) {
    for (Citation& cite : finding.cites) cite = {"Plan", "5", "Quoted"};
    finding.remedy.zh.clear();
    std::erase_if(finding.evidence, [&](const Evidence& one) {
      const auto* quote = std::get_if<Quote>(&one);
      if (quote != nullptr) return has_han(quote->text + quote->cell);
      // What is looked for bears the title of a material, field or rule; made-up ones do not.
      const std::string& sought = std::get<Search>(one).sought;
      const auto is_title = [&](const Material& material) { return material.title.zh == sought; };
      return has_han(sought) && std::ranges::none_of(review.profile.materials, is_title);
    });
  }
  for (MatrixRow& row : review.matrix)
    for (MatrixReading& reading : row.readings) reading.doubt = "ocr";
  for (File& file : review.dossier.files)
    std::erase_if(file.document.problems, [](const Problem& one) { return has_han(one.detail); });
  review.reading_engines = {"text-layer"};
  return review;
}

// Around the first Chinese character, or nothing.
std::string around_han(const std::string& html) {
  for (std::size_t at = 0; at < html.size(); ++at) {
    if (static_cast<unsigned char>(html[at]) < 0xE4 || static_cast<unsigned char>(html[at]) > 0xE9)
      continue;
    return html.substr(at < 80 ? 0 : at - 80, 160);
  }
  return {};
}

}  // namespace

TEST_CASE("the English page has no Chinese but what was quoted") {
  const std::string html = page_of(latin_review(), Language::en);
  const std::string body = html.substr(html.find("</style>"));
  CHECK(around_han(body.substr(0, body.find("<script>"))) == "");
}

TEST_CASE("why pages serve as a material is told in the language of the page") {
  const View en = view_of(latin_review(), Language::en);
  std::vector<std::string> reasons;
  for (const MaterialView& material : en.materials)
    for (const PartView& part : material.parts) reasons.push_back(part.reason);
  CHECK(reasons[0] == "heading “Form”; text “seal”; layout “cover of a standard”");
  CHECK(reasons[1] == "file name “form”; file name looks like “Other”, the contents decide");
  CHECK(reasons[2] == "heading “Form”, within a page");
  const View zh = view_of(latin_review(), Language::zh);
  CHECK(zh.materials[0].parts[0].reason == "标题“Form”；正文“seal”；版式“标准封面”");
}

TEST_CASE("words that an applicant put between quotation marks are never taken for ours") {
  Review review = sample_review();
  review.dossier.parts[0].reason = "标题“正文标题”；正文“；文件名”";
  const View en = view_of(review, Language::en);
  CHECK(en.materials[0].parts[0].reason == "heading “正文标题”; text “；文件名”");
  review.dossier.parts[0].reason = "标题“没有结束";
  CHECK(view_of(review, Language::en).materials[0].parts[0].reason == "heading “没有结束");
}

TEST_CASE("Chinese quotations on the English page are marked as Chinese") {
  const std::string en = page_of(sample_review(), Language::en);
  CHECK(en.find("<q lang=\"zh\">对申请单位提交材料") != std::string::npos);
  CHECK(en.find("<bdi class=\"title\" lang=\"zh\">人型机器人安全技术要求") != std::string::npos);
  CHECK(page_of(sample_review()).find("lang=\"zh\"") == std::string::npos);
}
