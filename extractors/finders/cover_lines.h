// The lines of a cover, each with what the grammars find in it: the shared ground of
// recognising a cover and of reading it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/dates/date_grammar.h"
#include "extractors/numbers/number_grammar.h"
#include "pipeline/model/document.h"

namespace biaoshen {

struct CoverLine {
  std::size_t begin = 0, end = 0;  // bytes of the page's text
  std::string_view print;
  std::string bare;
  float size = 0;
  std::vector<FoundNumber> numbers;  // offsets into print
  std::vector<FoundDate> dates;
  bool is_number_alone = false;  // nothing but standard numbers (and ICS or CCS)
  bool has_number_placeholder = false;
  bool has_date_placeholder = false;

  bool says_replaced() const;
  bool has_role(DateRole role) const;
};

std::vector<CoverLine> cover_lines(const Page& page);

// 团体标准, 中华人民共和国国家标准, 山东省地方标准, …
bool is_level_word(std::string_view bare);
bool is_ics_or_ccs(std::string_view bare);

}  // namespace biaoshen
