#include <catch2/catch.hpp>

#include "small_dossier.h"

using namespace biaoshen;

namespace {

const Parameters kSteps = {{"fact", "steps"}, {"wanted", "提案|立项|复审/复查"}};
const Parameters kStepsMust = {
    {"fact", "steps"}, {"wanted", "提案|立项|复审/复查"}, {"missing", "fail"}};
const Parameters kSupersession = {{"old", "trial"}, {"new", "measures"}};

SmallDossier with_steps(std::initializer_list<const char*> steps) {
  SmallDossier d;
  d.profile.facts.push_back({"steps", "phrase", "procedure", {}});
  d.file("管理办法.pdf", "procedure");
  for (const char* step : steps) d.fact("steps", step, "procedure");
  return d;
}

}  // namespace

TEST_CASE("a phrase that was found passes, else a person looks") {
  SmallDossier d;
  const Parameters commitment = {{"fact", "form.commitment"}};
  CHECK(d.ask(phrase_found, commitment).status == Status::review);
  d.fact("form.commitment", "真实性负责", "application-form", "ocr");
  CHECK(d.ask(phrase_found, commitment).status == Status::review);
  d.fact("form.commitment", "真实性合法性负责", "application-form");
  const Outcome outcome = d.ask(phrase_found, commitment);
  CHECK(outcome.status == Status::pass);
  CHECK(quotes_in(outcome) == 1);
}

TEST_CASE("all wordings of a list are there, in one of their forms") {
  const Outcome outcome = with_steps({"提案", "立 项", "复查"}).ask(phrases_all, kSteps);
  CHECK(outcome.status == Status::pass);
  CHECK(outcome.arguments.at("found") == "提案、立项、复审");
  CHECK(outcome.arguments.at("missing").empty());
  CHECK(quotes_in(outcome) == 3);
}

TEST_CASE("a missing wording is named, for a person or as a failure as the rule says") {
  const SmallDossier d = with_steps({"提案", "立项"});
  const Outcome mild = d.ask(phrases_all, kSteps);
  CHECK(mild.status == Status::review);
  CHECK(mild.arguments.at("missing") == "复审");
  const Outcome hard = d.ask(phrases_all, kStepsMust);
  CHECK(hard.status == Status::fail);
  REQUIRE(search_of(hard) != nullptr);
  CHECK(search_of(hard)->complete);
}

TEST_CASE("a wording is not missing while a page is unread or it was read with a doubt") {
  SmallDossier d = with_steps({"提案", "立项"});
  d.file("附件.pdf");
  d.unread();
  const Outcome outcome = d.ask(phrases_all, kStepsMust);
  CHECK(outcome.status == Status::review);
  CHECK(contains(outcome.reason.zh, "附件.pdf"));
  SmallDossier doubtful = with_steps({"提案", "立项"});
  doubtful.fact("steps", "复审", "procedure", "ocr");
  CHECK(doubtful.ask(phrases_all, kStepsMust).status == Status::review);
  CHECK(doubtful.ask(phrases_all, kStepsMust).arguments.at("missing").empty());
  doubtful.dossier.files.front().document.pages.front().source = Source::ocr;
  doubtful.facts.pop_back();
  CHECK(doubtful.ask(phrases_all, kStepsMust).status == Status::review);
}

TEST_CASE("words that must not be there pass only where everything was read") {
  SmallDossier d = with_steps({});
  const Parameters asked = {{"fact", "steps"}};
  const Outcome absent = d.ask(words_absent, asked);
  CHECK(absent.status == Status::pass);
  REQUIRE(search_of(absent) != nullptr);
  CHECK(search_of(absent)->complete);
  Page& page = d.dossier.files.front().document.pages.front();
  page.source = Source::ocr;
  CHECK(d.ask(words_absent, asked).status == Status::review);
  d.unread();
  CHECK(d.ask(words_absent, asked).status == Status::review);
}

TEST_CASE("words that are there are for a person, also doubtful ones") {
  SmallDossier d = with_steps({"限制竞争"});
  const Parameters asked = {{"fact", "steps"}};
  CHECK(d.ask(words_absent, asked).status == Status::review);
  CHECK(d.ask(words_absent, asked).arguments.at("found") == "限制竞争");
  d.facts.front().doubt = "ocr";
  CHECK(d.ask(words_absent, asked).status == Status::review);
}

TEST_CASE("where the material to look through is not there, nothing is said to be absent") {
  SmallDossier d = with_steps({});
  d.dossier.parts.clear();
  CHECK(d.ask(words_absent, {{"fact", "steps"}}).status == Status::not_applicable);
  d.unread();
  CHECK(d.ask(words_absent, {{"fact", "steps"}}).status == Status::review);
}

TEST_CASE("citing only what was replaced is for a person, the one in force passes") {
  SmallDossier d;
  CHECK(d.ask(superseded, kSupersession).status == Status::not_applicable);
  d.fact("trial", "国质检标联〔2017〕536号", "procedure");
  const Outcome old = d.ask(superseded, kSupersession);
  CHECK(old.status == Status::review);
  CHECK(contains(old.arguments.at("found"), "2017"));
  d.fact("measures", "国标委联〔2019〕1号", "procedure", "ocr");
  CHECK(d.ask(superseded, kSupersession).status == Status::review);
  d.facts.back().doubt.clear();
  CHECK(d.ask(superseded, kSupersession).status == Status::pass);
}

TEST_CASE("nothing is cited only where everything was read") {
  SmallDossier d;
  d.file("管理办法.pdf", "procedure");
  d.unread();
  CHECK(d.ask(superseded, kSupersession).status == Status::review);
}
