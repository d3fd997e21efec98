#include "extractors/finders/label_finder.h"

#include <catch2/catch.hpp>

#include "tests/finders/document_builder.h"

using namespace biaoshen;
using namespace biaoshen::testing;

namespace {

std::vector<Fact> label_facts(const Dossier& dossier, const std::string& labels,
                              const std::string& type) {
  return find_label(dossier, dossier.parts[0], call("label", {{"labels", labels}, {"type", type}}));
}

}  // namespace

TEST_CASE("a typed value has its canonical form and a verbatim quote") {
  const auto dossier = dossier_of({table_page({{"标准编号", "Ｔ／CAS 290 - 2017"}})});
  const auto facts = label_facts(dossier, "标准编号|团体标准编号", "number");
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].value == "T/CAS 290—2017");
  CHECK(std::get<StandardNumber>(facts[0].typed).code == "CAS");
  CHECK(facts[0].quote.text == "Ｔ／CAS 290 - 2017");
  CHECK(facts[0].material == "application-form");
  CHECK(*facts[0].detail("label") == "标准编号");
}

TEST_CASE("an empty field is a fact with its label as quote") {
  const auto dossier = dossier_of({table_page({{"实施日期（必填）", "", "备注", ""}})});
  const auto facts = label_facts(dossier, "实施日期", "date");
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].value.empty());
  CHECK(facts[0].quote.text == "实施日期（必填）");
}

TEST_CASE("the quote of a date in a shared field is that date alone") {
  const auto dossier =
      dossier_of({table_page({{"发布日期/实施日期", "2022-11-18发布，2022-12-01实施"}})});
  const auto facts = label_facts(dossier, "实施日期", "date");
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].value == "2022-12-01");
  CHECK(facts[0].quote.text.find("2022-12-01") == 0);
}

TEST_CASE("a relative date is resolved by the date of publication on the same page, and doubted") {
  const auto dossier =
      dossier_of({table_page({{"发布日期", "2022-11-18发布"}, {"实施日期", "自发布之日起实施"}})});
  const auto facts = label_facts(dossier, "实施日期", "date");
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].value == "2022-11-18");
  CHECK(facts[0].doubt == "relative");
  CHECK(*facts[0].detail("from") == "2022-11-18");
}

TEST_CASE("a relative date needs no verb under its label, and months are clamped") {
  const auto dossier =
      dossier_of({table_page({{"发布日期", "实施日期"}, {"2022-11-30", "自发布之日起三个月后"}})});
  const auto facts = label_facts(dossier, "实施日期", "date");
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].value == "2023-02-28");
  CHECK(facts[0].doubt == "relative");
}

TEST_CASE("a relative date is resolved within its document, where that has one publication") {
  const Page cover = flow_page({"2022-11-18发布"}), other = flow_page({"2020-01-01发布"});
  const Page form = flow_page({"实施日期：自发布之日起30日后施行"});
  CHECK(label_facts(dossier_of({form, cover}), "实施日期", "date").at(0).value == "2022-12-18");
  const auto unclear = label_facts(dossier_of({form, cover, other}), "实施日期", "date");
  CHECK(unclear.at(0).value == "自发布之日起30日后施行");
  CHECK(unclear.at(0).doubt == "relative");
}

TEST_CASE("facts of a suspect page are doubted") {
  Page page = table_page({{"自评得分", "91分"}});
  page.reason = "text-suspect";
  const auto facts = label_facts(dossier_of({page}), "自评得分", "decimal");
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].value == "91");
  CHECK(facts[0].doubt == "text-suspect");
}

TEST_CASE("values in other parts of the file are not this part's") {
  auto dossier = dossier_of(
      {table_page({{"标准编号", "T/CAS 1—2020"}}), table_page({{"标准编号", "T/CAS 2—2020"}})});
  dossier.parts[0].first_page = 2;
  const auto facts = label_facts(dossier, "标准编号", "number");
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].value == "T/CAS 2—2020");
}
