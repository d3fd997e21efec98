// Claims about text objects of OFD: words and places from origins and offsets alone.
#include "extractors/readers/ofd/ofd_text.h"

#include <catch2/catch.hpp>

namespace biaoshen {
namespace {

OfdTextCode code_of(std::string text, const std::string& delta_x, const std::string& delta_y = "") {
  OfdTextCode code;
  code.x = 0, code.y = 10;
  code.delta_x = ofd_offsets(delta_x), code.delta_y = ofd_offsets(delta_y);
  code.text = std::move(text);
  return code;
}

OfdWords words_of(OfdTextCode code, const OfdMatrix& to_page = {}) {
  OfdText text;
  text.size = 10;
  text.codes = {std::move(code)};
  return ofd_words(text, to_page);
}

std::vector<std::string> texts(const OfdWords& words) {
  std::vector<std::string> all;
  for (const PrintedWord& word : words.words) all.push_back(word.text);
  return all;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("letters stand where the offsets put them, the last offset repeats") {
  const OfdWords words = words_of(code_of("团体标准", "10"));
  REQUIRE(texts(words) == Texts{"团体标准"});
  CHECK(words.words[0].box.left == 0);
  CHECK(words.words[0].box.right == Approx(40));
  CHECK(words.words[0].box.bottom == Approx(11.4));
  CHECK(words.words[0].size == Approx(10));
  CHECK(words.characters == 4);
}

TEST_CASE("blanks and wide gaps part words, blanks are no characters") {
  CHECK(texts(words_of(code_of("标准 编号", "10"))) == Texts{"标准", "编号"});
  CHECK(texts(words_of(code_of("标准编号", "10 40 10"))) == Texts{"标准", "编号"});
  CHECK(texts(words_of(code_of("标准编号", "12"))) == Texts{"标准编号"});  // spaced out
  CHECK(words_of(code_of("标 准　", "10")).characters == 2);
}

TEST_CASE("blanks that a converter left out of Latin text are seen from the offsets") {
  // "on time" with the widths of a proportional font and no blank.
  CHECK(texts(words_of(code_of("ontimes", "5 7.5 2.8 2.8 7.8 4.4"))) == Texts{"on", "times"});
  CHECK(texts(words_of(code_of("ontimes", "5"))) == Texts{"ontimes"});  // a fixed pitch
}

TEST_CASE("letters drawn as one glyph share its offset") {
  OfdText text;
  text.size = 10;
  text.codes = {code_of("ab准则丙", "6 10 12")};
  text.glyphs = {{0, 2, 1}};
  const OfdWords words = ofd_words(text, {});
  REQUIRE(texts(words) == Texts{"ab准则丙"});
  CHECK(words.words[0].box.right == Approx(6 + 10 + 12 + 10));
}

TEST_CASE("lines of one text object are words one below the other") {
  const OfdWords words = words_of(code_of("甲乙丙丁", "10 -10 10", "0 12 0"));
  REQUIRE(texts(words) == Texts{"甲乙", "丙丁"});
  CHECK(words.words[1].box.left == 0);
  CHECK(words.words[1].box.top > words.words[0].box.top + 10);
}

TEST_CASE("a column of letters is one word that reads downwards") {
  const OfdWords words = words_of(code_of("竖排", "0", "10"));
  REQUIRE(texts(words) == Texts{"竖排"});
  CHECK(words.words[0].rotation == 1);
}

TEST_CASE("turned text knows its direction, text that stands askew is told apart") {
  CHECK(words_of(code_of("甲乙", "10"), {0, 1, -1, 0, 0, 0}).words[0].rotation == 1);
  CHECK(words_of(code_of("甲乙", "10"), {-1, 0, 0, -1, 0, 0}).words[0].rotation == 2);
  CHECK(words_of(code_of("甲乙", "10"), {0, -1, 1, 0, 0, 0}).words[0].rotation == 3);
  const OfdWords askew = words_of(code_of("水印", "10"), {0.7, 0.7, -0.7, 0.7, 0, 0});
  CHECK(askew.is_diagonal);
  CHECK(askew.words.empty());
  CHECK(askew.characters == 2);
}

TEST_CASE("glyphs without a character are counted") {
  CHECK(words_of(code_of("甲¤¤", "10")).nameless == 2);
}

}  // namespace biaoshen
