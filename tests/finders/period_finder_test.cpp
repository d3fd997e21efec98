#include "extractors/finders/period_finder.h"

#include <catch2/catch.hpp>

#include "tests/finders/document_builder.h"

using namespace biaoshen;
using namespace biaoshen::testing;

namespace {

std::vector<std::string> years(const std::vector<std::string>& paragraphs) {
  const auto dossier = dossier_of({flow_page(paragraphs)});
  std::vector<std::string> found;
  for (const Fact& fact :
       find_period(dossier, dossier.parts[0], call("period", {{"about", "复审"}}))) {
    found.push_back(fact.value);
  }
  return found;
}
using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("periods are read in all their wordings") {
  CHECK(years({"复审周期不超过3年。"}) == Strings{"3"});
  CHECK(years({"团体标准的复审周期一般不大于三年。"}) == Strings{"3"});
  CHECK(years({"每5年复审一次。"}) == Strings{"5"});
  CHECK(years({"复审间隔为36个月。"}) == Strings{"3"});
  CHECK(years({"复审周期为十八个月"}) == Strings{"1.5"});
  CHECK(years({"每半年复审一次"}) == Strings{"0.5"});
  CHECK(years({"每年复审一次"}) == Strings{"1"});
  CHECK(years({"复审周期为两年半"}) == Strings{"2.5"});
  CHECK(years({"复审周期为十二年"}) == Strings{"12"});
}

TEST_CASE("the period may stand in the next clause of the sentence, not in the next sentence") {
  CHECK(years({"应当对标准进行复审，周期一般不超过五年。"}) == Strings{"5"});
  CHECK(years({"应当对标准进行复审。档案保存十年。"}).empty());
}

TEST_CASE("the clause with the word comes first") {
  CHECK(years({"标准实施满1年，复审周期不超过3年。"}) == Strings{"3"});
}

TEST_CASE("calendar years and ordinals are no periods") {
  CHECK(years({"2023年6月1日完成复审。"}).empty());
  CHECK(years({"第三年复审"}).empty());
}

TEST_CASE("the quote covers the word and the period, and the fact is typed") {
  const auto dossier = dossier_of({flow_page({"标准的复审周期不超过 3 年。"})});
  const auto facts =
      find_period(dossier, dossier.parts[0], call("period", {{"about", "复审周期|有效期"}}));
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].quote.text == "复审周期不超过 3 年");
  CHECK(std::get<double>(facts[0].typed) == 3);
}

TEST_CASE("on a printed page a sentence runs over the end of a line, in a flow it does not") {
  const auto dossier =
      dossier_of({printed_page({{{60, "标准的复审周期一般"}}, {{60, "不超过三年。"}}})});
  CHECK(find_period(dossier, dossier.parts[0], call("period", {{"about", "复审"}})).size() == 1);
  CHECK(years({"复审", "保存三年"}).empty());
}
