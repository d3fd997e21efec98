#include "extractors/finders/opinion_finder.h"

#include <catch2/catch.hpp>

#include "tests/finders/document_builder.h"

using namespace biaoshen;
using namespace biaoshen::testing;

namespace {

using Strings = std::vector<std::string>;

std::vector<Fact> opinion_facts(const Page& page) {
  const auto dossier = dossier_of({page});
  return find_opinion(
      dossier, dossier.parts[0],
      call("opinion", {{"parties", "承担单位/项目承担单位|参加单位|保证单位|管理单位"}}));
}

// "承担单位 同意。 2023-07-01 seal 0", with "-" for what is not there.
Strings opinions(const Page& page) {
  Strings found;
  for (const Fact& fact : opinion_facts(page)) {
    const std::string* date = fact.detail("date");
    found.push_back(*fact.detail("party") + " " + (fact.value.empty() ? "-" : fact.value) + " " +
                    (date ? *date : "-") + " seal " + *fact.detail("seal"));
  }
  return found;
}

}  // namespace

TEST_CASE("a block beside its label, below it, and in the same cell") {
  const Strings one = {"承担单位 同意申报。 2023-07-01 seal 0"};
  CHECK(opinions(table_page({{"承担单位意见", "同意申报。\n（盖章）\n2023年7月1日"}})) == one);
  CHECK(opinions(table_page({{"承担单位意见", "<"}, {"同意申报。（盖章）2023年7月1日", "<"}})) ==
        one);
  CHECK(opinions(table_page({{"承担单位意见：\n同意申报。\n（单位公章）\n2023 年 7 月 1 日"}})) ==
        one);
  CHECK(opinions(table_page(
            {{"承\n担\n单\n位\n意\n见", "同意申报。\n盖章：\n日期：2023-07-01"}})) == one);
  CHECK(opinions(flow_page({"承担单位意见：", "同意申报。", "（盖章）", "2023年7月1日"})) == one);
  CHECK(opinions(worksheet("表", {{"承担单位意见", "同意申报。（盖章）2023年7月1日"}})) == one);
}

TEST_CASE("blocks follow each other and end where the next one begins") {
  const Page page =
      flow_page({"一、试点承担单位意见（盖章）：", "同意。", "2023年7月1日", "二、参加单位意见",
                 "无", "推荐单位意见：", "别的", "三、附件", "清单"});
  CHECK(opinions(page) == Strings{"承担单位 同意。 2023-07-01 seal 0", "参加单位 无 - seal 0"});
}

TEST_CASE("an open block is empty, a signature or a day fills it") {
  const auto empty = opinion_facts(table_page(
      {{"保证单位意见", "负责人（签字）：\n（盖章）\n  年  月  日"}, {"管理单位意见", ""}}));
  REQUIRE(empty.size() == 2);
  CHECK(empty[0].value.empty());
  CHECK(*empty[0].detail("state") == "empty");
  CHECK(empty[0].detail("date") == nullptr);
  CHECK(*empty[1].detail("state") == "empty");
  const auto dated = opinion_facts(table_page({{"保证单位意见", "（盖章）2023年7月1日"}}));
  REQUIRE(dated.size() == 1);
  CHECK(dated[0].value.empty());
  CHECK(*dated[0].detail("state") == "filled");
}

TEST_CASE("a party that is only named has no block") {
  CHECK(opinions(table_page({{"承担单位", "某公司", "参加单位", "某大学"}})).empty());
  CHECK(opinions(flow_page({"承担单位：某公司", "经承担单位、参加单位同意并盖章。"})).empty());
  CHECK(opinions(flow_page({"承担单位（盖章）：某公司 2023年7月1日"})) ==
        Strings{"承担单位 某公司 2023-07-01 seal 0"});
}

TEST_CASE("the same party's place to seal belongs to its block") {
  CHECK(opinions(flow_page({"承担单位意见：", "同意。", "承担单位（盖章）：", "2023年7月1日"}))
            .size() == 1);
}

TEST_CASE("blocks side by side have their own columns") {
  const Page page = printed_page({{{60, "承担单位（盖章）"}, {320, "参加单位（盖章）"}},
                                  {{60, "甲公司"}, {320, "乙大学"}},
                                  {{60, "2023年7月1日"}, {320, "2023年7月2日"}}});
  CHECK(opinions(page) ==
        Strings{"承担单位 甲公司 2023-07-01 seal 0", "参加单位 乙大学 2023-07-02 seal 0"});
}

TEST_CASE("a seal counts for the block it stands at") {
  Page page = printed_page({{{60, "承担单位意见："}},
                            {{60, "同意。"}},
                            {{60, "（盖章）2023年7月1日"}},
                            {{60, "管理单位意见："}},
                            {{60, "同意。"}},
                            {{60, "（盖章）2023年7月3日"}}});
  page.seals.push_back({OnPage{{60, 120, 170, 230}}, "某局", 80});
  page.seals.push_back({OnPage{{60, 500, 170, 610}}, "别处", 80});
  CHECK(opinions(page) ==
        Strings{"承担单位 同意。 2023-07-01 seal 0", "管理单位 同意。 2023-07-03 seal 1"});
  page.seals.push_back({OnPage{{60, 50, 170, 112}}, "", 0});
  CHECK(opinions(page)[0] == "承担单位 同意。 2023-07-01 seal 1");
}

TEST_CASE("a sure reading of a known label is firm, an unsure or misspelt one is not") {
  const Page page = printed_page({{{60, "承担单位意见：同意。（盖章）2023年7月1日"}}});
  CHECK(opinion_facts(recognised(page, 96)).at(0).doubt.empty());
  CHECK(opinion_facts(recognised(page, 80)).at(0).doubt == "ocr");
  const Page wrong = printed_page({{{60, "承担单住意见：同意。（盖章）2023年7月1日"}}});
  CHECK(opinion_facts(wrong).empty());
  CHECK(opinion_facts(recognised(wrong, 96)).at(0).doubt == "ocr");
}

TEST_CASE("a page of nothing but labels has no end of blocks") {
  const std::vector<std::string> many(5000, "承担单位（盖章）");
  CHECK(opinions(flow_page(many)).size() <= 200);
}
