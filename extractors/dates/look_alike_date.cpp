#include "extractors/dates/look_alike_date.h"

#include <algorithm>
#include <string>

#include "extractors/dates/date_grammar.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kLongest = 40;  // bytes

char digit_for_letter(char c) {
  constexpr std::string_view kLetters = "OoDQlI|iZzSsBb", kDigits = "00001111225588";
  const std::size_t at = kLetters.find(c);
  return at == std::string_view::npos ? c : kDigits[at];
}

}  // namespace

std::optional<Date> repair_date(std::string_view print) {
  if (print.size() > kLongest || parse_chinese_date(print)) return std::nullopt;
  std::string mended = folded(trim(print));
  std::transform(mended.begin(), mended.end(), mended.begin(), digit_for_letter);
  return parse_chinese_date(mended);
}

}  // namespace biaoshen
