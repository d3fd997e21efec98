// Greedy reading of a recogniser's output: at each step the likeliest character, repeats and
// blanks dropped. Tested by tests/ocr/ctc_test.cpp.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace biaoshen {

struct CtcSymbol {
  std::size_t character = 0;  // index of the alphabet; 0 is the blank and never given
  float first = 0, last = 0;  // steps it was seen in
  float likelihood = 0;       // the highest of them
};

// `likelihoods`: steps rows of `alphabet` columns.
std::vector<CtcSymbol> decode_ctc(std::span<const float> likelihoods, std::size_t alphabet);

}  // namespace biaoshen
