#include <catch2/catch.hpp>

#include "small_dossier.h"

using namespace biaoshen;

namespace {

const Parameters kFirst = {{"fact", "applicant"}, {"other", "drafting-unit"}, {"position", "1"}};
const Parameters kAnyDrafter = {{"fact", "applicant"}, {"other", "drafting-unit"}};
const Parameters kConsents = {{"fact", "consent"}, {"parties", "承担单位|参加单位"}};

SmallDossier with_drafters(const char* applicant, std::initializer_list<const char*> drafters) {
  SmallDossier d;
  d.file("申报书.docx", "application-form");
  d.fact("applicant", applicant, "application-form");
  int position = 0;
  for (const char* drafter : drafters) {
    d.fact("drafting-unit", drafter, "standard-text").details = {
        {"position", std::to_string(++position)}};
  }
  return d;
}

Fact& block(SmallDossier& d, const char* party, const char* said, const char* date,
            const char* seals) {
  Fact& fact = d.fact("consent", said, "application-form");
  fact.quote.text = std::string(party) + said;
  fact.details = {{"party", party}, {"date", date}, {"seal", seals}};
  return fact;
}

SmallDossier with_consents() {
  SmallDossier d;
  d.file("申请书.pdf", "application-form");
  block(d, "承担单位", "同意申报", "2023-08-01", "1");
  block(d, "参加单位", "同意", "2023-08-02", "1");
  return d;
}

}  // namespace

TEST_CASE("the applicant is the first drafter") {
  CHECK(with_drafters("甲乙科技有限公司", {"甲乙科技有限责任公司", "丙丁协会"})
            .ask(same_party, kFirst)
            .status == Status::pass);
  CHECK(with_drafters("庚辛研究院（原丙丁标准研究所）", {"丙丁标准研究所"})
            .ask(same_party, kFirst)
            .status == Status::pass);
  CHECK(with_drafters("甲乙科技有限公司、某某大学", {"某某大学"}).ask(same_party, kFirst).status ==
        Status::pass);
}

TEST_CASE("the applicant is another drafter than the first, or none") {
  const SmallDossier d = with_drafters("某某协会", {"甲乙科技有限公司", "某某协会"});
  const Outcome second = d.ask(same_party, kFirst);
  CHECK(second.status == Status::fail);
  CHECK(second.arguments.at("value") == "某某协会");
  CHECK(second.arguments.at("other") == "甲乙科技有限公司");
  CHECK(d.ask(same_party, kAnyDrafter).status == Status::pass);
}

TEST_CASE("names that are near are for a person") {
  const Outcome outcome = with_drafters("某某大学计算机学院", {"某某大学"}).ask(same_party, kFirst);
  CHECK(outcome.status == Status::review);
  CHECK(contains(outcome.reason.zh, "名称相近"));
}

TEST_CASE("a name that was not read, or not for certain, decides nothing") {
  SmallDossier d = with_drafters("某某协会", {"甲乙科技有限公司"});
  d.facts.back().doubt = "ocr";
  CHECK(d.ask(same_party, kFirst).status == Status::review);
  d.facts.back().value = "某某协会";
  CHECK(d.ask(same_party, kFirst).status == Status::review);
  CHECK(with_drafters("某某协会", {}).ask(same_party, kFirst).status == Status::review);
  CHECK(SmallDossier().ask(same_party, kFirst).status == Status::review);
}

TEST_CASE("a name is missing from a list only where everything was read") {
  SmallDossier d = with_drafters("庚辛协会", {"甲乙科技有限公司"});
  CHECK(d.ask(same_party, kAnyDrafter).status == Status::fail);
  d.file("标准.pdf", "standard-text");
  d.unread();
  const Outcome outcome = d.ask(same_party, kAnyDrafter);
  CHECK(outcome.status == Status::review);
  CHECK(search_of(outcome) != nullptr);
  CHECK(contains(outcome.reason.zh, "标准.pdf"));
  CHECK(d.ask(same_party, kFirst).status == Status::fail);  // the first one was read
}

TEST_CASE("a thousand drafters are compared quickly") {
  SmallDossier d;
  for (int i = 0; i < 3000; ++i) {
    d.fact("applicant", "甲" + std::to_string(i) + "、乙、丙、丁、戊、己、庚、辛",
           "application-form");
    d.fact("drafting-unit", "壬" + std::to_string(i) + "、癸、子、丑、寅", "standard-text");
  }
  CHECK(d.ask(same_party, kAnyDrafter).status == Status::fail);
}

TEST_CASE("every party consented with date and seal") {
  CHECK(with_consents().ask(consents, kConsents).status == Status::pass);
}

TEST_CASE("a party whose block is not on the form fails, unless a page is unread") {
  SmallDossier d = with_consents();
  d.facts.pop_back();
  const Outcome missing = d.ask(consents, kConsents);
  CHECK(missing.status == Status::fail);
  CHECK(missing.arguments.at("missing") == "参加单位");
  d.file("扫描件.pdf");
  d.unread();
  CHECK(d.ask(consents, kConsents).status == Status::review);
}

TEST_CASE("a block without opinion, date or seal, or that refuses, is for a person") {
  const std::pair<const char*, const char*> blocks[] = {
      {"", "2023-08-02"}, {"无", "2023-08-02"}, {"同意", ""}, {"不同意申报", "2023-08-02"}};
  for (const auto& [said, date] : blocks) {
    SmallDossier d = with_consents();
    d.facts.pop_back();
    block(d, "参加单位", said, date, "1");
    const Outcome outcome = d.ask(consents, kConsents);
    CHECK(outcome.status == Status::review);
    CHECK(outcome.arguments.at("unsealed") == "参加单位");
    CHECK(outcome.arguments.at("missing").empty());
  }
  SmallDossier unsealed = with_consents();
  unsealed.facts.back().details.back().second = "0";
  CHECK(unsealed.ask(consents, kConsents).status == Status::review);
}

TEST_CASE("the scan has the seal and the Word file the words: together they are enough") {
  SmallDossier d = with_consents();
  d.facts.back().doubt = "ocr";
  CHECK(d.ask(consents, kConsents).status == Status::review);
  block(d, "参加单位", "", "", "0");
  CHECK(d.ask(consents, kConsents).status == Status::pass);
}

TEST_CASE("a party that refuses on one form does not consent on another") {
  SmallDossier d = with_consents();
  block(d, "参加单位", "不同意", "", "0");
  CHECK(d.ask(consents, kConsents).status == Status::review);
}

TEST_CASE("where no block at all was read a person looks") {
  SmallDossier d;
  d.file("申请书.pdf", "application-form");
  CHECK(d.ask(consents, kConsents).status == Status::review);
}
