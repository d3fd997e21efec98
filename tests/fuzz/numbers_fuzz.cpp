// Text with standard numbers, after a byte that says where it stands. Numbers are found in order
// and whole characters apart, doubts are named, and one without doubt means the same where its
// display is read again.
#include "extractors/numbers/number_grammar.h"
#include "pipeline/base/text.h"
#include "tests/fuzz/fuzz_target.h"

namespace biaoshen {

using fuzz::require;

namespace {

void check_range(std::string_view print, std::size_t begin, std::size_t end, std::size_t last) {
  require(last <= begin && begin < end && end <= print.size(), "ranges lie in the print, in order");
  require(is_valid_utf8(print.substr(begin, end - begin)), "ranges do not cut characters");
}

void check_number(const StandardNumber& number) {
  require(number.doubt.empty() == (!number.repaired && !number.uncertain), "a doubt is named");
  require(is_valid_utf8(number.display) && is_valid_utf8(number.key), "a number is UTF-8");
  if (!number.doubt.empty()) return;
  const auto again = parse_number(number.display);
  require(again.has_value(), "the display of a sure number is a number");
  require(again->key == number.key, "the display of a sure number is that number");
}

}  // namespace

FUZZ_TARGET(numbers) {
  if (bytes.empty()) return;
  const auto context = static_cast<NumberContext>(static_cast<unsigned char>(bytes[0]) % 3);
  const std::string print = clean_utf8(bytes.substr(1));
  std::size_t last = 0;
  for (const FoundNumber& found : find_numbers(print, context)) {
    check_range(print, found.begin, found.end, last);
    last = found.end;
    check_number(found.number);
  }
  last = 0;
  for (const auto& [begin, end] : find_number_placeholders(print)) {
    check_range(print, begin, end, last);
    last = end;
  }
  parse_number(print);
}

}  // namespace biaoshen
