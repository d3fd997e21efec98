#include <catch2/catch.hpp>

#include "small_dossier.h"

using namespace biaoshen;

namespace {

const Parameters kCode = {{"fact", "uscc"}};

Outcome code_check(const char* value, const char* doubt = "") {
  SmallDossier d;
  d.fact("uscc", value, "application-form", doubt);
  return d.ask(uscc_valid, kCode);
}

// Invented codes whose check characters hold: kind of body, region of registration.
constexpr const char* kBeijing = "511100005012345699";   // 51, 110000
constexpr const char* kMinistry = "511000005012345770";  // 51, 100000
constexpr const char* kGuangzhou = "51440100517355015H";
constexpr const char* kCompany = "911101087012345632";  // 91, 110108

const Parameters kBody = {
    {"fact", "uscc"}, {"classes", "51"}, {"regions", "11"}, {"person-regions", "100000"}};

Status body_of(const char* code, const char* doubt = "", const char* otherwise = "") {
  SmallDossier d;
  d.fact("uscc", code, "application-form", doubt);
  Parameters asked = kBody;
  if (*otherwise != '\0') asked["otherwise"] = otherwise;
  return d.ask(code_class, asked).status;
}

}  // namespace

TEST_CASE("a good code passes, a bad one fails with the cause") {
  CHECK(code_check("51440100517355015H").status == Status::pass);
  CHECK(code_check("51440100517355015h").status == Status::pass);
  const Outcome outcome = code_check("51440100517355015A");
  CHECK(outcome.status == Status::fail);
  CHECK(contains(outcome.reason.zh, "GB 32100"));
}

TEST_CASE("a code of the wrong length fails, an old registration number is for review") {
  CHECK(code_check("5144010051735501", "unparsed").status == Status::fail);
  CHECK(code_check("社证字第1234号", "unparsed").status == Status::review);
}

TEST_CASE("a code read from pixels decides nothing, and no code is for review") {
  CHECK(code_check("51440100517355015A", "ocr").status == Status::review);
  CHECK(SmallDossier().ask(uscc_valid, kCode).status == Status::review);
}

TEST_CASE("of two codes one bad is enough to fail, and it is the one quoted") {
  SmallDossier d;
  d.fact("uscc", "51440100517355015H", "platform-screenshot");
  d.fact("uscc", "51440100517355015A", "application-form");
  const Outcome outcome = d.ask(uscc_valid, kCode);
  CHECK(outcome.status == Status::fail);
  REQUIRE(quotes_in(outcome) == 1);
  CHECK(std::get<Quote>(outcome.evidence.front()).text == "51440100517355015A");
}

TEST_CASE("a recognised credit code whose checks hold is right; one that fails them is doubtful") {
  SmallDossier d;
  const Parameters asked = {{"fact", "uscc"}};
  d.fact("uscc", "51440100517355015H", "application-form", "ocr").quote.origin = Origin::ocr;
  CHECK(d.ask(uscc_valid, asked).status == Status::pass);
  d.facts.back().value = "51440100517355015A";
  CHECK(d.ask(uscc_valid, asked).status == Status::review);
}

TEST_CASE("a body of the right kind and region passes, one of another kind or region fails") {
  CHECK(body_of(kBeijing) == Status::pass);
  CHECK(body_of(kGuangzhou) == Status::fail);
  CHECK(body_of(kCompany) == Status::fail);
  CHECK(body_of(kCompany, "", "review") == Status::review);
}

TEST_CASE("a body that a ministry registered is for a person, who knows where it sits") {
  SmallDossier d;
  d.fact("uscc", kMinistry, "application-form");
  const Outcome outcome = d.ask(code_class, kBody);
  CHECK(outcome.status == Status::review);
  CHECK(contains(outcome.reason.zh, "100000"));
  CHECK(outcome.arguments.at("code") == kMinistry);
}

TEST_CASE("a code that does not check says nothing about the body") {
  SmallDossier d;
  d.fact("uscc", "51440100517355015A", "application-form");
  const Outcome outcome = d.ask(code_class, kBody);
  CHECK(outcome.status == Status::review);
  CHECK(contains(outcome.reason.zh, "校验不符"));
  CHECK(SmallDossier().ask(code_class, kBody).status == Status::review);
}

TEST_CASE("a recognised code whose checks hold tells the body, two bodies are for a person") {
  CHECK(body_of(kBeijing, "ocr") == Status::pass);
  CHECK(body_of(kBeijing, "text-suspect") == Status::review);
  SmallDossier d;
  d.fact("uscc", kBeijing, "application-form");
  d.fact("uscc", kGuangzhou, "platform-screenshot");
  CHECK(d.ask(code_class, kBody).status == Status::review);
}

TEST_CASE("without regions only the kind counts") {
  SmallDossier d;
  d.fact("uscc", kGuangzhou, "application-form");
  CHECK(d.ask(code_class, {{"fact", "uscc"}, {"classes", "51|52"}}).status == Status::pass);
}
