#include <catch2/catch.hpp>

#include "pipeline/stages/crops.h"

using namespace biaoshen;

namespace {

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
  const Review passed = with_crops(review_with(Status::pass, {seal}), reader, Limits());
  CHECK_FALSE(std::get<Quote>(passed.findings[0].evidence[0]).image.empty());
}

TEST_CASE("what failed or needs a person has pictures, what passed has none") {
  PaintingReader reader;
  const Review failed = with_crops(
      review_with(Status::fail, {quote_on("f01", {100, 100, 200, 112})}), reader, Limits());
  const auto& quote = std::get<Quote>(failed.findings[0].evidence[0]);
  CHECK(quote.image == "evidence/f01-p1-1.png");
  REQUIRE(failed.crops.contains(quote.image));
  CHECK(failed.crops.at(quote.image).substr(1, 3) == "PNG");
  const Review passed = with_crops(
      review_with(Status::pass, {quote_on("f01", {100, 100, 200, 112})}), reader, Limits());
  CHECK(passed.crops.empty());
}

TEST_CASE("one place is drawn once, each file is opened once") {
  PaintingReader reader;
  const Box box{100, 100, 200, 112};
  const Review review = with_crops(
      review_with(Status::fail,
                  {quote_on("f01", box), quote_on("f01", box), quote_on("f01", {10, 10, 20, 20})}),
      reader, Limits());
  CHECK(reader.orders.size() == 1);
  CHECK(reader.asked.size() == 2);
  CHECK(review.crops.size() == 2);
}

TEST_CASE("a picture shows the surroundings and stays on the page") {
  PaintingReader reader;
  with_crops(review_with(Status::fail, {quote_on("f01", {5, 5, 50, 17})}), reader, Limits());
  REQUIRE(reader.asked.size() == 1);
  CHECK(reader.asked[0].box.left == 0);
  CHECK(reader.asked[0].box.top == 0);
  CHECK(reader.asked[0].box.right > 100);
  CHECK(reader.asked[0].box.bottom > 17);
}

TEST_CASE("a quote without a place on a page has no picture") {
  PaintingReader reader;
  Quote quote = quote_on("f01", {});
  quote.place = InFlow{3};
  const Review review =
      with_crops(review_with(Status::fail, {quote, Search{"x", {"f01"}, true}}), reader, Limits());
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
  const Review with = with_crops(review, reader, Limits());
  REQUIRE(reader.asked.size() == 1);
  CHECK(reader.asked[0].image == 1);
  CHECK(reader.asked[0].dpi == 72);
  CHECK(reader.asked[0].box.left < 200);
  CHECK(reader.asked[0].box.bottom == 600);
  CHECK(with.crops.size() == 1);
}
