#include "extractors/finders/names_finder.h"

#include <catch2/catch.hpp>

#include "tests/finders/document_builder.h"

using namespace biaoshen;
using namespace biaoshen::testing;

namespace {

using Strings = std::vector<std::string>;

std::vector<Fact> name_facts(const std::vector<Page>& pages, const char* labels = "起草单位") {
  const auto dossier = dossier_of(pages);
  return find_names(dossier, dossier.parts[0], call("names", {{"labels", labels}}));
}

Strings names(const std::vector<Page>& pages, const char* labels = "起草单位") {
  Strings found;
  for (const Fact& fact : name_facts(pages, labels)) found.push_back(fact.value);
  return found;
}

}  // namespace

TEST_CASE("the names after a label are facts with their positions") {
  const auto facts = name_facts(
      {flow_page({"本文件起草单位：甲某协会、乙某大学，丙某有限公司。", "本文件起草人：张三。"})});
  REQUIRE(facts.size() == 3);
  CHECK(facts[0].value == "甲某协会");
  CHECK(*facts[0].detail("position") == "1");
  CHECK(*facts[0].detail("label") == "起草单位");
  CHECK(facts[2].value == "丙某有限公司");
  CHECK(facts[2].quote.text == "丙某有限公司");
  CHECK(*facts[2].detail("position") == "3");
}

TEST_CASE("the label stands in sentences of the foreword in many wordings") {
  for (const char* text : {"本标准起草单位：甲某协会", "本标准主要起草单位：甲某协会。",
                           "起草单位：甲某协会", "本 文 件 起草单位：甲某协会",
                           "本文件起草单位为甲某协会。", "本团体标准的起草单位：甲某协会"})
    CHECK(names({flow_page({text})}) == Strings{"甲某协会"});
}

TEST_CASE("another list and a mention are not the list") {
  CHECK(names({flow_page({"本文件参与起草单位：甲某协会。"})}).empty());
  CHECK(names({flow_page({"参与起草单位：甲某协会。"})}).empty());
  CHECK(names({flow_page({"起草单位应当为法人。", "由起草单位：甲负责"})}).empty());
}

TEST_CASE("a list ends at its full stop and runs over the lines of its paragraph") {
  const Page page = printed_page({{{84, "本文件起草单位：甲某标准化协会、乙某理"}},
                                  {{60, "工大学、丙某科技有限公司、丁某研究院。"}},
                                  {{84, "本文件主要起草人：张三、李四。"}}});
  CHECK(names({page}) ==
        Strings{"甲某标准化协会", "乙某理工大学", "丙某科技有限公司", "丁某研究院"});
  CHECK(names({page}, "主要起草人|起草人") == Strings{"张三", "李四"});
}

TEST_CASE("a list goes on over the end of a page") {
  const Page first = printed_page({{{84, "本文件起草单位：甲某协会、乙某大学、"}}, {{300, "I"}}});
  const Page second = printed_page(
      {{{300, "T/ABC 1—2023"}}, {{60, "丙某公司、丁某公司。"}}, {{84, "本文件为首次发布。"}}});
  const auto facts = name_facts({first, second});
  CHECK(names({first, second}) == Strings{"甲某协会", "乙某大学", "丙某公司", "丁某公司"});
  REQUIRE(facts.size() == 4);
  CHECK(facts[3].value == "丁某公司");
  CHECK(*facts[3].detail("position") == "4");
  CHECK(facts[3].quote.page == 2);
}

TEST_CASE("marks inside brackets and names do not cut them") {
  CHECK(
      names({flow_page({"起草单位：甲某公司（原甲厂、乙厂）、Abc Def Co., Ltd.、乙某大学等。"})}) ==
      Strings{"甲某公司(原甲厂、乙厂)", "Abc Def Co., Ltd", "乙某大学"});
}

TEST_CASE("blanks part organizations and persons, not the letters of a name") {
  CHECK(names({flow_page({"起草单位：甲某协会 乙某大学 丙某公司"})}).size() == 3);
  CHECK(names({flow_page({"起草人：张三 李四 王五六"})}, "起草人") ==
        Strings{"张三", "李四", "王五六"});
  CHECK(names({flow_page({"起草人：张 三、李四"})}, "起草人") == Strings{"张三", "李四"});
}

TEST_CASE("in a form the list is the value of its label, by marks or by lines") {
  CHECK(names({table_page({{"起草单位", "甲某协会、乙某大学"}, {"备注", "无"}})}) ==
        Strings{"甲某协会", "乙某大学"});
  CHECK(names({table_page({{"起草单位", "1.甲某协会\n2.乙某大学"}})}) ==
        Strings{"甲某协会", "乙某大学"});
  CHECK(names({worksheet("表", {{"起草单位", "甲某协会；乙某大学"}})}) ==
        Strings{"甲某协会", "乙某大学"});
  CHECK(names({table_page({{"起草单位", ""}})}).empty());
}

TEST_CASE("recognised names are in doubt, and no list is endless") {
  CHECK(name_facts({recognised(printed_page({{{60, "起草单位：甲某协会"}}}))}).at(0).doubt ==
        "ocr");
  std::string many = "起草单位：";
  for (int i = 0; i < 3000; ++i) many += "甲某协会、";
  CHECK(names({flow_page({many})}).size() == 1000);
}
