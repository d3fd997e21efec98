#include "extractors/finders/score_sheet.h"

#include <catch2/catch.hpp>

#include "extractors/finders/score_head.h"
#include "extractors/finders/score_points.h"
#include "extractors/finders/typed_value.h"
#include "tests/finders/document_builder.h"

using namespace biaoshen;
using namespace biaoshen::testing;

namespace {

// group/name points/maximum, "-" for what is not known.
std::string print(const ScoreEntry& entry) {
  const auto number = [](std::optional<double> value) {
    return value ? shortest(*value) : std::string("-");
  };
  const std::string points = entry.unread.empty() ? number(entry.points) : entry.unread;
  return entry.group + "/" + entry.name + " " + points + "/" + number(entry.maximum);
}

struct PrintedSheets {
  std::vector<std::string> items, subtotals, totals;
  std::size_t sheets = 0;
};

PrintedSheets read_sheets(const std::vector<Page>& pages) {
  std::vector<const Page*> pointers;
  for (const Page& page : pages) pointers.push_back(&page);
  PrintedSheets printed;
  for (const ScoreSheet& sheet : read_score_sheets(pointers)) {
    ++printed.sheets;
    for (const auto& e : sheet.items) printed.items.push_back(print(e));
    for (const auto& e : sheet.subtotals) printed.subtotals.push_back(print(e));
    for (const auto& e : sheet.totals) printed.totals.push_back(print(e));
  }
  return printed;
}
using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("two levels of indicators: items, sub-totals and the total") {
  const auto sheet = read_sheets({table_page({{"一级指标", "二级指标", "分值", "自评得分"},
                                              {"1.标准需求(15分)", "1.1背景环境", "3", "3"},
                                              {"^", "1.2现行标准", "4", "3.5"},
                                              {"^", "小计", "15", "6.5"},
                                              {"2.组织能力(10分)", "2.1能力", "5", "4"},
                                              {"合计", "<", "100", "10.5"}})});
  CHECK(sheet.items == Strings{"1.标准需求/1.1背景环境 3/3", "1.标准需求/1.2现行标准 3.5/4",
                               "2.组织能力/2.1能力 4/5"});
  CHECK(sheet.subtotals == Strings{"1.标准需求/小计 6.5/15"});
  CHECK(sheet.totals == Strings{"/合计 10.5/100"});
}

TEST_CASE("maxima may stand in the text of the indicators") {
  const auto sheet =
      read_sheets({table_page({{"一级指标", "二级指标", "评价方法", "得分"},
                               {"1.标准需求(15分)", "1.1背景环境(3分)", "查验材料", "3"},
                               {"^", "1.2现行标准(4分)", "查验平台", "4"}})});
  CHECK(sheet.items == Strings{"1.标准需求/1.1背景环境 3/3", "1.标准需求/1.2现行标准 4/4"});
}

TEST_CASE("first-level rows above their items are no items, numbered or not") {
  const Strings items = {"1.标准需求/1.1背景环境 3/3", "1.标准需求/1.2现行标准 4/12",
                         "2.组织能力/2.1能力 5/5"};
  const auto numbered = read_sheets({table_page({{"评价内容", "分值", "自评分"},
                                                 {"1.标准需求", "15", "7"},
                                                 {"1.1背景环境", "3", "3"},
                                                 {"1.2现行标准", "12", "4"},
                                                 {"2.组织能力", "5", ""},
                                                 {"2.1能力", "5", "5"},
                                                 {"总分", "20", "12"}})});
  CHECK(numbered.items == items);
  CHECK(numbered.subtotals == Strings{"1.标准需求/1.标准需求 7/15"});
  const auto plain = read_sheets({table_page({{"项目", "分值", "得分"},
                                              {"需求", "7", "6"},
                                              {"背景", "3", "3"},
                                              {"现状", "4", "3"},
                                              {"能力", "10", "9"},
                                              {"机制", "5", "5"},
                                              {"人员", "5", "4"},
                                              {"合计", "17", "15"}})});
  CHECK(plain.items == Strings{"需求/背景 3/3", "需求/现状 3/4", "能力/机制 5/5", "能力/人员 4/5"});
}

TEST_CASE("a flat list stays a flat list though some maxima add up") {
  const auto sheet = read_sheets({table_page({{"项目", "分值", "得分"},
                                              {"甲", "10", "9"},
                                              {"乙", "5", "5"},
                                              {"丙", "5", "4"},
                                              {"合计", "20", "18"}})});
  CHECK(sheet.items.size() == 3);
}

TEST_CASE("a section over the whole width heads the items below it") {
  const auto sheet = read_sheets({table_page(
      {{"指标", "分值", "得分"}, {"一、技术水平（60分）", "<", "<"}, {"先进性", "30", "28"}})});
  CHECK(sheet.items == Strings{"一、技术水平/先进性 28/30"});
}

TEST_CASE("first-level rows may have the first column to themselves") {
  const auto sheet = read_sheets({worksheet("表", {{"一级指标", "二级指标", "分值", "得分"},
                                                   {"需求", "~", "7", "6"},
                                                   {"~", "背景", "3", "3"},
                                                   {"~", "现状", "4", "3"}})});
  CHECK(sheet.items == Strings{"需求/背景 3/3", "需求/现状 3/4"});
  CHECK(sheet.subtotals == Strings{"需求/需求 6/7"});
}

TEST_CASE("points given for a group of rows are one item with the group's maximum") {
  const auto sheet = read_sheets({table_page({{"一级指标", "二级指标", "分值", "得分"},
                                              {"需求", "背景", "3", "6"},
                                              {"^", "现状", "4", "^"},
                                              {"能力", "机制", "5", "5"}})});
  CHECK(sheet.items == Strings{"/需求 6/7", "能力/机制 5/5"});
}

TEST_CASE("the head is known by its words, below titles and over two rows") {
  const auto sheet = read_sheets({table_page({{"自评打分表（技术类）", "<", "<", "<"},
                                              {"申报单位：某协会", "<", "<", "<"},
                                              {"序号", "评价指标", "评分", "<"},
                                              {"^", "^", "满分", "自评得分"},
                                              {"1", "先进性", "30", "28"}})});
  CHECK(sheet.items == Strings{"/先进性 28/30"});
}

TEST_CASE("the experts' column is not the applicant's") {
  const auto sheet = read_sheets({table_page(
      {{"指标", "分值", "专家评分", "自评得分", "复核得分"}, {"先进性", "30", "20", "28", "1"}})});
  CHECK(sheet.items == Strings{"/先进性 28/30"});
}

TEST_CASE("blank points are not zero, words are kept as they stand") {
  const auto sheet = read_sheets({table_page({{"指标", "分值", "得分"},
                                              {"甲", "10", ""},
                                              {"乙", "10", "优"},
                                              {"丙", "10", "0"},
                                              {"丁", "10", "/"}})});
  CHECK(sheet.items == Strings{"/甲 -/10", "/乙 优/10", "/丙 0/10", "/丁 -/10"});
}

TEST_CASE("unit points are no maximum, 满分 is") {
  const auto sheet = read_sheets(
      {table_page({{"指标", "评分标准", "得分"}, {"人员", "0.5分/人，满分3分", "2.5"}})});
  CHECK(sheet.items == Strings{"/人员 2.5/3"});
}

TEST_CASE("the total may stand in one cell with its label") {
  const auto sheet = read_sheets(
      {table_page({{"指标", "分值", "得分"}, {"甲", "10", "9"}, {"自评总分：91分", "<", "<"}})});
  CHECK(sheet.totals == Strings{"/自评总分:91分 91/-"});
}

TEST_CASE("notes below the table are no items") {
  const auto sheet = read_sheets({table_page({{"指标", "分值", "得分"},
                                              {"甲", "10", "9"},
                                              {"合计", "10", "9"},
                                              {"注：本表满分100分", "", ""},
                                              {"自评人：", "", ""}})});
  CHECK(sheet.items.size() == 1);
  CHECK(sheet.totals.size() == 1);
}

TEST_CASE("a sheet runs on over pages with and without a repeated head") {
  const Table first = {{"指标", "分值", "得分"}, {"甲", "10", "9"}};
  CHECK(read_sheets({table_page(first), table_page({{"乙", "5", "4"}, {"合计", "15", "13"}})})
            .items.size() == 2);
  const auto repeated =
      read_sheets({table_page(first), table_page({{"指标", "分值", "得分"}, {"乙", "5", "4"}})});
  CHECK(repeated.sheets == 1);
  CHECK(repeated.items.size() == 2);
}

TEST_CASE("two worksheets are two sheets") {
  const Table table = {{"指标", "分值", "得分"}, {"甲", "10", "9"}};
  CHECK(read_sheets({worksheet("技术类", table), worksheet("管理与服务类", table)}).sheets == 2);
}

TEST_CASE("a table without rules is read by the places of its columns") {
  const auto sheet = read_sheets({printed_page({{{60, "自评打分表"}},
                                                {{60, "指标"}, {300, "分值"}, {400, "得分"}},
                                                {{60, "先进性"}, {306, "30"}, {406, "28"}},
                                                {{60, "创新性"}, {306, "20"}},
                                                {{60, "合计"}, {306, "50"}, {406, "28"}}})});
  CHECK(sheet.items == Strings{"/先进性 28/30", "/创新性 -/20"});
  CHECK(sheet.totals == Strings{"/合计 28/50"});
}

TEST_CASE("a table without points is no score sheet") {
  CHECK(read_sheets({table_page({{"序号", "名称", "备注"}, {"1", "甲", ""}})}).sheets == 0);
  CHECK(!has_score_table(table_page({{"序号", "名称", "备注"}, {"1", "甲", ""}})));
  CHECK(has_score_table(table_page({{"指标", "分值", "得分"}})));
}

TEST_CASE("totals stand in sentences, limits do not count") {
  const auto totals = [](const char* text) { return totals_in_text(flow_page({text})); };
  REQUIRE(totals("本标准自评得分为91.5分。").size() == 1);
  CHECK(totals("本标准自评得分为91.5分。")[0].points == 91.5);
  CHECK(totals("自评总分：91分").size() == 1);
  CHECK(totals("自评得分80分以上方可申报").empty());
  CHECK(totals("自评得分不低于80分").empty());
  CHECK(totals("自评得分：……").empty());
}
