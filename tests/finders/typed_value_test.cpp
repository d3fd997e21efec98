#include "extractors/finders/typed_value.h"

#include <catch2/catch.hpp>

using namespace biaoshen;

TEST_CASE("a decimal is the first number that is not the maximum") {
  CHECK(first_decimal("88")->value == 88);
  CHECK(first_decimal("88.5分")->value == 88.5);
  CHECK(first_decimal("９１")->value == 91);
  CHECK(first_decimal("满分100分，自评91分")->value == 91);
  CHECK(first_decimal("91（满分100分）")->value == 91);
  CHECK(!first_decimal("无"));
  CHECK(first_decimal("15  3")->value == 15);
}

TEST_CASE("decimals are written as short as they are") {
  CHECK(shortest(88) == "88");
  CHECK(shortest(88.5) == "88.5");
  CHECK(shortest(1.1) == "1.1");
}

TEST_CASE("a credit code is eighteen letters and digits, however printed") {
  const auto code = read_value("统一代码 9111 0108 MA01 ＡＢＣＤ 12", ValueType::uscc);
  REQUIRE(code.size() == 1);
  CHECK(code[0].value == "91110108MA01ABCD12");
  CHECK(code[0].doubt.empty());
}

TEST_CASE("a credit code of another length is kept and doubted") {
  const auto code = read_value("5144010051735501", ValueType::uscc);
  CHECK(code[0].value == "5144010051735501");
  CHECK(code[0].doubt == "unparsed");
}

TEST_CASE("a number is read out of its field, two numbers are two readings") {
  CHECK(read_value("T/CAS 290-2017《智能家电》", ValueType::number)[0].value == "T/CAS 290—2017");
  CHECK(read_value("T/CIE 088—2020 T/CESA 1119—2020", ValueType::number).size() == 2);
}

TEST_CASE("what cannot be read keeps its print") {
  const auto value = read_value("见附件 2", ValueType::number);
  CHECK(value[0].value == "见附件2");
  CHECK(value[0].doubt == "unparsed");
}

TEST_CASE("placeholders and empty fields say so, whatever the type") {
  CHECK(read_value("T/XXX XXX—XXXX", ValueType::number)[0].doubt == "placeholder");
  CHECK(read_value("   年  月  日", ValueType::date)[0].doubt == "placeholder");
  CHECK(read_value("", ValueType::date)[0].value.empty());
  CHECK(read_value("", ValueType::date)[0].doubt.empty());
}

TEST_CASE("of two dates in a field a label takes its own") {
  const char* both = "2022-11-18发布，2022-12-01实施";
  CHECK(read_value(both, ValueType::date, {DateRole::published})[0].value == "2022-11-18");
  CHECK(read_value(both, ValueType::date, {DateRole::implemented})[0].value == "2022-12-01");
  CHECK(read_value(both, ValueType::date, {DateRole::implemented}).size() == 1);
}

TEST_CASE("without role words a compound label takes the date in its place") {
  const char* both = "2022-11-18 / 2022-12-01";
  CHECK(read_value(both, ValueType::date, {DateRole::published, 0, 2})[0].value == "2022-11-18");
  CHECK(read_value(both, ValueType::date, {DateRole::implemented, 1, 2})[0].value == "2022-12-01");
  CHECK(read_value("2022-11-18", ValueType::date, {DateRole::implemented, 1, 2})[0].doubt ==
        "unparsed");
}

TEST_CASE("a date of the other role is not the label's date") {
  CHECK(read_value("2022-11-18发布", ValueType::date, {DateRole::implemented})[0].doubt ==
        "unparsed");
}

TEST_CASE("labels name the role of their date") {
  CHECK(role_of_label("发布日期") == DateRole::published);
  CHECK(role_of_label("实施时间") == DateRole::implemented);
  CHECK(role_of_label("公布日期") == DateRole::disclosed);
  CHECK(role_of_label("填报") == DateRole::other);
}
