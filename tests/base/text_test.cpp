#include <catch2/catch.hpp>

#include "pipeline/base/text.h"

using namespace biaoshen;

TEST_CASE("folding makes full-width forms, dashes and slashes plain") {
  CHECK(folded("Ｔ／ＣＡＳ　２９０－２０１７") == "T/CAS 290-2017");
  CHECK(folded("T∕CAS 290—2017") == "T/CAS 290-2017");
  CHECK(folded("GB⁄T 1–2020 −3 ﹣4") == "GB/T 1-2020 -3 -4");
}

TEST_CASE("folding repairs Founder letters exactly and marks them") {
  const Folded text = fold("犌犅／犜 1.1—2020");
  CHECK(text.text == "GB/T 1.1-2020");
  CHECK(text.is_repaired(0, 2));
  CHECK_FALSE(text.is_repaired(5, 13));
  CHECK(folded("犪狕") == "az");
  CHECK(folded("犃犣") == "AZ");
}

TEST_CASE("ordinary ideographs near the Founder letters stay") {
  CHECK(folded("狗犬犯") == "狗犬犯");
}

TEST_CASE("a folded range leads back to the print it came from") {
  const std::string print = "编号：Ｔ／ＣＡＳ　２９０";
  const Folded text = fold(print);
  const std::size_t at = text.text.find("T/CAS");
  REQUIRE(at != std::string::npos);
  const auto [begin, end] = text.print_range(at, at + 5);
  CHECK(print.substr(begin, end - begin) == "Ｔ／ＣＡＳ");
}

TEST_CASE("a character that folds into several leads back whole") {
  const std::string print = "㎏x";
  const Folded text = fold(print);
  CHECK(text.text == "kgx");
  const auto [begin, end] = text.print_range(0, 1);
  CHECK(print.substr(begin, end - begin) == "㎏");
}

TEST_CASE("invisible characters and markup go, line ends stay") {
  CHECK(folded("GB<sup>/</sup>T 3\xE2\x80\x8B"
               "2952") == "GB/T 32952");
  CHECK(folded("a\nb\tc\xC2\xA0"
               "d") == "a\nb c d");
}

TEST_CASE("folding keeps what only looks alike") {
  CHECK(folded("18030 一 2005") == "18030 一 2005");
  CHECK(folded("O0l1") == "O0l1");
}

TEST_CASE("broken UTF-8 is replaced, never passed on") {
  CHECK(is_valid_utf8(folded("a\xFF\xC3(b")));
  CHECK(is_valid_utf8(clean_utf8("\xE4\xBD\x01\xF0")));
  CHECK(clean_utf8("a\x01z") == "a\xEF\xBF\xBDz");
}

TEST_CASE("squeezing drops blanks beside ideographs and keeps them between words") {
  CHECK(squeeze(" 团 体 标 准 ") == "团体标准");
  CHECK(squeeze("SM2  椭圆 曲线") == "SM2椭圆曲线");
  CHECK(squeeze("smart  home device") == "smart home device");
  CHECK(squeeze("（第1部分）：通则") == "(第1部分):通则");
}

TEST_CASE("trimming knows the ideographic blank") {
  CHECK(trim("　 值\xC2\xA0\n") == "值");
  CHECK(trim("　").empty());
}

TEST_CASE("one exchanged ideograph is a distance of one") {
  CHECK(edit_distance("人型机器人", "人形机器人") == 1);
  CHECK(edit_distance("标准", "标准化") == 1);
  CHECK(edit_distance("", "abc") == 3);
}

TEST_CASE("splitting keeps empty parts") {
  CHECK(split("a||b", '|') == std::vector<std::string_view>{"a", "", "b"});
  CHECK(split("", '|').size() == 1);
}
