#include "extractors/finders/dateline_finder.h"

#include <catch2/catch.hpp>

#include "tests/finders/document_builder.h"

using namespace biaoshen;
using namespace biaoshen::testing;

namespace {

std::string day_of(const std::vector<Page>& pages) {
  const auto dossier = dossier_of(pages);
  const auto facts = find_dateline(dossier, dossier.parts[0], call("dateline", {}));
  return facts.empty() ? "none" : facts[0].value;
}
std::string day_in(const std::vector<std::string>& paragraphs) {
  return day_of({flow_page(paragraphs)});
}

}  // namespace

TEST_CASE("the day below the signature is that of the letter") {
  CHECK(day_in({"现推荐下列项目。", "某省市场监督管理局", "2023年8月10日"}) == "2023-08-10");
  CHECK(day_in({"现推荐下列项目。", "（盖章）", "二〇二三年八月十日"}) == "2023-08-10");
  CHECK(day_of({printed_page({{{70, "现推荐下列项目。"}},
                              {{300, "某省市场监督管理局"}},
                              {{320, "2023年8月10日"}}})}) == "2023-08-10");
}

TEST_CASE("a day set off behind the name that signs is one, too") {
  CHECK(day_in({"某省市场监督管理局（公章）\t2023年8月10日"}) == "2023-08-10");
  CHECK(day_of({printed_page({{{70, "某省市场监督管理局"}, {320, "2023年8月10日"}}})}) ==
        "2023-08-10");
}

TEST_CASE("days in running text and in tables are no datelines") {
  CHECK(day_in({"请于2023年8月15日前报送材料。"}) == "none");
  CHECK(day_in({"根据通知要求，材料应当报送至2023年8月15日"}) == "none");
  CHECK(day_in({"2023年8月10日至2023年8月15日"}) == "none");
  CHECK(day_of({table_page({{"验收日期", "2023年8月10日"}})}) == "none");
  CHECK(day_in({"2023年8月"}) == "none");
}

TEST_CASE("the day of issue at the foot comes before the day below the signature") {
  CHECK(day_in({"国家标准化管理委员会", "2022年5月6日", "市场监管总局办公厅 2022年5月12日印发"}) ==
        "2022-05-12");
  CHECK(day_in({"市场监管总局办公厅 2022年5月12日印发", "2022年5月20日"}) == "2022-05-12");
}

TEST_CASE("what is dated on later pages is an annex, unless it says when the paper was issued") {
  CHECK(day_of({flow_page({"2022年5月6日"}), flow_page({"2021年1月1日"})}) == "2022-05-06");
  CHECK(day_of({flow_page({"2022年5月6日"}), flow_page({"办公厅 2022年5月12日印发"})}) ==
        "2022-05-12");
}

TEST_CASE("the fact is a typed date with the day as its quote") {
  const auto dossier = dossier_of({flow_page({"某局", "2023 年 8 月 10 日"})});
  const auto facts = find_dateline(dossier, dossier.parts[0], call("dateline", {}));
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].quote.text == "2023 年 8 月 10 日");
  CHECK(std::get<Date>(facts[0].typed) == Date{2023, 8, 10});
}
