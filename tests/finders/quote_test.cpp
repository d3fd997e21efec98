#include "extractors/finders/quote.h"

#include <catch2/catch.hpp>

#include "tests/finders/document_builder.h"

using namespace biaoshen;
using namespace biaoshen::testing;

TEST_CASE("a quote is the print without the blanks around it") {
  const auto dossier = dossier_of({flow_page({"  标准编号： T/CAS  290 "})});
  const Page& page = dossier.files[0].document.pages[0];
  const Quote quote = quote_of(dossier.files[0], page, 0, page.text.size());
  CHECK(quote.text == "标准编号： T/CAS  290");
  CHECK(quote.file == "f01");
  CHECK(quote.page == 1);
  CHECK(std::get<InFlow>(quote.place).paragraph == 1);
}

TEST_CASE("a quote from a worksheet names the sheet and the cell") {
  const auto dossier =
      dossier_of({worksheet("自评打分表", {{"a", "b", "c", "d"}, {"", "", "", "91"}})});
  const Page& page = dossier.files[0].document.pages[0];
  const std::size_t at = page.text.find("91");
  const Quote quote = quote_of(dossier.files[0], page, at, at + 2);
  CHECK(quote.cell == "自评打分表!D2");
  CHECK(quote.origin == Origin::cell);
}

TEST_CASE("cell references count columns beyond Z") {
  CHECK(cell_reference({9, 4}) == "D9");
  CHECK(cell_reference({1, 26}) == "Z1");
  CHECK(cell_reference({12, 27}) == "AA12");
  CHECK(cell_reference({1, 703}) == "AAA1");
}

TEST_CASE("a quote is as uncertain as the least certain word in it, and recognised words show") {
  Page page = flow_page({"标准 编号 290"});
  page.words[1].origin = Origin::ocr;
  page.words[1].confidence = 61;
  const auto dossier = dossier_of({page});
  const Page& read = dossier.files[0].document.pages[0];
  const Quote quote = quote_of(dossier.files[0], read, 0, read.text.size());
  CHECK(quote.confidence == 61);
  CHECK(quote.origin == Origin::ocr);
  CHECK(doubt_of(read, 0, read.text.size()) == "ocr");
  CHECK(doubt_of(read, 0, read.words[0].end).empty());
}

TEST_CASE("what a page of garbled fonts says is doubted as a whole") {
  Page page = flow_page({"290"});
  page.reason = "text-suspect";
  CHECK(doubt_of(page, 0, 3) == "text-suspect");
}

TEST_CASE("a quote covers the boxes of all its words, also over two lines") {
  const auto dossier = dossier_of({printed_page({{{100, "T/CAS"}}, {{80, "290"}}})});
  const Page& page = dossier.files[0].document.pages[0];
  const Quote quote = quote_of(dossier.files[0], page, 0, page.text.size());
  const Box box = std::get<OnPage>(quote.place).box;
  CHECK(box == Box{80, 60, 130, 90});
}

TEST_CASE("the pages of a part are those between its first and last") {
  auto dossier = dossier_of({flow_page({"1"}), flow_page({"2"}), flow_page({"3"})});
  dossier.parts[0].first_page = 2;
  dossier.parts[0].last_page = 3;
  const auto pages = pages_of(dossier, dossier.parts[0]);
  REQUIRE(pages.size() == 2);
  CHECK(pages[0]->number == 2);
}
