#include "extractors/finders/quantity_finder.h"

#include <catch2/catch.hpp>

#include "tests/finders/document_builder.h"

using namespace biaoshen;
using namespace biaoshen::testing;

namespace {

using Strings = std::vector<std::string>;

std::vector<Fact> quantity_facts(const Page& page, const char* about, const char* unit) {
  const auto dossier = dossier_of({page});
  return find_quantity(dossier, dossier.parts[0],
                       call("quantity", {{"about", about}, {"unit", unit}}));
}

// "3" or, in doubt, "3 uncertain".
Strings values(const Page& page, const char* about, const char* unit) {
  Strings found;
  for (const Fact& fact : quantity_facts(page, about, unit))
    found.push_back(fact.value + (fact.doubt.empty() ? "" : " " + fact.doubt));
  return found;
}
Strings values(const char* text, const char* about, const char* unit) {
  return values(flow_page({text}), about, unit);
}

}  // namespace

TEST_CASE("the number before the unit is read in all its wordings") {
  CHECK(values("每年组织观摩等活动3次以上。", "观摩", "次|场") == Strings{"3"});
  CHECK(values("观摩活动不少于三次", "观摩", "次") == Strings{"3"});
  CHECK(values("观摩活动共三（3）次", "观摩", "次") == Strings{"3"});
  CHECK(values("观摩活动10余场", "观摩", "次|场") == Strings{"10"});
  CHECK(values("培养专业人才两名", "人才", "名|人") == Strings{"2"});
  CHECK(values("制定标准十二项", "标准", "项") == Strings{"12"});
  CHECK(values("参与单位达到80%以上", "参与单位", "%") == Strings{"80"});
  CHECK(values("参与单位达到百分之八十", "参与单位", "%") == Strings{"80"});
  CHECK(values("参与单位占８２．５％", "参与单位", "%") == Strings{"82.5"});
}

TEST_CASE("of a range the lower end is promised") {
  CHECK(values("观摩活动3-5次", "观摩", "次") == Strings{"3"});
  CHECK(values("观摩活动3～5次", "观摩", "次") == Strings{"3"});
  CHECK(values("观摩活动三至五次", "观摩", "次") == Strings{"3"});
}

TEST_CASE("each word has the number of its own clause, behind it or before it") {
  const char* text = "发表论文1篇以上，报送工作动态4篇以上，举办2次观摩，宣传5次。";
  CHECK(values(text, "论文", "篇") == Strings{"1"});
  CHECK(values(text, "工作动态", "篇") == Strings{"4"});
  CHECK(values(text, "观摩", "次") == Strings{"2"});
  CHECK(values(text, "宣传", "次") == Strings{"5"});
}

TEST_CASE("a number of another clause may be another's") {
  CHECK(values("组织观摩活动，每年不少于3次。", "观摩", "次") == Strings{"3 uncertain"});
  CHECK(values("组织观摩活动。宣传3次。", "观摩", "次").empty());
}

TEST_CASE("ordinals, open words and other units are no quantities") {
  CHECK(values("第3次观摩", "观摩", "次").empty());
  CHECK(values("多次观摩，若干次", "观摩", "次").empty());
  CHECK(values("观摩    次以上", "观摩", "次").empty());
  CHECK(values("观摩100人次", "观摩", "人").empty());
  CHECK(values("观摩3个月", "观摩", "个").empty());
}

TEST_CASE("the fact is typed and tells unit and sentence; the quote covers word and number") {
  const auto facts =
      quantity_facts(flow_page({"前言。建设期内举办观摩等活动 3 次以上。"}), "观摩", "次");
  REQUIRE(facts.size() == 1);
  CHECK(std::get<double>(facts[0].typed) == 3);
  CHECK(facts[0].quote.text == "观摩等活动 3 次");
  CHECK(*facts[0].detail("unit") == "次");
  CHECK(*facts[0].detail("sentence") == "建设期内举办观摩等活动3次以上。");
}

TEST_CASE("in a table the number stands beside the words") {
  CHECK(values(table_page({{"观摩活动", "3次"}, {"论文", "1篇"}}), "观摩", "次") == Strings{"3"});
  CHECK(values(table_page({{"观摩活动（次）", "3"}}), "观摩", "次") == Strings{"3"});
  CHECK(values(worksheet("表", {{"观摩活动（次）", "3"}}), "观摩", "次") == Strings{"3"});
  CHECK(values(table_page({{"观摩活动", "3"}}), "观摩", "次").empty());
  CHECK(values(table_page({{"观摩活动（次）", ""}}), "观摩", "次").empty());
}

TEST_CASE("a printed sentence may break between word and number") {
  CHECK(values(printed_page({{{60, "建设期内组织观摩等活动"}}, {{60, "三次以上。"}}}), "观摩",
               "次") == Strings{"3"});
}

TEST_CASE("a recognised number is in doubt") {
  const auto facts =
      quantity_facts(recognised(printed_page({{{60, "观摩活动3次以上"}}})), "观摩", "次");
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].doubt == "ocr");
}
