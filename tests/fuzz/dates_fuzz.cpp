// Text with dates. Ranges lie in the text and cut no character, a value is a day of the calendar,
// and what has none says why.
#include "extractors/dates/date_grammar.h"
#include "pipeline/base/text.h"
#include "tests/fuzz/fuzz_target.h"

namespace biaoshen {

using fuzz::require;

FUZZ_TARGET(dates) {
  const std::string print = clean_utf8(bytes);
  std::size_t last = 0;
  for (const FoundDate& found : find_dates(print)) {
    require(last <= found.begin && found.begin < found.end && found.end <= print.size(),
            "ranges lie in the print, in order");
    require(is_valid_utf8(print.substr(found.begin, found.end - found.begin)),
            "ranges do not cut characters");
    last = found.begin;  // a date of two roles comes twice
    require(!found.value || is_valid(*found.value), "a value is a day of the calendar");
    require(found.value || !found.doubt.empty(), "what has no value says why");
    if (found.value)
      require(parse_date(to_string(*found.value)) == found.value, "a day is read as it is written");
  }
  const auto whole = parse_chinese_date(print);
  require(!whole || is_valid(*whole), "a whole date is a day of the calendar");
  const auto resolved = resolve_relative(print, {2023, 12, 31});
  require(!resolved || is_valid(*resolved), "a wording resolves to a day of the calendar");
  is_relative_value(print);
}

}  // namespace biaoshen
