// The places of a form where parties give their opinion and seal it, in tables and lines:
//
//   承担单位意见 | 同意申报。（盖章） 2023年7月1日      label cell, body cell
//   保证单位意见：⏎ 同意。⏎ （盖章）⏎ 年 月 日          all in one cell, or in lines
//   承担单位（盖章）        管理单位（盖章）              side by side, each with what is below it
//
// It refuses a label without a place to seal and without 意见: 承担单位 | 某公司 only names
// a party.
//
// Tested by tests/finders/opinion_finder_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/finders/free_lines.h"
#include "pipeline/model/document.h"

namespace biaoshen {

struct PartyLabel {
  std::u32string characters;
  std::size_t party = 0;
};

struct OpinionBlock {
  std::size_t party = 0;
  TextRange label;               // bytes of Page::text, with 意见 and （盖章）
  std::vector<TextRange> body;   // what stands in the block, in order; may be empty
  bool is_spelt_exactly = true;  // false: recognised with a character wrong
};

// In the order of the page's text.
std::vector<OpinionBlock> opinion_blocks(const Page& page, const std::vector<PartyLabel>& labels);

}  // namespace biaoshen
