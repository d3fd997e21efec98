#include "extractors/ocr/ctc.h"

#include <algorithm>

namespace biaoshen {

std::vector<CtcSymbol> decode_ctc(std::span<const float> likelihoods, std::size_t alphabet) {
  std::vector<CtcSymbol> symbols;
  if (alphabet == 0) return symbols;
  std::size_t previous = 0;
  for (std::size_t step = 0; (step + 1) * alphabet <= likelihoods.size(); ++step) {
    const auto row = likelihoods.subspan(step * alphabet, alphabet);
    const auto best = std::max_element(row.begin(), row.end());
    const auto character = static_cast<std::size_t>(best - row.begin());
    const auto at = static_cast<float>(step);
    if (character != 0 && character == previous) {
      symbols.back().last = at;
      symbols.back().likelihood = std::max(symbols.back().likelihood, *best);
    } else if (character != 0) {
      symbols.push_back({character, at, at, *best});
    }
    previous = character;
  }
  return symbols;
}

}  // namespace biaoshen
