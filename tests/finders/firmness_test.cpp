#include "extractors/finders/firmness.h"

#include <catch2/catch.hpp>

#include "extractors/finders/cover_finder.h"
#include "extractors/finders/label_finder.h"
#include "extractors/numbers/number_grammar.h"
#include "tests/finders/document_builder.h"

using namespace biaoshen;
using namespace biaoshen::testing;

namespace {

// A line that holds a number, recognised; the reading of the second engine, if any.
TypedValue number_on(const std::string& print, const std::string& second,
                     std::optional<int> published = std::nullopt, std::uint8_t confidence = 96) {
  Page page = recognised(flow_page({print}), confidence);
  if (!second.empty()) add_second(page, print, second);
  const auto found = find_numbers(page.text);
  REQUIRE(found.size() == 1);
  return with_firmness(page, found[0].begin, found[0].end, typed_number(found[0]), published);
}

TypedValue date_on(const std::string& print, const std::string& second) {
  Page page = recognised(flow_page({print}));
  if (!second.empty()) add_second(page, print, second);
  const auto found = find_dates(page.text);
  REQUIRE(found.size() == 1);
  TypedValue value{to_string(*found[0].value), *found[0].value, found[0].doubt};
  return with_firmness(page, found[0].begin, found[0].end, value);
}

std::string detail(const TypedValue& value, std::string_view name) {
  for (const auto& [key, text] : value.details)
    if (key == name) return text;
  return "";
}

TypedValue status_on(const std::string& print, std::uint8_t confidence = 96) {
  const Page page = recognised(flow_page({print}), confidence);
  TypedValue value{print, {}, ""};
  return with_firmness(page, 0, print.size(), value, std::nullopt, ValueType::status);
}

}  // namespace

TEST_CASE("two engines that read the same number make it firm") {
  CHECK(number_on("T/CAS 290—2017", "标准编号 T/CAS 290—2017").doubt.empty());
  CHECK(number_on("T/CAS 290—2017", "T/CAS290-2017", std::nullopt, 40).doubt.empty());
}

TEST_CASE("two engines that differ are both shown") {
  const TypedValue value = number_on("T/CAS 290—2017", "T/CAS 280—2017", 2017);
  CHECK(value.value == "T/CAS 290—2017");
  CHECK(value.doubt == "ocr-differs");
  CHECK(detail(value, "second") == "T/CAS 280—2017");
}

TEST_CASE("a number in doubt is worth no more than an even chance, however sure the engine was") {
  CHECK(confidence_in(number_on("T/CAS 290—2017", "T/CAS 280—2017"), 97) == 50);
  CHECK(confidence_in(number_on("T/CAS 290—2017", "T/CAS 290—2017"), 97) == 97);
  CHECK(confidence_in(number_on("T/CAS 290—2017", "T/CAS 280—2017"), 30) == 30);
}

TEST_CASE("without a second reading a number needs the year of publication and a sure line") {
  CHECK(number_on("T/CAS 290—2017", "").doubt == "ocr");
  CHECK(number_on("T/CAS 290—2017", "", 2017).doubt.empty());
  CHECK(number_on("T/CAS 290—2017", "", 2017, 89).doubt == "ocr");
  CHECK(number_on("T/CAS 290—2017", "", 2018).doubt == "ocr");
  CHECK(number_on("T/CAS O29—2017", "", 2017).doubt == "ocr");
}

TEST_CASE("the second engine may lose the slash or the dash, never a digit") {
  CHECK(number_on("T/CECS 259.2—2022", "TACECS 259.2—2022").doubt.empty());
  CHECK(number_on("T/CECS 259.2—2022", "TACECS 259.3—2022").doubt == "ocr");
  CHECK(number_on("T/CAS 290—2017", "T/CAS 2902017").doubt.empty());
}

TEST_CASE("a lost dash is the second engine's where every character is the same") {
  const TypedValue value = number_on("T/CSTM 78.12020", "T/CSTM 78.1—2020");
  CHECK(value.value == "T/CSTM 78.1—2020");
  CHECK(value.doubt.empty());
}

TEST_CASE("a dash that both engines lost is not read past") {
  CHECK(number_on("T/NBEIA36.92022", "T/NBEIA36.92022").doubt == "ocr");
}

