#include <catch2/catch.hpp>

#include "small_dossier.h"

using namespace biaoshen;

namespace {

const Parameters kFound = {{"fact", "conversion"}};
const Parameters kKind = {{"fact", "kind"}, {"values", "区域类|综合类"}};

}  // namespace

TEST_CASE("a thing is found, or not found after a complete search") {
  SmallDossier d;
  d.file("申报书.docx", "application-form");
  const Outcome absent = d.ask(found, kFound);
  CHECK(absent.status == Status::fail);
  REQUIRE(search_of(absent) != nullptr);
  CHECK(search_of(absent)->complete);
  d.fact("conversion", "已转化为行业标准", "application-form");
  CHECK(d.ask(found, kFound).status == Status::pass);
  CHECK(d.ask(found, kFound).arguments.at("found") == "已转化为行业标准");
}

TEST_CASE(
    "a thing is not known to be absent while a page is unread, nor there by a doubtful word") {
  SmallDossier d;
  d.file("申报书.pdf", "application-form");
  d.unread();
  CHECK(d.ask(found, kFound).status == Status::review);
  d.fact("conversion", "已转化", "application-form", "ocr");
  CHECK(d.ask(found, kFound).status == Status::review);
}

TEST_CASE("a value is one of those named, or none of its readings is") {
  SmallDossier d;
  CHECK(d.ask(value_is, kKind).status == Status::review);
  d.fact("kind", "区域 类", "application-form");
  CHECK(d.ask(value_is, kKind).status == Status::pass);
  d.facts.front().value = "单位类";
  const Outcome other = d.ask(value_is, kKind);
  CHECK(other.status == Status::fail);
  CHECK(other.arguments.at("value") == "单位类");
}

TEST_CASE("values that contradict each other or are doubtful are for a person") {
  SmallDossier d;
  d.fact("kind", "区域类", "application-form", "uncertain");
  CHECK(d.ask(value_is, kKind).status == Status::review);
  d.facts.front().doubt.clear();
  d.fact("kind", "单位类", "application-form");
  CHECK(d.ask(value_is, kKind).status == Status::review);
}

TEST_CASE("a word is not absent for certain where the page was recognised from pixels") {
  SmallDossier d;
  d.profile.facts.push_back({"conversion", "phrase", "application-form", {}});
  d.file("申报书.pdf", "application-form");
  CHECK(d.ask(found, kFound).status == Status::fail);
  d.dossier.files.front().document.pages.front().source = Source::ocr;
  const Outcome outcome = d.ask(found, kFound);
  CHECK(outcome.status == Status::review);
  CHECK(contains(outcome.reason.zh, "申报书.pdf 第 1 页"));
  Page& page = d.dossier.files.front().document.pages.front();
  page.source = Source::mixed;  // a printed page with a picture
  CHECK(d.ask(found, kFound).status == Status::fail);
  page.words.front().origin = Origin::ocr;  // a picture with a printed mark
  CHECK(d.ask(found, kFound).status == Status::review);
  d.dossier.parts.front().material = "self-score";  // where it is not looked for
  CHECK(d.ask(found, kFound).status == Status::fail);
}
