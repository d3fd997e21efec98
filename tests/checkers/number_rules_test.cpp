#include <catch2/catch.hpp>

#include "small_dossier.h"

using namespace biaoshen;

namespace {
const Parameters kNumber = {{"fact", "number"}};
}

TEST_CASE("T/CODE sequence—year is the right form") {
  SmallDossier d;
  d.number("BAIIA", "015", "2022", "standard-text");
  const Outcome outcome = d.ask(number_format, kNumber);
  CHECK(outcome.status == Status::pass);
  CHECK(outcome.arguments.at("number") == "T/BAIIA 015—2022");
}

TEST_CASE("a number without year, or of another class, fails the form") {
  SmallDossier undated;
  undated.number("BAIIA", "015", "", "standard-text");
  CHECK(undated.ask(number_format, kNumber).status == Status::fail);

  SmallDossier enterprise;
  Fact& fact = enterprise.number("ABC", "1", "2020", "standard-text");
  std::get<StandardNumber>(fact.typed).prefix = "Q";
  std::get<StandardNumber>(fact.typed).kind = NumberKind::enterprise;
  CHECK(enterprise.ask(number_format, kNumber).status == Status::fail);
}

TEST_CASE("a printed number that no grammar reads fails the form, prose is for review") {
  SmallDossier number;
  number.fact("number", "BAIIA 015 (2022)", "application-form", "unparsed");
  CHECK(number.ask(number_format, kNumber).status == Status::fail);

  SmallDossier prose;
  prose.fact("number", "详见附件", "application-form", "unparsed");
  CHECK(prose.ask(number_format, kNumber).status == Status::review);
}

TEST_CASE("an uncertain or recognised number decides nothing") {
  for (const char* doubt : {"uncertain", "ocr", "text-suspect", "year-range"}) {
    SmallDossier d;
    d.number("BAIIA", "015", "", "standard-text", doubt);
    CHECK(d.ask(number_format, kNumber).status == Status::review);
  }
}

TEST_CASE("a number in repaired Founder letters may decide") {
  SmallDossier d;
  d.number("BAIIA", "015", "2022", "standard-text", "founder");
  CHECK(d.ask(number_format, kNumber).status == Status::pass);
}

TEST_CASE("the cover goes before the form in judging the number") {
  SmallDossier d;
  d.number("BAIIA", "015", "", "application-form");
  d.number("BAIIA", "015", "2022", "standard-text");
  CHECK(d.ask(number_format, kNumber).status == Status::pass);
}

TEST_CASE("of two numbers on a cover, one wrong is for review with both") {
  SmallDossier d;
  d.number("BAIIA", "015", "2022", "standard-text");
  d.number("CAS", "290", "", "standard-text").quote.text = "T/CAS 290";
  const Outcome outcome = d.ask(number_format, kNumber);
  CHECK(outcome.status == Status::review);
  CHECK(quotes_in(outcome) == 2);
}

TEST_CASE("without a number the form is for review, with a search") {
  SmallDossier d;
  d.file("申报书.pdf", "application-form");
  const Outcome outcome = d.ask(number_format, kNumber);
  CHECK(outcome.status == Status::review);
  CHECK(search_of(outcome) != nullptr);
}

TEST_CASE("a code of capitals and digits passes, others fail, a hyphen is for review") {
  const std::pair<const char*, Status> cases[] = {
      {"BAIIA", Status::pass}, {"CMAX21", Status::pass}, {"CECA-G", Status::review},
      {"cas", Status::fail},   {"中关村", Status::fail}, {"C_S", Status::fail}};
  for (const auto& [code, status] : cases) {
    SmallDossier d;
    d.number(code, "1", "2022", "standard-text");
    INFO(code);
    CHECK(d.ask(code_chars, kNumber).status == status);
  }
}

TEST_CASE("a code printed in lower case fails although the key is in capitals") {
  SmallDossier d;
  d.number("CAS", "290", "2017", "standard-text").quote.text = "T/cas 290—2017";
  CHECK(d.ask(code_chars, kNumber).status == Status::fail);
}

TEST_CASE("a cover in small letters counts for the code's characters, before a form in capitals") {
  SmallDossier d;
  d.number("CAS", "290", "2017", "application-form");
  d.number("CAS", "290", "2017", "standard-text", "lower-case").quote.text = "T/cas 290—2017";
  CHECK(d.ask(code_chars, kNumber).status == Status::fail);
  d.facts.back().quote.origin = Origin::ocr;
  CHECK(d.ask(code_chars, kNumber).status == Status::pass);
}

TEST_CASE("a code of another class of standard is reserved") {
  for (const char* code : {"GB", "JB", "ISO"}) {
    SmallDossier d;
    d.number(code, "1", "2022", "standard-text");
    INFO(code);
    CHECK(d.ask(code_reserved, kNumber).status == Status::fail);
  }
  SmallDossier own;
  own.number("BAIIA", "1", "2022", "standard-text");
  CHECK(own.ask(code_reserved, kNumber).status == Status::pass);
}

TEST_CASE("the year of the number is compared with publication and never fails") {
  const Parameters parameters = {{"fact", "number"}, {"published", "published"}};
  SmallDossier d;
  d.number("BAIIA", "015", "2022", "standard-text");
  CHECK(d.ask(year_matches, parameters).status == Status::review);
  d.date("published", "2022-11-18", "standard-text");
  CHECK(d.ask(year_matches, parameters).status == Status::pass);
  std::get<Date>(d.facts.back().typed).year = 2021;
  const Outcome outcome = d.ask(year_matches, parameters);
  CHECK(outcome.status == Status::review);
  CHECK(quotes_in(outcome) == 2);
}
