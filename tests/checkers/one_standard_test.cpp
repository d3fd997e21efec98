#include <catch2/catch.hpp>

#include "small_dossier.h"

using namespace biaoshen;

namespace {

const Parameters kAskedOfStandards = {{"fact", "number"},
                                      {"materials", "standard-text|platform-screenshot"}};

SmallDossier with_form_and_text() {
  SmallDossier d;
  d.file("标准.pdf", "standard-text");
  d.number("ABC", "012", "2023", "standard-text");
  d.number("ABC", "012", "2023", "platform-screenshot");
  return d;
}

}  // namespace

TEST_CASE("one number on covers and pages is one standard") {
  const SmallDossier d = with_form_and_text();
  const Outcome outcome = d.ask(one_standard, kAskedOfStandards);
  CHECK(outcome.status == Status::pass);
  CHECK(outcome.arguments.at("found") == "T/ABC 012—2023（标准.pdf 第 1 页）");
}

TEST_CASE("numbers of two standards are told with their places") {
  SmallDossier d = with_form_and_text();
  d.file("另一项.pdf", "standard-text");
  d.number("ABC", "077", "2020", "standard-text").quote.file = "f02";
  for (const char* doubt : {"", "other-standard"}) {
    d.facts.back().doubt = doubt;
    const Outcome outcome = d.ask(one_standard, kAskedOfStandards);
    CHECK(outcome.status == Status::review);
    CHECK(contains(outcome.reason.zh, "T/ABC 012—2023（标准.pdf 第 1 页）"));
    CHECK(contains(outcome.reason.zh, "T/ABC 077—2020（另一项.pdf 第 1 页）"));
    CHECK(quotes_in(outcome) >= 2);
  }
}

TEST_CASE("editions and parts of one standard are one, and are named") {
  for (const auto& [sequence, year] : {std::pair("012", "2018"), std::pair("012.2", "2023")}) {
    SmallDossier d = with_form_and_text();
    d.number("ABC", sequence, year, "standard-text");
    const Outcome outcome = d.ask(one_standard, kAskedOfStandards);
    CHECK(outcome.status == Status::pass);
    CHECK(contains(outcome.arguments.at("found"), year));
    CHECK(outcome.arguments.at("count") == "2");
  }
}

TEST_CASE("a doubtful reading is no second standard, and alone decides nothing") {
  SmallDossier d = with_form_and_text();
  d.number("ABC", "812", "2023", "standard-text", "ocr");
  CHECK(d.ask(one_standard, kAskedOfStandards).status == Status::pass);
  SmallDossier scan;
  scan.number("ABC", "812", "2023", "standard-text", "ocr");
  CHECK(scan.ask(one_standard, kAskedOfStandards).status == Status::review);
}

TEST_CASE("the form's number is not asked, and without covers and pages nothing is known") {
  SmallDossier d = with_form_and_text();
  d.number("ABC", "999", "2023", "application-form");
  CHECK(d.ask(one_standard, kAskedOfStandards).status == Status::pass);
  CHECK(SmallDossier().ask(one_standard, kAskedOfStandards).status == Status::review);
}
