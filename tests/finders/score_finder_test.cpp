#include "extractors/finders/score_finder.h"

#include <catch2/catch.hpp>

#include "tests/finders/document_builder.h"

using namespace biaoshen;
using namespace biaoshen::testing;

namespace {

const Table kFilled = {{"一级指标", "二级指标", "分值", "自评得分"},
                       {"1.标准需求", "1.1背景环境", "10", "9.5"},
                       {"^", "1.2现行标准", "5", "~"},
                       {"合计", "<", "100", "91"}};
const Table kBlank = {{"一级指标", "二级指标", "分值", "自评得分"},
                      {"1.管理", "1.1制度", "40", "~"},
                      {"合计", "<", "100", "~"}};

std::vector<Fact> score_facts(const Dossier& dossier, const std::string& field) {
  return find_score(dossier, dossier.parts[0], call("score", {{"field", field}}));
}

}  // namespace

TEST_CASE("an item is a typed fact quoted from its cell") {
  const auto dossier = dossier_of({worksheet("自评打分表", kFilled)});
  const auto items = score_facts(dossier, "item");
  REQUIRE(items.size() == 1);
  CHECK(items[0].value == "9.5");
  CHECK(std::get<double>(items[0].typed) == 9.5);
  CHECK(items[0].quote.cell == "自评打分表!D2");
  CHECK(*items[0].detail("name") == "1.1背景环境");
  CHECK(*items[0].detail("maximum") == "10");
  CHECK(*items[0].detail("group") == "1.标准需求");
}

TEST_CASE("an item left blank is a maximum without points, quoted by its name") {
  const auto blanks = score_facts(dossier_of({worksheet("自评打分表", kFilled)}), "maximum");
  REQUIRE(blanks.size() == 1);
  CHECK(blanks[0].value.empty());
  CHECK(blanks[0].quote.text == "1.2现行标准");
  CHECK(*blanks[0].detail("maximum") == "5");
}

TEST_CASE("the unfilled sheet for the other class of standards counts for nothing") {
  const auto dossier =
      dossier_of({worksheet("管理与服务类", kBlank), worksheet("技术类", kFilled)});
  CHECK(score_facts(dossier, "maximum").size() == 1);
  REQUIRE(score_facts(dossier, "total").size() == 1);
  CHECK(score_facts(dossier, "total")[0].quote.cell == "技术类!D4");
}

TEST_CASE("where no sheet is filled the blank one shows its items") {
  CHECK(score_facts(dossier_of({worksheet("技术类", kBlank)}), "maximum").size() == 1);
}

TEST_CASE("a total in a sentence is found once, and points that are no number are doubted") {
  Page page = table_page({{"指标", "分值", "得分"}, {"甲", "10", "优"}});
  const auto dossier = dossier_of({page, flow_page({"自评总分：91分"})});
  REQUIRE(score_facts(dossier, "total").size() == 1);
  CHECK(score_facts(dossier, "total")[0].value == "91");
  CHECK(score_facts(dossier, "item").at(0).doubt == "unparsed");
}
