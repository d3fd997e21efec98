// dossier.html as a page: complete, self-contained, in order.
#include "templates/html/html_writer.h"

#include <catch2/catch.hpp>

#include "embedded/html_files.h"
#include "html_reading.h"
#include "sample_review.h"

using namespace biaoshen;

TEST_CASE("the page shows verdict, subject, clause, remedy, quote and place") {
  const std::string html = page_of(sample_review());
  for (const char* text :
       {"退回补正", "T/BAIIA 015—2022", "人型机器人安全技术要求", "北京示例技术协会",
        "方案规定的截止日", "申报书写作 T/BAIIA 015—2021", "核对后改正申报书中的标准编号",
        "对申请单位提交材料的完整性、准确性进行初步审核",
        "第 1 页 · 左上角起 (72, 96)–(302, 112) 点", "单元格 自评打分表!D9", "OCR 识别，可信度 97%",
        "查找范围内的文件均已读全，没有找到", "文件已加密，无法打开", "请解除密码后重新提交",
        "4 页 = 文字 0 + 识别 0 + 空白 0 + 未读出 4", "所用文本为转载本", "biaoshen 0.1.0",
        "审查人", "复核人"}) {
    INFO(text);
    CHECK(html.find(text) != std::string::npos);
  }
}

TEST_CASE("every finding is on the page under its rule") {
  const Review review = sample_review();
  const std::string html = page_of(review);
  for (const Finding& finding : review.findings)
    CHECK(count(html, "id=\"r-" + finding.rule + "\"") == 1);
}

TEST_CASE("differing characters are marked") {
  CHECK(page_of(sample_review()).find("T/BAIIA 015—202<mark>1</mark>") != std::string::npos);
  CHECK(page_of(sample_review()).find("<mark class=\"gap\">") != std::string::npos);
}

TEST_CASE(
    "a crop is on the page once among the findings and once in the matrix, and later places point "
    "to it") {
  const std::string html = page_of(sample_review());
  CHECK(count(html, "data:image/png;base64,") == 2);
  CHECK(count(html, "id=\"crop-1\"") == 1);
  CHECK(count(html, "href=\"#crop-1\"") == 1);
  CHECK(count(html, "<details><summary>截图</summary><img id=\"reading-1\"") == 1);
  CHECK(html.find("alt=\"03 证明材料/3-2 T_BAIIA 015—2022 标准文本.pdf 第 1 页") !=
        std::string::npos);
  CHECK(html.find("width=\"1\" height=\"1\"") != std::string::npos);
}

TEST_CASE("a crop that is no image is left out together with the links to it") {
  Review review = sample_review();
  review.crops["evidence/f04-p1-1.png"] = "<svg onload=alert(1)>";
  const std::string html = page_of(review);
  CHECK(html.find("<img") == std::string::npos);
  CHECK(html.find("#crop-") == std::string::npos);
  CHECK(html.find("reading-1") == std::string::npos);
}

TEST_CASE("every link inside the page has its target") {
  for (const Review& review : {sample_review(), Review{}}) {
    const std::string html = page_of(review);
    const std::set<std::string> ids = attribute_values(html, "id");
    for (const std::string& target : attribute_values(html, "href")) {
      INFO(target);
      REQUIRE(target.starts_with("#"));
      CHECK(ids.contains(target.substr(1)));
    }
  }
}

TEST_CASE("ids of the page stand once") {
  const std::string html = page_of(sample_review());
  for (const std::string& id : attribute_values(html, "id"))
    CHECK(count(html, " id=\"" + id + "\"") == 1);
}

TEST_CASE("the page refers to nothing outside itself and forbids it") {
  for (const std::string& source : attribute_values(page_of(sample_review()), "src"))
    CHECK(source.starts_with("data:image/png;base64,"));
  const std::string html = page_of(sample_review());
  CHECK(html.find("http:") == std::string::npos);
  CHECK(html.find("https:") == std::string::npos);
  CHECK(html.find("url(") == std::string::npos);
  CHECK(html.find("@import") == std::string::npos);
  CHECK(html.find("default-src 'none'; img-src data:; style-src 'unsafe-inline'") !=
        std::string::npos);
}

TEST_CASE("headings go down one level at a time and there is one of the first") {
  for (const Language language : {Language::zh, Language::en}) {
    const std::string html = page_of(sample_review(), language);
    CHECK(count(html, "<h1>") == 1);
    char last = '1';
    for (std::size_t at = 0; (at = html.find("<h", at)) != std::string::npos; ++at) {
      const char level = html[at + 2];
      if (level < '1' || level > '6') continue;
      CHECK(level <= last + 1);
      last = level;
    }
  }
}

