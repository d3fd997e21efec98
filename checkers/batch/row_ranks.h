// The ranks of the rows of one list: 1, 2, … n, each once, over the whole list or within each
// kind of project.
//
// Tested by tests/batch/listed_test.cpp.
#pragma once

#include <vector>

#include "checkers/batch/entry_facts.h"

namespace biaoshen {

struct RankMistake {
  std::size_t entry;  // where the list stands
  std::vector<const Fact*> rows;
  Wording what;  // 序号重复：2；缺：4
};

// One for each list with such a mistake; a list that ranks no row has none.
std::vector<RankMistake> rank_mistakes(const BatchInput& input, const Check& check);

}  // namespace biaoshen
