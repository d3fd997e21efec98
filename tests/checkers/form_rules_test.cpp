#include <catch2/catch.hpp>

#include "small_dossier.h"

using namespace biaoshen;

namespace {

void add_field(SmallDossier& d, const char* label, const char* value, const char* state) {
  Fact& fact = d.fact("form.field", value, "application-form");
  fact.details = {{"label", label}, {"state", state}};
  fact.quote.text = label;
  if (std::string_view(state) == "placeholder") fact.doubt = "placeholder";
}

const Parameters kFields = {{"fact", "form.field"}};

}  // namespace

TEST_CASE("a form whose fields are filled in passes") {
  SmallDossier d;
  add_field(d, "标准名称", "某要求", "filled");
  add_field(d, "联系人", "张三", "filled");
  const Outcome outcome = d.ask(form_fields, kFields);
  CHECK(outcome.status == Status::pass);
  CHECK(outcome.arguments.at("count") == "2");
}

TEST_CASE("empty fields and placeholders fail by name") {
  SmallDossier d;
  add_field(d, "标准名称", "某要求", "filled");
  add_field(d, "联系人", "", "empty");
  add_field(d, "申报日期", "年 月 日", "placeholder");
  const Outcome outcome = d.ask(form_fields, kFields);
  CHECK(outcome.status == Status::fail);
  CHECK(contains(outcome.arguments.at("fields"), "联系人"));
  CHECK(contains(outcome.arguments.at("fields"), "申报日期"));
  CHECK(quotes_in(outcome) == 2);
}

TEST_CASE("a field filled in at one place and open at another is for review") {
  SmallDossier d;
  add_field(d, "联系人", "张三", "filled");
  add_field(d, "联系人", "", "empty");
  CHECK(d.ask(form_fields, kFields).status == Status::review);
}

TEST_CASE("a blank form beside the filled one is said and makes no field open") {
  SmallDossier d;
  d.file("申报书.docx", "application-form");
  add_field(d, "标准名称", "某要求", "filled");
  add_field(d, "联系人", "张三", "filled");
  d.file("附件2 空白表.docx", "application-form");
  for (const char* label : {"标准名称", "联系人"}) {
    add_field(d, label, "请填写", "placeholder");
    d.facts.back().quote.file = "f02";
    d.facts.back().doubt = "blank-form";
  }
  const Outcome outcome = d.ask(form_fields, kFields);
  CHECK(outcome.status == Status::pass);
  CHECK(contains(outcome.reason.zh, "附件2 空白表.docx"));
  CHECK_FALSE(contains(outcome.reason.zh, "申报书.docx"));
}

TEST_CASE("a blank form alone is a form that nobody filled in") {
  SmallDossier d;
  d.file("申报书.docx", "application-form");
  add_field(d, "标准名称", "请填写", "placeholder");
  add_field(d, "联系人", "", "empty");
  CHECK(d.ask(form_fields, kFields).status == Status::fail);
}

TEST_CASE("without a readable form its fields are for review") {
  SmallDossier d;
  d.file("申报书.pdf", "application-form");
  d.unread();
  const Outcome outcome = d.ask(form_fields, kFields);
  CHECK(outcome.status == Status::review);
  CHECK(contains(outcome.reason.zh, "申报书.pdf"));
}

TEST_CASE("seals are for a person, with the form shown") {
  SmallDossier d;
  CHECK_FALSE(search_of(d.ask(sealed, {{"material", "application-form"}}))->complete);
  d.file("申报书.pdf", "application-form");
  const Outcome outcome = d.ask(sealed, {{"material", "application-form"}});
  CHECK(outcome.status == Status::review);
  CHECK(quotes_in(outcome) == 1);
}

TEST_CASE("a seal that is seen passes, with its name compared as a hint") {
  SmallDossier d;
  d.file("申报书.pdf", "application-form");
  Fact& seal = d.fact("form.seal", "某某标准化协会", "application-form");
  seal.details = {{"seal-name", "某某标准化协会"}};
  const Parameters asked = {
      {"material", "application-form"}, {"fact", "form.seal"}, {"applicant", "applicant"}};
  const Outcome seen = d.ask(sealed, asked);
  CHECK(seen.status == Status::pass);
  CHECK(contains(seen.reason.zh, "真伪未作判断"));
  d.fact("applicant", "某某标准化协会", "application-form");
  CHECK(contains(d.ask(sealed, asked).reason.zh, "与申报单位名称一致"));
}

TEST_CASE("without a seal a grey scan says nothing, and a colour scan is looked at") {
  SmallDossier d;
  File& file = d.file("申报书.pdf", "application-form");
  const Parameters asked = {{"material", "application-form"}, {"fact", "form.seal"}};
  Page& page = file.document.pages.at(0);
  CHECK(contains(d.ask(sealed, asked).reason.zh, "不是扫描件"));
  page.source = Source::ocr;
  CHECK(contains(d.ask(sealed, asked).reason.zh, "未看到红色印章"));
  page.is_grey_scan = true;
  CHECK(contains(d.ask(sealed, asked).reason.zh, "无法判断"));
  CHECK(d.ask(sealed, asked).status == Status::review);
}

TEST_CASE("a field that is open on a scan may be written by hand: a person looks") {
  SmallDossier d;
  Fact& field = d.fact("form.field", "年月日", "application-form", "placeholder");
  field.details = {{"label", "申报日期"}, {"state", "placeholder"}};
  const Parameters asked = {{"fact", "form.field"}};
  CHECK(d.ask(form_fields, asked).status == Status::fail);
  d.facts.back().quote.origin = Origin::ocr;
  CHECK(d.ask(form_fields, asked).status == Status::review);
}

TEST_CASE("what a person decides is always review, with the readings side by side") {
  SmallDossier d;
  CHECK(search_of(d.ask(person_decides, {{"facts", "cited|title"}})) != nullptr);
  d.fact("cited", "GB/T 22239—2019", "standard-text");
  d.fact("title", "某要求", "standard-text");
  const Outcome outcome = d.ask(person_decides, {{"facts", "cited|title"}});
  CHECK(outcome.status == Status::review);
  CHECK(outcome.arguments.at("found") == "GB/T 22239—2019、某要求");
  CHECK(quotes_in(outcome) == 2);
}
