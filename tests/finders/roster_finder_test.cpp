#include "extractors/finders/roster_finder.h"

#include <catch2/catch.hpp>

#include "tests/finders/document_builder.h"

using namespace biaoshen;
using namespace biaoshen::testing;

namespace {

using Strings = std::vector<std::string>;

constexpr const char* kColumns =
    "unit=申报单位/承担单位 | project=项目名称 | number=标准编号 | rank=序号/优先级 | "
    "kind=项目类别";

std::vector<Fact> roster_facts(const std::vector<Page>& pages) {
  const auto dossier = dossier_of(pages);
  return find_roster(dossier, dossier.parts[0], call("roster", {{"columns", kColumns}}));
}

// "1 某项目 某单位": rank, project and unit of each row.
Strings rows(const std::vector<Page>& pages) {
  Strings found;
  for (const Fact& fact : roster_facts(pages)) {
    std::string row;
    for (const char* key : {"rank", "project", "unit"})
      row += (row.empty() ? "" : " ") + (fact.detail(key) ? *fact.detail(key) : "-");
    found.push_back(row);
  }
  return found;
}

const Table kList = {{"推荐汇总表", "<", "<", "<"},
                     {"序号", "项目名称", "项目申报单位", "联系人"},
                     {"1", "甲项目", "甲公司", "张三"},
                     {"2", "乙项目", "乙公司", "李四"}};

}  // namespace

TEST_CASE("each row of a list is a fact, in tables and sheets") {
  for (const Page& page : {table_page(kList), worksheet("汇总", kList)}) {
    const auto facts = roster_facts({page});
    REQUIRE(facts.size() == 2);
    CHECK(facts[0].value == "甲项目");
    CHECK(facts[0].quote.text == "甲项目");
    CHECK(*facts[0].detail("unit") == "甲公司");
    CHECK(*facts[1].detail("rank") == "2");
    CHECK(facts[1].detail("number") == nullptr);
  }
  CHECK(roster_facts({worksheet("汇总", kList)})[0].quote.cell == "汇总!B3");
}

TEST_CASE("without projects the number, else the unit is the value") {
  CHECK(roster_facts({table_page({{"申报单位", "标准编号"}, {"甲协会", "T/AB 1—2020"}})})
            .at(0)
            .value == "T/AB 1—2020");
  CHECK(roster_facts({table_page({{"优先级", "申报单位"}, {"1", "甲协会"}})}).at(0).value ==
        "甲协会");
}

TEST_CASE("a head of two rows, numbered and hinted heads, and cells over several rows") {
  const Page page = table_page({{"序 号", "（一）项目名称（全称）", "承担单位", "<", "项目类别"},
                                {"^", "^", "名称", "电话", "^"},
                                {"1", "甲项目", "甲公司", "1", "服务业"},
                                {"2", "乙项目", "乙公司", "2", "^"}});
  const auto facts = roster_facts({page});
  REQUIRE(facts.size() == 2);
  CHECK(facts[1].value == "乙项目");
  CHECK(*facts[1].detail("kind") == "服务业");
}

TEST_CASE("sums, notes and rows left open are no rows of the list") {
  const Page page = table_page({{"序号", "项目名称", "申报单位"},
                                {"1", "甲项目", "甲公司"},
                                {"2", "", ""},
                                {"合计", "1项", ""},
                                {"注：按优先级排序", "<", "<"},
                                {"备注", "甲", "乙"}});
  CHECK(rows({page}) == Strings{"1 甲项目 甲公司"});
}

TEST_CASE("a list goes on over the page, with its head or without") {
  const Page first = table_page({{"序号", "项目名称", "申报单位"}, {"1", "甲项目", "甲公司"}});
  const Page plain = table_page({{"2", "乙项目", "乙公司"}});
  const Page headed = table_page({{"序号", "申报单位", "项目名称"}, {"3", "丙公司", "丙项目"}});
  const Page other = table_page({{"4", "丁项目"}});
  CHECK(rows({first, plain, headed, other}) ==
        Strings{"1 甲项目 甲公司", "2 乙项目 乙公司", "3 丙项目 丙公司"});
}

TEST_CASE("a form is no list") {
  CHECK(rows({table_page({{"项目名称", "甲项目", "申报单位", "甲公司"},
                          {"标准编号", "T/AB 1—2020", "联系人", "张三"}})})
            .empty());
  CHECK(rows({table_page({{"项目名称", "", "申报单位", ""}, {"甲", "乙", "丙", "丁"}})}).empty());
  CHECK(rows({table_page({{"序号", "内容"}, {"1", "甲"}})}).empty());
}

TEST_CASE("a list without rules is read by its columns") {
  const Page page = printed_page({{{200, "推荐汇总表"}},
                                  {{60, "序号"}, {150, "项目名称"}, {350, "申报单位"}},
                                  {{66, "1"}, {150, "甲项目"}, {350, "甲公司"}},
                                  {{66, "2"}, {150, "乙项目"}, {350, "乙公司"}}});
  CHECK(rows({page}) == Strings{"1 甲项目 甲公司", "2 乙项目 乙公司"});
  CHECK(roster_facts({recognised(page)}).at(0).doubt == "ocr");
}

TEST_CASE("two columns that a picture's rules do not part are cut by their heads") {
  Page page = recognised(table_page({{"序号", "项目名称", "申报单位\t项目类别"},
                                     {"1", "甲项目", "甲公司\t试点"},
                                     {"2", "乙项目", "乙公司"}}));
  const auto facts = roster_facts({page});
  REQUIRE(facts.size() == 2);
  CHECK(*facts[0].detail("unit") == "甲公司");
  CHECK(*facts[0].detail("kind") == "试点");
  CHECK(*facts[1].detail("unit") == "乙公司");
  CHECK(facts[1].detail("kind")->empty());
}
