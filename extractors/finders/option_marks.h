// Which of some options a print marks: ☑试点 □示范, 试点（√） 示范（ ）, [x] 试点 [ ] 示范.
//
// Marks stand before their options or behind them, all in the same way. Where they do not,
// the option that is nearer has the mark.
//
// It refuses to choose where two are marked, or as near.
//
// Tested by tests/finders/option_finder_test.cpp.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "extractors/finders/glyphs.h"

namespace biaoshen {

struct ChosenOption {
  std::size_t option = 0;          // index
  std::size_t begin = 0, end = 0;  // glyphs, with the mark
};
struct Choice {
  std::vector<ChosenOption> chosen;
  bool is_sure = true;       // false: it cannot be told which, or there are several
  bool has_options = false;  // whether one of the options is printed at all
};

Choice choice_in(const Glyphs& glyphs, std::span<const std::u32string> options);

}  // namespace biaoshen