TEST_CASE("the blank that decides a number comes from a reading and is never guessed") {
  const TypedValue lost = number_on("T/ABC2020015—2022", "T/ABC2020015—2022");
  CHECK(lost.doubt == "no-blank");
  CHECK(detail(lost, "second") == "T/ABC2020 015—2022");
  const TypedValue seen = number_on("T/ABC2020015—2022", "T/ABC2020 015—2022");
  CHECK(seen.doubt.empty());
  CHECK(seen.value == "T/ABC2020 015—2022");
  CHECK(number_on("T/ABC2020 015—2022", "T/ABC2020015—2022").value == "T/ABC2020 015—2022");
  CHECK(number_on("T/ABC2020 015—2022", "T/ABC2020015—2022").doubt.empty());
  CHECK(number_on("T/ABC2020 015—2022", "T/ABC202 0015—2022").doubt == "ocr-differs");
  // Few digits after letters are a sequence, as the platform's own search key prints it.
  CHECK(number_on("T/BAIIA015—2022", "T/BAIIA015—2022").doubt.empty());
  CHECK(number_on("T/BAIIA015—2022", "", 2022).doubt == "ocr");
}

TEST_CASE("dates are firm by a second reading alone") {
  CHECK(date_on("2022-11-18发布", "2022-11-18 发布").doubt.empty());
  CHECK(date_on("2022-11-18发布", "2022年11月18日").doubt.empty());
  CHECK(date_on("2022年11月18日", "2022第11月18昌").doubt.empty());
  CHECK(date_on("2022-11-18发布", "").doubt == "ocr");
  const TypedValue differs = date_on("2022-11-18发布", "2022-11-13发布");
  CHECK(differs.doubt == "ocr-differs");
  CHECK(detail(differs, "second") == "2022-11-13");
  CHECK(date_on("2022-11-18发布", "20?2-11 发布").doubt == "ocr");
}

TEST_CASE("a second reading that covers half of a value confirms nothing") {
  Page page = recognised(flow_page({"T/CAS 290—2017"}));
  add_second(page, "T/CAS", "T/CAS");
  CHECK_FALSE(second_reading(page, 0, page.text.size() - 1));
}

TEST_CASE("a status of the list is its own proof, a misread one is shown as repaired") {
  CHECK(status_on("现行").doubt.empty());
  CHECK(status_on("现行", 60).doubt == "ocr");
  const TypedValue repaired = status_on("应止");
  CHECK(repaired.value == "废止");
  CHECK(repaired.doubt == "repaired");
  CHECK(detail(repaired, "raw") == "应止");
  CHECK(status_on("查看").doubt == "ocr");
}

TEST_CASE("words of the file itself need no confirmation") {
  Page page = flow_page({"T/CAS 290—2017"});
  const auto found = find_numbers(page.text);
  CHECK(with_firmness(page, 0, 18, typed_number(found[0])).doubt.empty());
}

TEST_CASE("look-alikes in a field of a number are exchanged and said to be") {
  Page page = recognised(flow_page({"标准编号：丁/CAS 29O—2O17"}));
  const Dossier dossier = dossier_of({page});
  const auto facts = find_label(dossier, dossier.parts[0],
                                call("label", {{"labels", "标准编号"}, {"type", "number"}}));
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].value == "T/CAS 290—2017");
  CHECK(facts[0].doubt == "repaired");
  REQUIRE(facts[0].detail("raw") != nullptr);
  CHECK(*facts[0].detail("raw") == "丁/CAS 29O—2O17");
}

TEST_CASE("a recognised cover gives number and dates with what confirms them") {
  Page page = recognised(flow_page({"ICS 03.080.01", "CCS A 00 T/CAS", "团 体 标 准",
                                    "T/CAS 290—2017", "代替 T/CAS 290—2010", "智能家电",
                                    "2017-09-01发布 2O17-1O-01实施", "中国标准化协会 发布"}));
  add_second(page, "2017-09-01发布 2O17-1O-01实施", "2017-09-01 发布 2017-10-01 实施");
  const Dossier dossier = dossier_of({page}, "standard-text");
  const auto field = [&](const std::string& name) {
    return find_cover(dossier, dossier.parts[0], call("cover", {{"field", name}}));
  };
  REQUIRE(field("number").size() == 1);
  CHECK(field("number")[0].doubt.empty());  // 2017 twice, and the line is sure
  REQUIRE(field("published").size() == 1);
  CHECK(field("published")[0].doubt.empty());
  REQUIRE(field("ccs").size() == 1);
  CHECK(field("ccs")[0].value == "A00");
  REQUIRE(field("title").size() == 1);
  CHECK(field("title")[0].doubt == "ocr");
}
