// Which characters of a reading are marked.
#include "templates/difference.h"

#include <catch2/catch.hpp>

using namespace biaoshen;

namespace {

// same text plain, differing in [], missing as ^
std::string drawn(std::string_view base, std::string_view reading) {
  std::string out;
  for (const Piece& piece : difference(base, reading)) {
    switch (piece.kind) {
      case Piece::Kind::same:
        out += piece.text;
        break;
      case Piece::Kind::differs:
        out += "[" + piece.text + "]";
        break;
      case Piece::Kind::missing:
        out += "^";
        break;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("an exchanged character is marked alone") {
  CHECK(drawn("人形机器人安全要求", "人型机器人安全要求") == "人[型]机器人安全要求");
  CHECK(drawn("T/BAIIA 015—2022", "T/BAIIA 015—2021") == "T/BAIIA 015—202[1]");
}

TEST_CASE("exchanged neighbours are marked both") {
  CHECK(drawn("T/BJQYWL 012—2023", "T/BJQYWL 021—2023") == "T/BJQYWL 0[21]—2023");
}

TEST_CASE("a missing character leaves a mark where it should be") {
  CHECK(drawn("安全技术要求", "安全要求") == "安全^要求");
  CHECK(drawn("T/BAIIA 015—2022", "T/BAIIA 15—2022") == "T/BAIIA ^15—2022");
}

TEST_CASE("an added character is marked and nothing is said to be missing") {
  CHECK(drawn("安全要求", "安全技术要求") == "安全[技术]要求");
}

TEST_CASE("several differences are marked each for itself") {
  CHECK(drawn("2022-11-18", "2022-12-19") == "2022-1[2]-1[9]");
}

TEST_CASE("texts with little in common are marked as a whole") {
  CHECK(drawn("人型机器人安全要求", "城市绿道管理规范") == "[城市绿道管理规范]");
  CHECK(drawn("91", "88") == "[88]");
}

TEST_CASE("equal texts have no mark, an empty reading misses all") {
  CHECK(drawn("安全", "安全") == "安全");
  CHECK(drawn("", "") == "");
  CHECK(drawn("安全", "") == "[]");
}

TEST_CASE("the pieces joined are the reading, also of long and broken texts") {
  std::string base(3100, 'a'), reading(3000, 'a');
  for (std::size_t i = 500; i < 2500; i += 2) reading[i] = 'b';
  std::string joined;
  for (const Piece& piece : difference(base, reading)) joined += piece.text;
  CHECK(joined == reading);
  CHECK(difference("\xE4\xBA", "\xFF").size() == 1);
}
