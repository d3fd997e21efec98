// Whole and decimal numbers in running text, in digits and in Chinese numerals: 3, 2.5,
// 1,200, 三, 两, 十二, 一百二十.
//
// It refuses ordinals (第三), numerals without places (二〇二三, 三四) and halves of longer
// numbers. Tested by tests/finders/amount_test.cpp.
#pragma once

#include <cstddef>
#include <optional>

#include "extractors/finders/glyphs.h"

namespace biaoshen {

struct Amount {
  std::size_t begin = 0, end = 0;  // glyphs
  double value = 0;
};

// The number that ends right before glyph `end`, at or behind glyph `begin`.
std::optional<Amount> amount_before(const Glyphs& glyphs, std::size_t begin, std::size_t end);

}  // namespace biaoshen
