// Evidence on the page: crops once, small pictures of pages with the place, bounded in bytes.
#include "templates/html/evidence_data.h"

#include <catch2/catch.hpp>

#include "html_reading.h"
#include "pipeline/model/thumbnail.h"
#include "sample_review.h"

using namespace biaoshen;

namespace {

// The sample with a page of A4 under its crop, and the small picture of it.
Review with_thumbnail() {
  Review review = sample_review();
  Page& page = review.dossier.files[3].document.pages[0];
  page.width = 595;
  page.height = 842;
  review.crops[thumbnail_name("f04", 1, 0)] = sample_png();
  return review;
}

EvidenceView first_evidence(const Review& review) {
  return view_of(review, Language::zh).to_correct.at(0).evidence.at(0);
}

}  // namespace

TEST_CASE("a quote shows its place on the small picture of its page") {
  const SpotView spot = first_evidence(with_thumbnail()).spot;
  CHECK(spot.thumbnail == "thumbs/f04-p1.png");
  CHECK(spot.width == 595);
  CHECK(spot.left == 72);
  CHECK(spot.wide == 230);
  CHECK(spot.alt == "第 1 页缩略图，框出的位置在自左 31%、自上 12% 处");
}

TEST_CASE("a place beside the page is moved to its edge") {
  Review review = with_thumbnail();
  std::get<Quote>(review.findings[0].evidence[0]).place = OnPage{{-50, 900, 1e30F, 1e30F}};
  const SpotView spot = first_evidence(review).spot;
  CHECK(spot.left == 0);
  CHECK(spot.top == 842);
  CHECK(spot.wide == 595);
  CHECK(spot.high == 1);
}

TEST_CASE("the page carries a small picture once, however many quotes use it") {
  const std::string html = page_of(with_thumbnail());
  CHECK(count(html, "<image id=\"thumb-1\"") == 1);
  CHECK(count(html, "<use href=\"#thumb-1\">") >= 1);
  CHECK(count(html, "<image ") == 1);
  CHECK(count(html, "<svg class=\"spot\"") == count(html, "role=\"img\" aria-label=\"第 "));
  CHECK(first_unbalanced_tag(html) == "");
}

TEST_CASE("without a small picture there is none on the page") {
  CHECK(page_of(sample_review()).find("<svg class=\"spot\"") == std::string::npos);
  Review review = with_thumbnail();
  review.crops[thumbnail_name("f04", 1, 0)] = "<svg onload=alert(1)>";
  CHECK(page_of(review).find("<use") == std::string::npos);
}

TEST_CASE("a crop for which the page has no room is named and not dropped") {
  const Review review = sample_review();
  EvidenceData cramped(review.crops, 10);
  const auto data = cramped.of(first_evidence(review));
  CHECK(data.get("image")->is_false());
  CHECK(data.get("image_file")->string_value() == "evidence/f04-p1-1.png");
  CHECK(data.get("says")->is_true());
  EvidenceData roomy(review.crops);
  CHECK(roomy.of(first_evidence(review)).get("image_file")->is_false());
  CHECK(roomy.of(first_evidence(review)).get("image_seen")->is_true());
}

TEST_CASE("recognised words stand beside their crop, and how sure they are") {
  Review review = sample_review();
  auto& quote = std::get<Quote>(review.findings[0].evidence[0]);
  quote.origin = Origin::ocr;
  quote.confidence = 79;
  const std::string html = page_of(review);
  CHECK(html.find("<blockquote class=\"beside\"><span class=\"read-as\">识别为：</span><bdi>"
                  "T/BAIIA 015—2022</bdi>") != std::string::npos);
  CHECK(html.find("OCR 识别，可信度低（79%）") != std::string::npos);
  quote.confidence = 80;
  CHECK(page_of(review).find("可信度低") == std::string::npos);
}

TEST_CASE("what a second engine read is said") {
  Review review = sample_review();
  Page& page = review.dossier.files[3].document.pages[0];
  page.text = "T/BAIIA 015—2022\n";
  const auto end = static_cast<std::uint32_t>(page.text.size() - 1);
  auto& quote = std::get<Quote>(review.findings[0].evidence[0]);
  quote.origin = Origin::ocr;
  page.words = {{0, end, quote.place, Origin::ocr}};
  page.second_readings = {{0, end, "T/BAIIA O15—2022"}};
  CHECK(first_evidence(review).second == "第二次识别：T/BAIIA O15—2022");
  page.second_readings[0].text = "T/BAIIA 015—2022";
  CHECK(first_evidence(review).second == "第二次识别结果相同");
  page.second_readings[0].text = "";
  CHECK(first_evidence(review).second == "第二次识别：此处未见文字");
}

TEST_CASE("quotes of one table are one piece of evidence that names all their cells") {
  Review review = sample_review();
  Page& page = review.dossier.files[2].document.pages[0];
  page.text = "创新\t9\t应用\t8\n";
  page.words = {{0, 6, InCell{1, 1}, Origin::cell},
                {7, 8, InCell{1, 2}, Origin::cell},
                {9, 15, InCell{2, 1}, Origin::cell},
                {16, 17, InCell{2, 2}, Origin::cell}};
  page.grids = {
      {2, 2, {{0, 0, 1, 1, 0, 6}, {0, 1, 1, 1, 7, 8}, {1, 0, 1, 1, 9, 15}, {1, 1, 1, 1, 16, 17}}}};
  const auto cell = [](std::uint32_t row, const char* name, const char* text) {
    return Quote{"f03", 1, InCell{row, 2}, name, text, Origin::cell, 100, ""};
  };
  review.findings[0].evidence = {cell(1, "表!B1", "9"), Search{"甲", {"f01"}, true},
                                 cell(2, "表!B2", "8")};
  const auto evidence = view_of(review, Language::zh).to_correct[0].evidence;
  REQUIRE(evidence.size() == 2);
  CHECK(evidence[0].place == "单元格 表!B1、B2");
  CHECK(evidence[0].context.rows.size() == 2);
  CHECK(evidence[1].is_search);
}
