#include "extractors/finders/option_finder.h"

#include <catch2/catch.hpp>

#include "tests/finders/document_builder.h"

using namespace biaoshen;
using namespace biaoshen::testing;

namespace {

using Strings = std::vector<std::string>;

// "试点" or, in doubt, "试点 uncertain".
Strings chosen(const Page& page) {
  const auto dossier = dossier_of({page});
  Strings found;
  for (const Fact& fact : find_option(
           dossier, dossier.parts[0],
           call("option", {{"labels", "申报类型|项目类型"}, {"options", "试点|示范|示范基地"}})))
    found.push_back(fact.value + (fact.doubt.empty() ? "" : " " + fact.doubt));
  return found;
}
Strings line(const std::string& value) {
  return chosen(flow_page({"申报类型：" + value}));
}
Strings cell(const std::string& value) {
  return chosen(table_page({{"申报类型", value}}));
}

}  // namespace

TEST_CASE("the ticked option is chosen, whatever the tick and on whichever side") {
  for (const char* value :
       {"☑试点 □示范", "□示范 ☑试点", "■试点□示范", "●试点 ○示范", "试点☑ 示范□",
        "试点（√） 示范（ ）", "（√）试点 （ ）示范", "[x] 试点 [ ] 示范", "√试点 示范",
        "试点√ 示范", "示范 √试点", "□示范☑试点□其他", "试点☑、示范□、其他□", "☒ 试点 ☐ 示范"}) {
    INFO(value);
    CHECK(line(value) == Strings{"试点"});
    CHECK(cell(value) == Strings{"试点"});
  }
}

TEST_CASE("the only option printed is the one") {
  CHECK(line("试点") == Strings{"试点"});
  CHECK(cell("示范基地项目") == Strings{"示范基地"});
  CHECK(cell("其他").empty());
  CHECK(cell("").empty());
}

TEST_CASE("what cannot be told is in doubt") {
  CHECK(line("试点 示范") == Strings{"试点 uncertain", "示范 uncertain"});
  CHECK(line("☑试点 ☑示范") == Strings{"试点 uncertain", "示范 uncertain"});
  CHECK(line("试点√示范") == Strings{" uncertain"});
  CHECK(line("□试点 □示范") == Strings{" placeholder"});
  CHECK(line("口试点 口示范") == Strings{" placeholder"});
  CHECK(line("试点 □示范") == Strings{"试点 uncertain"});
  CHECK(line("试点口示范") == Strings{"试点 uncertain"});
  CHECK(line("出口示范") == Strings{"示范"});
}

TEST_CASE("options go on in the cells to the right and the lines below") {
  CHECK(chosen(table_page({{"申报类型", "□试点", "☑示范", "联系人", "√试点"}})) == Strings{"示范"});
  CHECK(chosen(table_page({{"申报类型", "□试点\n☑示范"}})) == Strings{"示范"});
  CHECK(chosen(flow_page({"申报类型：", "□试点", "☑示范", "联系人：√试点"})) == Strings{"示范"});
  CHECK(chosen(table_page({{"项目类型：□试点 ☑示范", "<"}})) == Strings{"示范"});
  CHECK(chosen(table_page({{"申报类型", "<"}, {"☑试点 □示范", "<"}})) == Strings{"试点"});
}

TEST_CASE("printed pages and sheets are read alike, recognised ticks are in doubt") {
  CHECK(chosen(worksheet("表", {{"申报类型", "☑试点 □示范"}})) == Strings{"试点"});
  const Page page = printed_page({{{60, "申报类型："}, {140, "□试点"}, {240, "☑示范"}}});
  CHECK(chosen(page) == Strings{"示范"});
  CHECK(chosen(recognised(page)) == Strings{"示范 ocr"});
}

TEST_CASE("the quote is the option with its mark, or the open field; the label is told") {
  const auto dossier = dossier_of({flow_page({"申报类型：□试点 ☑示范"})});
  const auto spec = call("option", {{"labels", "申报类型"}, {"options", "试点|示范"}});
  const auto facts = find_option(dossier, dossier.parts[0], spec);
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].quote.text == "☑示范");
  CHECK(*facts[0].detail("label") == "申报类型");
  const auto open = dossier_of({flow_page({"申报类型：□试点 □示范"})});
  CHECK(find_option(open, open.parts[0], spec).at(0).quote.text == "申报类型：□试点 □示范");
}
