#include <catch2/catch.hpp>

#include "small_dossier.h"

using namespace biaoshen;

namespace {

Outcome compare(const SmallDossier& d, std::string facts, std::string near = "0") {
  return d.ask(consistent, {{"facts", std::move(facts)},
                            {"materials", "standard-text|platform-screenshot|application-form"},
                            {"near", std::move(near)}});
}

SmallDossier with_materials() {
  SmallDossier d;
  d.file("标准.pdf", "standard-text");
  d.file("截图.pdf", "platform-screenshot");
  d.file("申报书.pdf", "application-form");
  return d;
}

}  // namespace

TEST_CASE("equal numbers in two materials agree") {
  SmallDossier d = with_materials();
  d.number("BAIIA", "015", "2022", "standard-text");
  d.number("BAIIA", "015", "2022", "application-form").quote.text = "T/BAIIA015-2022";
  const Outcome outcome = compare(d, "number");
  CHECK(outcome.status == Status::pass);
  CHECK(quotes_in(outcome) == 2);
  CHECK(outcome.arguments.at("value") == "T/BAIIA 015—2022");
}

TEST_CASE("different numbers fail with every reading as evidence") {
  SmallDossier d = with_materials();
  d.number("BAIIA", "015", "2022", "standard-text");
  d.number("BAIIA", "015", "2021", "application-form");
  d.number("BAIIA", "015", "2022", "platform-screenshot").quote.page = 2;
  const Outcome outcome = compare(d, "number");
  CHECK(outcome.status == Status::fail);
  CHECK(quotes_in(outcome) == 3);
  CHECK(contains(outcome.reason.zh, "T/BAIIA 015—2021"));
  CHECK(contains(outcome.reason.en, "application-form: T/BAIIA 015—2021"));
}

TEST_CASE("one material to compare is not enough") {
  SmallDossier d = with_materials();
  d.number("BAIIA", "015", "2022", "standard-text");
  CHECK(compare(d, "number").status == Status::review);
  CHECK(compare(SmallDossier(), "number").status == Status::review);
  CHECK(search_of(compare(SmallDossier(), "number")) != nullptr);
}

TEST_CASE("agreement is for review while a material that should say it was not read") {
  SmallDossier d;
  d.file("标准.pdf", "standard-text");
  d.file("申报书.pdf", "application-form");
  d.file("截图.png", "platform-screenshot");
  d.unread();
  d.number("BAIIA", "015", "2022", "standard-text");
  d.number("BAIIA", "015", "2022", "application-form").quote.page = 2;
  const Outcome outcome = compare(d, "number");
  CHECK(outcome.status == Status::review);
  CHECK(contains(outcome.reason.zh, "截图.png"));
}

TEST_CASE("a screenshot pasted into a document is a picture that was not read") {
  SmallDossier d = with_materials();
  d.dossier.files[1].document.pages.front().images = {{{}, 900, 600, "png"}};
  d.number("BAIIA", "015", "2022", "standard-text");
  d.number("BAIIA", "015", "2022", "application-form").quote.page = 2;
  CHECK(compare(d, "number").status == Status::review);
}

TEST_CASE("an unread file counts only where a material is missing") {
  SmallDossier d = with_materials();
  d.file("应用证明.png");
  d.unread();
  d.number("BAIIA", "015", "2022", "standard-text");
  d.number("BAIIA", "015", "2022", "application-form").quote.page = 2;
  CHECK(compare(d, "number").status == Status::pass);
  d.dossier.parts.erase(d.dossier.parts.begin() + 1);  // no platform page any more
  CHECK(compare(d, "number").status == Status::review);
}

TEST_CASE("a doubtful reading that differs is for review, one that agrees is no obstacle") {
  SmallDossier d = with_materials();
  d.number("BAIIA", "015", "2022", "standard-text");
  d.number("BAIIA", "015", "2022", "platform-screenshot", "ocr").quote.page = 2;
  CHECK(compare(d, "number").status == Status::pass);
  d.number("BAIIA", "016", "2022", "platform-screenshot", "ocr").quote.page = 3;
  CHECK(compare(d, "number").status == Status::review);
}

TEST_CASE("doubtful readings alone neither agree nor differ") {
  SmallDossier d = with_materials();
  d.number("BAIIA", "015", "2022", "standard-text", "ocr");
  d.number("BAIIA", "015", "2022", "application-form", "text-suspect");
  CHECK(compare(d, "number").status == Status::review);
}

TEST_CASE("several readings inside one material are for review") {
  SmallDossier d = with_materials();
  d.number("BAIIA", "015", "2022", "standard-text");
  d.number("CAS", "290", "2022", "standard-text");
  d.number("BAIIA", "015", "2022", "application-form");
  CHECK(compare(d, "number").status == Status::review);
}

