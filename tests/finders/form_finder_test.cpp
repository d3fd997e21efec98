#include "extractors/finders/form_finder.h"

#include <catch2/catch.hpp>

#include "tests/finders/document_builder.h"

using namespace biaoshen;
using namespace biaoshen::testing;

TEST_CASE("each field of a form is one fact with its state, under the first label of its group") {
  const auto dossier =
      dossier_of({table_page({{"团体标准编号", "T/CAS 290—2017", "实施日期", "  年  月  日"},
                              {"标准名称", "", "联系人", "张三"}})});
  const auto facts =
      find_form(dossier, dossier.parts[0],
                call("form", {{"fields", "标准编号/团体标准编号|标准名称|实施日期|法定代表人"}}));
  REQUIRE(facts.size() == 3);
  CHECK(*facts[0].detail("label") == "标准编号");
  CHECK(*facts[0].detail("printed") == "团体标准编号");
  CHECK(*facts[0].detail("state") == "filled");
  CHECK(facts[0].value == "T/CAS 290—2017");
  CHECK(*facts[1].detail("label") == "实施日期");
  CHECK(*facts[1].detail("state") == "placeholder");
  CHECK(facts[1].doubt == "placeholder");
  CHECK(*facts[2].detail("state") == "empty");
  CHECK(facts[2].value.empty());
  CHECK(facts[2].quote.text == "标准名称");
}

TEST_CASE("a long text below its heading is the value of the field") {
  const auto dossier =
      dossier_of({table_page({{"五、主要创新点\n一是提出了新的架构；\n二是统一了接口。"}})});
  const auto facts =
      find_form(dossier, dossier.parts[0], call("form", {{"fields", "主要创新点/创新点"}}));
  REQUIRE(facts.size() == 1);
  CHECK(*facts[0].detail("state") == "filled");
}

TEST_CASE("a place to sign or seal is not a field left empty, a signed name is a value") {
  const auto open =
      dossier_of({table_page({{"法定代表人（签字）", "  年  月  日"}, {"申报单位（盖章）", ""}})});
  const auto spec = call("form", {{"fields", "法定代表人|申报单位"}});
  CHECK(find_form(open, open.parts[0], spec).empty());
  const auto filled = dossier_of({table_page({{"法定代表人（签字）", "李四"}})});
  CHECK(find_form(filled, filled.parts[0], spec).size() == 1);
  const auto plain = dossier_of({table_page({{"法定代表人", ""}})});
  CHECK(find_form(plain, plain.parts[0], spec).size() == 1);
}
