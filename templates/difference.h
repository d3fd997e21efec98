// Where a reading differs from the one it is compared with, character by character, so that a
// person sees 人形 against 人型 at once.
//
//   base 人形机器人  reading 人型机器人   -> 人 [型] 机器人
//   base 2022—11     reading 202—11       -> 20 [missing] 2—11
//
// It refuses to spend much: of very long different middles all is marked.
//
// Tested by tests/templates/difference_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace biaoshen {

struct Piece {
  enum class Kind : unsigned char { same, differs, missing } kind = Kind::same;
  std::string text;  // empty where kind is missing: the base has something there
  bool operator==(const Piece&) const = default;
};

// The texts of the pieces joined are `reading`.
std::vector<Piece> difference(std::string_view base, std::string_view reading);

}  // namespace biaoshen
