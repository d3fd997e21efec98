#include "extractors/finders/sentence_finder.h"

#include <catch2/catch.hpp>

#include "tests/finders/document_builder.h"

using namespace biaoshen;
using namespace biaoshen::testing;

namespace {

using Strings = std::vector<std::string>;

Strings found(const Page& page, const Parameters& parameters = {{"about", "违法|失信"}}) {
  const auto dossier = dossier_of({page});
  Strings values;
  for (const Fact& fact : find_sentence(dossier, dossier.parts[0], call("sentence", parameters)))
    values.push_back(fact.value);
  return values;
}

}  // namespace

TEST_CASE("each sentence that has one of the words is a fact, verbatim as quote") {
  const auto dossier = dossier_of(
      {flow_page({"本单位近三年 未发生违法行为。经营情况良好！是否列入失信名单？否；其他略。"})});
  const auto facts =
      find_sentence(dossier, dossier.parts[0], call("sentence", {{"about", "违法|失信"}}));
  REQUIRE(facts.size() == 2);
  CHECK(facts[0].value == "本单位近三年未发生违法行为。");
  CHECK(facts[0].quote.text == "本单位近三年 未发生违法行为。");
  CHECK(facts[0].doubt.empty());
  CHECK(facts[1].value == "是否列入失信名单?");
}

TEST_CASE("a sentence with several of the words is one fact, and `with` asks for a second word") {
  CHECK(found(flow_page({"无违法和失信行为。"})).size() == 1);
  const Parameters both = {{"about", "违法"}, {"with", "近三年|3年"}};
  CHECK(found(flow_page({"近三年无违法行为。今年无违法行为。"}), both) ==
        Strings{"近三年无违法行为。"});
}

TEST_CASE("a sentence runs over the lines of a printed paragraph, not into the next one") {
  const Page page = printed_page(
      {{{84, "本单位近三年未发生违"}}, {{60, "法行为，信用良好"}}, {{84, "特此说明"}}});
  CHECK(found(page) == Strings{"本单位近三年未发生违法行为,信用良好"});
  CHECK(found(flow_page({"无违", "法行为"})).empty());
}

TEST_CASE("a cell that asks is given with the answer beside it") {
  const Page page =
      table_page({{"有无违法记录", "无"}, {"失信情况", ""}, {"备注", "无违法行为。"}});
  CHECK(found(page) == Strings{"有无违法记录:无", "失信情况", "无违法行为。"});
  CHECK(found(worksheet("表", {{"有无违法记录", "无"}})) == Strings{"有无违法记录:无"});
}

TEST_CASE("the line of a field is a sentence") {
  CHECK(found(flow_page({"违法失信情况：无", "联系人：张三"})) == Strings{"违法失信情况:无"});
}

TEST_CASE("a text without marks is cut, and no answer is endless") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "违法";
  for (const std::string& value : found(flow_page({text}))) CHECK(value.size() <= 400 * 3);
  std::string many;
  for (int i = 0; i < 5000; ++i) many += "违法。";
  CHECK(found(flow_page({many})).size() == 200);
}

TEST_CASE("a recognised sentence is in doubt unless a second engine reads it alike") {
  const Page page = recognised(printed_page({{{60, "近三年未发生违法行为。"}}}));
  const auto dossier = dossier_of({page});
  const auto spec = call("sentence", {{"about", "违法"}});
  CHECK(find_sentence(dossier, dossier.parts[0], spec).at(0).doubt == "ocr");
  Page again = page;
  add_second(again, "近三年未发生违法行为。", "近三年未发生违法行为。");
  const auto confirmed = dossier_of({again});
  CHECK(find_sentence(confirmed, confirmed.parts[0], spec).at(0).doubt.empty());
}