TEST_CASE("two standards that are both enclosed are no contradiction, a number of neither is") {
  SmallDossier d;
  for (const char* sequence : {"012", "077"}) d.number("ABC", sequence, "2023", "standard-text");
  d.number("ABC", "012", "2023", "application-form");
  d.number("ABC", "077", "2023", "platform-screenshot");
  CHECK(d.ask(consistent, {{"facts", "number"}}).status == Status::review);
  d.number("ABC", "099", "2023", "self-score");
  CHECK(d.ask(consistent, {{"facts", "number"}}).status == Status::fail);
}

TEST_CASE("a standard that is only enclosed is said and fails nothing") {
  SmallDossier d;
  d.number("ABC", "012", "2023", "standard-text");
  d.number("ABC", "077", "2018", "standard-text", "other-standard");
  d.number("ABC", "012", "2023", "application-form");
  const Outcome outcome = d.ask(consistent, {{"facts", "number"}});
  CHECK(outcome.status == Status::review);
  CHECK(contains(outcome.reason.zh, "另一项标准"));
}

TEST_CASE("the two associations of a joint standard agree, also named in one field") {
  SmallDossier d = with_materials();
  d.fact("organization", "甲协会", "standard-text");
  d.fact("organization", "乙协会", "standard-text");
  d.fact("organization", "甲协会、乙协会", "application-form");
  CHECK(compare(d, "organization").status == Status::pass);
  d.fact("organization", "甲协会", "platform-screenshot");
  CHECK(compare(d, "organization").status == Status::review);
}

TEST_CASE("a mark inside a name does not make two names of it") {
  SmallDossier d = with_materials();
  d.fact("title", "创新性、先进性评价", "standard-text");
  d.fact("title", "创新性、先进性评价规范", "application-form");
  CHECK(compare(d, "title").status == Status::fail);
}

TEST_CASE("the hint where to put the seal is not part of a name") {
  SmallDossier d = with_materials();
  d.fact("organization", "甲协会", "standard-text");
  d.fact("organization", "甲协会（盖章）", "application-form");
  CHECK(compare(d, "organization").status == Status::pass);
}

TEST_CASE("placeholders and empty fields are not readings") {
  SmallDossier d = with_materials();
  d.number("BAIIA", "015", "2022", "standard-text");
  d.number("BAIIA", "015", "2022", "application-form");
  d.fact("number", "XXXX", "application-form", "placeholder");
  d.fact("number", "", "platform-screenshot");
  CHECK(compare(d, "number").status == Status::pass);
}

TEST_CASE("titles are compared without blanks, widths and title marks") {
  SmallDossier d = with_materials();
  d.fact("title", "智能网联汽车（乘用车）通用要求", "standard-text");
  d.fact("title", "《智能网联汽车(乘用车) 通用要求》", "application-form");
  CHECK(compare(d, "title", "1").status == Status::pass);
}

TEST_CASE("titles that differ by one character are for review, by more they fail") {
  SmallDossier d = with_materials();
  d.fact("title", "人形机器人通用要求", "standard-text");
  d.fact("title", "人型机器人通用要求", "application-form");
  CHECK(compare(d, "title", "1").status == Status::review);
  CHECK(compare(d, "title", "0").status == Status::fail);
  d.facts.back().value = "服务机器人通用要求";
  CHECK(compare(d, "title", "1").status == Status::fail);
}

TEST_CASE("of several facts compared by one rule the worst decides") {
  SmallDossier d = with_materials();
  for (const char* material : {"standard-text", "application-form"}) {
    d.date("published", "2022-11-18", material);
  }
  d.date("implemented", "2022-12-01", "standard-text");
  d.date("implemented", "2022-12-10", "application-form");
  CHECK(compare(d, "published").status == Status::pass);
  const Outcome outcome = compare(d, "published|implemented");
  CHECK(outcome.status == Status::fail);
  CHECK(contains(outcome.reason.zh, "2022-12-10"));
}

TEST_CASE("where the rule says so a difference is for a person") {
  SmallDossier d = with_materials();
  d.fact("class", "技术类", "application-form");
  d.fact("class", "管理与服务类", "self-score");
  CHECK(d.ask(consistent, {{"facts", "class"}}).status == Status::fail);
  const Outcome mild = d.ask(consistent, {{"facts", "class"}, {"differs", "review"}});
  CHECK(mild.status == Status::review);
  CHECK(contains(mild.reason.zh, "管理与服务类"));
  CHECK(quotes_in(mild) == 2);
}

TEST_CASE("without materials of its own the rule compares those in which the thing is looked for") {
  SmallDossier d;
  d.file("标准.pdf", "standard-text");
  d.file("申报书.pdf", "application-form");
  d.number("BAIIA", "015", "2022", "standard-text");
  d.number("BAIIA", "015", "2022", "application-form").quote.page = 2;
  CHECK(d.ask(consistent, {{"facts", "number"}}).status == Status::pass);
  d.file("截图.png", "platform-screenshot");
  d.unread();
  const Outcome outcome = d.ask(consistent, {{"facts", "number"}});
  CHECK(outcome.status == Status::review);
  CHECK(contains(outcome.reason.zh, "截图.png"));
}
