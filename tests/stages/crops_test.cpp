#include <catch2/catch.hpp>

#include "decoded_png.h"
#include "pipeline/model/thumbnail.h"
#include "pipeline/stages/crops.h"

using namespace biaoshen;

namespace {

const Limits kLimits;

// Draws grey pages and remembers what was asked.
class PaintingReader final : public Reader {
 public:
  Document read(const File&, const Limits&) override { return {}; }
  std::vector<Crop> crop(const File& file, std::span<const CropRequest> requests,
                         const Limits&) override {
    orders.push_back(file.id);
    std::vector<Crop> crops;
    for (const CropRequest& request : requests) {
      asked.push_back(request);
      crops.push_back({40, 20, std::string(3 * 40 * 20, '\x7F')});
    }
    return crops;
  }
  std::vector<std::string> orders;
  std::vector<CropRequest> asked;
};

Quote quote_on(const std::string& file, const Box& box) {
  Quote quote;
  quote.file = file;
  quote.page = 1;
  quote.place = OnPage{box};
  quote.text = "T/CAS 290—2017";
  return quote;
}

Review review_with(Status status, std::vector<Evidence> evidence) {
  Review review;
  review.dossier.files.resize(1);
  review.dossier.files[0].id = "f01";
  Page page;
  page.width = 595;
  page.height = 842;
  review.dossier.files[0].document.pages = {page};
  Finding finding;
  finding.status = status;
  finding.evidence = std::move(evidence);
  review.findings = {finding};
  return review;
}

}  // namespace

TEST_CASE("what passed on recognised print has a picture, too") {
  PaintingReader reader;
  Quote seal = quote_on("f01", {100, 100, 200, 112});
  seal.origin = Origin::ocr;
  const Review passed = with_crops(review_with(Status::pass, {seal}), reader, CropSetting{kLimits});
  CHECK_FALSE(std::get<Quote>(passed.findings[0].evidence[0]).image.empty());
}

TEST_CASE("what failed or needs a person has pictures, what passed has none") {
  PaintingReader reader;
  const Review failed =
      with_crops(review_with(Status::fail, {quote_on("f01", {100, 100, 200, 112})}), reader,
                 CropSetting{kLimits});
  const auto& quote = std::get<Quote>(failed.findings[0].evidence[0]);
  CHECK(quote.image == "evidence/f01-p1-1.png");
  REQUIRE(failed.crops.contains(quote.image));
  CHECK(failed.crops.at(quote.image).substr(1, 3) == "PNG");
  const Review passed =
      with_crops(review_with(Status::pass, {quote_on("f01", {100, 100, 200, 112})}), reader,
                 CropSetting{kLimits});
  CHECK(passed.crops.empty());
}

TEST_CASE("one place is drawn once, each file is opened once") {
  PaintingReader reader;
  const Box box{100, 100, 200, 112};
  const Review review = with_crops(
      review_with(Status::fail,
                  {quote_on("f01", box), quote_on("f01", box), quote_on("f01", {10, 10, 20, 20})}),
      reader, CropSetting{kLimits});
  CHECK(reader.orders.size() == 1);
  CHECK(reader.asked.size() == 3);  // two places and their page
  CHECK(review.crops.size() == 3);
}

TEST_CASE("a picture shows the surroundings and stays on the page") {
  PaintingReader reader;
  with_crops(review_with(Status::fail, {quote_on("f01", {5, 5, 50, 17})}), reader,
             CropSetting{kLimits});
  REQUIRE(reader.asked.size() == 2);
  CHECK(reader.asked[0].box.left == 0);
  CHECK(reader.asked[0].box.top == 0);
  CHECK(reader.asked[0].box.right > 100);
  CHECK(reader.asked[0].box.bottom > 17);
}

TEST_CASE("a quote without a place on a page has no picture") {
  PaintingReader reader;
  Quote quote = quote_on("f01", {});
  quote.place = InFlow{3};
  const Review review = with_crops(review_with(Status::fail, {quote, Search{"x", {"f01"}, true}}),
                                   reader, CropSetting{kLimits});
  CHECK(review.crops.empty());
  CHECK(reader.orders.empty());
}

