#include "extractors/finders/label_book.h"

#include <catch2/catch.hpp>

using namespace biaoshen;

namespace {

std::optional<LabelMatch> match(std::string_view text, std::vector<std::string_view> wanted) {
  return LabelBook(wanted).match(glyphs_of(text), 0);
}

}  // namespace

TEST_CASE("the longest label wins") {
  CHECK(match("标准编号及名称", {"标准", "标准编号"})->end == 4);
  CHECK(match("标准状态", {"标准"})->wanted == std::vector<std::size_t>{kOtherLabel});
}

TEST_CASE("two labels joined by a slash or 及 are one compound") {
  const auto compound = match("标准编号及标准名称", {"标准名称"});
  REQUIRE(compound);
  CHECK(compound->wanted == std::vector<std::size_t>{kOtherLabel, 0});
  CHECK(compound->end == 9);
}

TEST_CASE("hints and marks behind a label belong to it") {
  CHECK(match("申报单位（盖章）*：", {"申报单位"})->end == 9);
  CHECK(match("申报单位（盖章）（必填）甲", {"申报单位"})->end == 12);
}

TEST_CASE("an open bracket is no hint") {
  CHECK(match("申报单位（盖章", {"申报单位"})->end == 4);
}

TEST_CASE("numbering is skipped, numbers that are words are not") {
  const auto skipped = [](std::string_view text) { return skip_numbering(glyphs_of(text), 0); };
  CHECK(skipped("1.标准") == 2);
  CHECK(skipped("1.2 标准") == 3);
  CHECK(skipped("（一）标准") == 3);
  CHECK(skipped("十二、标准") == 3);
  CHECK(skipped("★标准") == 1);
  CHECK(skipped("一般情况") == 0);
  CHECK(skipped("（盖章）") == 0);
}