TEST_CASE("tags of the page close in order") {
  for (const Language language : {Language::zh, Language::en}) {
    CHECK(first_unbalanced_tag(page_of(sample_review(), language)) == "");
    CHECK(first_unbalanced_tag(page_of(Review{}, language)) == "");
  }
}

TEST_CASE("header cells say what they are the head of and images what they show") {
  const std::string html = page_of(sample_review());
  CHECK(count(html, "<th ") == count(html, "<th scope="));
  CHECK(html.find("<th>") == std::string::npos);
  CHECK(count(html, "<img ") == count(html, " alt=\""));
}

TEST_CASE("the page says its language and is whole in both") {
  CHECK(page_of(sample_review()).find("<html lang=\"zh-CN\">") != std::string::npos);
  const std::string en = page_of(sample_review(), Language::en);
  CHECK(en.find("<html lang=\"en\">") != std::string::npos);
  for (const char* text : {"Return for correction", "What must be corrected", "The form says",
                           "page 1", "Application form", "is encrypted"})
    CHECK(en.find(text) != std::string::npos);
}

TEST_CASE("no placeholder of a template or a phrase is left on the page") {
  for (const Language language : {Language::zh, Language::en}) {
    const std::string html = page_of(sample_review(), language);
    const std::size_t body = html.find("</style>"), script = html.find("<script>");
    // The form hands the script its words with their places for values.
    const std::size_t form = html.find("<section id=\"decide\""), shown = html.find('>', form);
    CHECK(html.substr(body, form - body).find('{') == std::string::npos);
    CHECK(html.substr(shown, script - shown).find('{') == std::string::npos);
    CHECK(html.find("{{") == std::string::npos);
  }
}

TEST_CASE("the same review gives the same bytes of dossier.html") {
  CHECK(page_of(sample_review()) == page_of(sample_review()));
}

TEST_CASE("a review without anything is still a page that says so") {
  const std::string html = page_of(Review{});
  for (const char* text : {"没有须补正的事项。", "没有须人工核对的事项。", "没有可对照的内容。",
                           "没有判定为符合的事项。", "材料包中没有文件。"})
    CHECK(html.find(text) != std::string::npos);
}

// Data for our script have no "<" in them: tests/batch/index_writer_test.cpp.
TEST_CASE("only style sheet, script, data for it and our own images are put in without escaping") {
  for (const embedded::File& file : embedded::html_files()) {
    INFO(file.path);
    CHECK(file.content.find("{{&") == std::string_view::npos);
    for (std::size_t at = 0; (at = file.content.find("{{{", at)) != std::string_view::npos; ++at) {
      const std::string_view name =
          file.content.substr(at + 3, file.content.find("}}}", at) - at - 3);
      CHECK((name == "css" || name == "image" || name == "script" || name == "told_rows"));
    }
  }
}

TEST_CASE("three hundred findings and five hundred files stay a small page") {
  Review review = sample_review();
  const std::vector<Finding> findings = review.findings;
  while (review.findings.size() < 300) {
    review.findings.push_back(findings[review.findings.size() % findings.size()]);
    review.findings.back().rule += "-" + std::to_string(review.findings.size());
  }
  while (review.dossier.files.size() < 500) {
    review.dossier.files.push_back(review.dossier.files[review.dossier.files.size() % 9]);
    review.dossier.files.back().id = "f" + std::to_string(review.dossier.files.size());
  }
  CHECK(page_of(review).size() < 2'000'000);
}

TEST_CASE("of very many files those in order are folded away and those with problems are not") {
  Review review = sample_review();
  CHECK(page_of(review).find("已读全且没有问题的文件") == std::string::npos);
  while (review.dossier.files.size() < 500) {
    File file = review.dossier.files[0];
    file.id = "g" + std::to_string(review.dossier.files.size());
    file.sha256 = file.id;
    review.dossier.files.push_back(file);
  }
  const std::string html = page_of(review);
  const std::size_t folded = html.find("已读全且没有问题的文件");
  REQUIRE(folded != std::string::npos);
  CHECK(html.find("id=\"f02\"") < folded);
  CHECK(html.find("id=\"g400\"") > folded);
  CHECK(first_unbalanced_tag(html) == "");
}