TEST_CASE("a quote in a picture shows its surroundings in that picture, pixel for pixel") {
  PaintingReader reader;
  Review review = review_with(Status::fail, {});
  review.dossier.files[0].document.pages[0].images.push_back({{}, 800, 600, "png"});
  Quote quote = quote_on("f01", {});
  quote.place = InImage{1, {300, 580, 400, 596}};
  Quote beside = quote;
  beside.place = InImage{2, {300, 580, 400, 596}};  // the page has no second one
  review.findings[0].evidence = {quote, beside};
  const Review with = with_crops(review, reader, CropSetting{kLimits});
  REQUIRE(reader.asked.size() == 2);
  CHECK(reader.asked[0].image == 1);
  CHECK(reader.asked[0].dpi == 72);
  CHECK(reader.asked[0].box.left < 200);
  CHECK(reader.asked[0].box.bottom == 600);
  CHECK(with.crops.size() == 2);
  CHECK(with.crops.contains(thumbnail_name("f01", 1, 1)));
  CHECK(reader.asked[1].box == Box{0, 0, 800, 600});
}

TEST_CASE("each page with a crop has one small grey picture of the whole page") {
  PaintingReader reader;
  const Review review = with_crops(review_with(Status::fail, {quote_on("f01", {9, 9, 20, 20}),
                                                              quote_on("f01", {9, 50, 20, 70})}),
                                   reader, CropSetting{kLimits});
  const CropRequest& asked = reader.asked.back();
  CHECK(asked.box == Box{0, 0, 595, 842});
  CHECK(asked.dpi * 595 / 72 <= 165.01);
  CHECK(asked.dpi * 842 / 72 <= 234.01);
  CHECK(asked.dpi * 842 / 72 > 230);
  const std::string name = thumbnail_name("f01", 1, 0);
  CHECK(is_thumbnail(name));
  CHECK(std::ranges::count_if(review.crops,
                              [](const auto& crop) { return is_thumbnail(crop.first); }) == 1);
  const DecodedPng png = decoded(review.crops.at(name));
  CHECK(png.bits == 4);
  CHECK(png.colours().size() == 1);
}

TEST_CASE("crops and small pictures are bounded") {
  PaintingReader reader;
  Review review = review_with(Status::fail, {});
  Document& document = review.dossier.files[0].document;
  document.pages.assign(400, document.pages[0]);
  for (std::uint32_t page = 1; page <= 400; ++page) {
    Quote quote = quote_on("f01", {100, 100, 200, 112});
    quote.page = page;
    review.findings[0].evidence.push_back(quote);
  }
  CHECK(with_crops(review, reader, CropSetting{kLimits}).crops.size() == 600);
}

TEST_CASE("a picture of a huge image is no wider than a page needs") {
  PaintingReader reader;
  Review review = review_with(Status::fail, {});
  review.dossier.files[0].document.pages[0].images.push_back({{}, 9000, 6000, "jpeg"});
  Quote quote = quote_on("f01", {});
  quote.place = InImage{1, {100, 100, 8000, 400}};
  review.findings[0].evidence = {quote};
  with_crops(review, reader, CropSetting{kLimits});
  REQUIRE(reader.asked.size() == 2);
  CHECK(static_cast<double>(width(reader.asked[0].box)) * reader.asked[0].dpi / 72 <= 1000.01);
}

TEST_CASE("a page without a size has no picture") {
  PaintingReader reader;
  Review review = review_with(Status::fail, {quote_on("f01", {1, 1, 9, 9})});
  review.dossier.files[0].document.pages[0].width = 0;
  CHECK(with_crops(review, reader, CropSetting{kLimits}).crops.empty());
  CHECK(reader.orders.empty());
}

TEST_CASE("the frame is drawn around the words and stays in the picture") {
  PaintingReader reader;
  const float far = 1e30F;
  const Review review = with_crops(review_with(Status::fail, {quote_on("f01", {100, 100, 200, 112}),
                                                              quote_on("f01", {50, 50, far, far})}),
                                   reader, CropSetting{kLimits});
  for (const auto& [name, png] : review.crops)
    if (!is_thumbnail(name)) CHECK(decoded(png).colours().contains("\xA6\x1C\x13"));
}

TEST_CASE("personal data beside the quote is covered unless it is to be shown") {
  Review review = review_with(Status::fail, {quote_on("f01", {100, 100, 200, 112})});
  Page& page = review.dossier.files[0].document.pages[0];
  page.text = "13812345678\n";
  page.words = {{0, 11, OnPage{{210, 100, 320, 112}}}};
  PaintingReader reader;
  const auto colours = [&](const std::string& name, PersonalData data) {
    return decoded(with_crops(review, reader, {kLimits, data}).crops.at(name)).colours().size();
  };
  const std::string crop = "evidence/f01-p1-1.png", thumbnail = thumbnail_name("f01", 1, 0);
  CHECK(colours(crop, PersonalData::shown) == 2);   // the page and the frame
  CHECK(colours(crop, PersonalData::masked) == 3);  // and a cover
  CHECK(colours(thumbnail, PersonalData::shown) == 1);
  CHECK(colours(thumbnail, PersonalData::masked) == 2);
}
