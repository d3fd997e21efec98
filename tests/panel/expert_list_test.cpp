// Lists of experts as secretariats keep them, and lists that must not be believed.
#include "extractors/panel/expert_list.h"

#include <catch2/catch.hpp>

#include "pipeline/base/text.h"
#include "tests/panel/panel_maker.h"

using namespace biaoshen;
using namespace biaoshen::testing;

namespace {

const Cells kList = {{"序号", "姓名", "工作单位", "职称", "专业领域"},
                     {"1", "张 三", "某某大学", "教授", "机械"},
                     {"2", "李四（组长）", "某某研究院有限公司", "高级工程师", "材料"}};

Cells with(std::vector<std::string> row) {
  Cells cells = kList;
  cells.push_back(std::move(row));
  return cells;
}

// Why the list is refused; empty where it is not.
std::string refusal(const File& file) {
  const auto experts = read_experts(file);
  if (experts) return {};
  CHECK(experts.error().code == ErrorCode::input);
  return experts.error().message;
}

}  // namespace

TEST_CASE("experts are read from a workbook with the rows they stand in") {
  const auto experts = read_experts(workbook(kList));
  REQUIRE(experts);
  REQUIRE(experts->size() == 2);
  const Expert& first = experts->front();
  CHECK(first.name == "张三");
  CHECK(first.employer == "某某大学");
  CHECK(first.title == "教授");
  CHECK(first.specialty == "机械");
  CHECK(first.quote.cell == "名单!A2");
  CHECK(contains(first.quote.text, "张 三\t某某大学"));
  CHECK(experts->back().name == "李四");
}

TEST_CASE("columns stand in any order, under any of their names, below a title") {
  const auto experts = read_experts(workbook({{"专家组名单", "<", "<"},
                                              {"职称/职务", "单位（全称）", "专家姓名"},
                                              {"技术专家", "<", "<"},
                                              {"研究员", "某院", "王五"},
                                              {"", "", ""},
                                              {"标准化专家", "<", "<"},
                                              {"教授", "某校", "赵六"}}));
  REQUIRE(experts);
  REQUIRE(experts->size() == 2);
  CHECK(experts->at(0).name == "王五");
  CHECK(experts->at(0).employer == "某院");
  CHECK(experts->at(1).title == "教授");
}

TEST_CASE("a cell merged over rows says its text for each of them") {
  File file = workbook({{"姓名", "单位", "职称"}, {"张三", "某院", "教授"}, {"李四", "", "教授"}});
  for (GridCell& cell : file.document.pages[0].grids[0].cells) {
    if (cell.row == 1 && cell.column == 1) cell.row_span = 2;
  }
  std::erase_if(file.document.pages[0].grids[0].cells,
                [](const GridCell& cell) { return cell.row == 2 && cell.column == 1; });
  const auto experts = read_experts(file);
  REQUIRE(experts);
  CHECK(experts->at(1).employer == "某院");
}

TEST_CASE("experts are read from comma-separated values, whatever separates them") {
  for (const char* separator : {",", "\t", ";", "，"}) {
    CAPTURE(separator);
    const auto experts = read_experts(
        csv(replace_all("姓名,单位,职称,领域\n\n张三,某院,教授,机械\n", ",", separator)));
    REQUIRE(experts);
    REQUIRE(experts->size() == 1);
    CHECK(experts->front().employer == "某院");
    CHECK(experts->front().quote.place == Place(InFlow{3}));
  }
}

TEST_CASE("a quoted cell of comma-separated values may hold commas") {
  const auto experts =
      read_experts(csv("姓名,职称,单位\n张三,教授,\"某院,标准化研究所\"\n李四,研究员,某校\n"));
  REQUIRE(experts);
  REQUIRE(experts->size() == 2);
  CHECK(experts->front().employer == "某院,标准化研究所");
}

TEST_CASE("a list without a needed column is refused, and the columns are named") {
  CHECK(contains(refusal(workbook({{"姓名", "职称"}, {"张三", "教授"}})), "工作单位"));
  CHECK(contains(refusal(csv("姓名,推荐单位,职称\n张三,某局,教授\n")), "experts.csv"));
  CHECK_FALSE(refusal(csv("姓名 工作单位 职称\n张三 某院 教授\n")).empty());
  CHECK_FALSE(refusal(csv("")).empty());
}

TEST_CASE("a list without experts is refused") {
  CHECK(contains(refusal(workbook({kList[0]})), "no expert"));
}

TEST_CASE("a row that is no expert is refused with its place") {
  const std::string nameless = refusal(workbook(with({"3", "", "某局", "处长", ""})));
  CHECK(contains(nameless, "名单!A4"));
  CHECK(contains(refusal(workbook(with({"", "填表人：钱七", "", "", ""}))), "填表人"));
  CHECK(contains(refusal(workbook(with({"", "孙八、周九", "某局", "教授", ""}))), "孙八"));
  CHECK_FALSE(refusal(workbook(with({"序号", "姓名", "工作单位", "职称", "专业"}))).empty());
  CHECK(contains(refusal(csv("姓名,单位,职称\n张三,某院,教授\n合计：1,,\n")), "line 3"));
}

TEST_CASE("an expert without employer or title is one all the same") {
  const auto experts = read_experts(workbook(with({"3", "孙八", "", "", ""})));
  REQUIRE(experts);
  REQUIRE(experts->size() == 3);
  CHECK(experts->back().employer.empty());
}

TEST_CASE("two lists in one file are refused: which one counts is not for us to say") {
  File file = workbook(kList);
  add_sheet(file, "备选", kList);
  CHECK(contains(refusal(file), "several lists"));
  CHECK(contains(refusal(workbook({{"姓名", "单位", "职称", "姓名", "单位", "职称"},
                                   {"张三", "某院", "教授", "李四", "某校", "教授"}})),
                 "several lists"));
  File notes = workbook(kList);
  add_sheet(notes, "说明", {{"本表由秘书处填写"}});
  CHECK(refusal(notes).empty());
}

TEST_CASE("half a list is no list") {
  File partial = workbook(kList);
  partial.document.status = FileStatus::partial;
  partial.document.problems.push_back({"cell-limit", 1, ""});
  CHECK(contains(refusal(partial), "cell-limit"));
  File scan = workbook(kList);
  scan.document.format = "pdf";
  CHECK(contains(refusal(scan), "pdf"));
  File cut = csv("姓名,单位,职称\n张三,某院,教授\n");
  cut.document.pages.push_back(cut.document.pages.front());
  cut.document.pages.back().text = "李四,某校,教授\n";
  CHECK(contains(refusal(cut), "too long"));
}

TEST_CASE("a list longer than any panel is refused") {
  Cells many = {kList[0]};
  for (int i = 0; i < 250; ++i) many.push_back({"1", "张三", "某院", "教授", ""});
  CHECK(contains(refusal(workbook(many)), "more than 200"));
  for (int i = 0; i < 250; ++i) many.push_back({"备选专家", "<", "<", "<", "<"});
  CHECK(contains(refusal(workbook(many)), "too long"));
}
