#include "extractors/finders/line_fields.h"

#include <catch2/catch.hpp>

using namespace biaoshen;

namespace {

std::vector<LineField> fields_of(std::string_view line, Separator separator = Separator::any) {
  const std::vector<std::string_view> labels = {"标准编号", "实施日期"};
  return fields_in_line(glyphs_of(line), LabelBook(labels), separator);
}

}  // namespace

TEST_CASE("a value ends where the next label begins, with or without a blank") {
  CHECK(fields_of("标准编号：T/CAS 1 实施日期：2020-01-01").size() == 2);
  CHECK(fields_of("实施日期：2020年1月1日标准编号：T/CAS 1").size() == 2);
}

TEST_CASE("a label inside a word is none") {
  const auto fields = fields_of("本标准编号：T/CAS 1");
  REQUIRE(fields.size() == 1);
  CHECK(fields[0].wanted == std::vector<std::size_t>{kOtherLabel});
}

TEST_CASE("without a colon a label needs the start of a line or a column") {
  CHECK(fields_of("实施日期 2018年07月01日").size() == 1);
  CHECK(fields_of("根据 实施日期 2018年07月01日").empty());
  CHECK(fields_of("实施日期2018年07月01日").size() == 1);
  CHECK(fields_of("实施日期应当注明").empty());
}

TEST_CASE("inside cells only a colon makes a label") {
  CHECK(fields_of("实施日期 2018年07月01日", Separator::colon).empty());
  CHECK(fields_of("实施日期：2018年07月01日", Separator::colon).size() == 1);
}

TEST_CASE("an unknown label at the start of a column ends the value before it") {
  const auto fields = fields_of("标准编号：T/CAS 1  秘密编码：77");
  REQUIRE(fields.size() == 2);
  CHECK(fields[1].wanted == std::vector<std::size_t>{kOtherLabel});
}
