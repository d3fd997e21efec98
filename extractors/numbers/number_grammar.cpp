#include "extractors/numbers/number_grammar.h"

#include <optional>
#include <string>

#include "extractors/numbers/foreign_number.h"
#include "extractors/numbers/heads.h"
#include "extractors/numbers/number_roles.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

struct FoldedText {
  Folded folded;
  std::string capitals;  // the folded text with Latin letters in capitals; same bytes
};

FoldedText prepare(std::string_view print) {
  FoldedText text{fold(print), {}};
  text.capitals = capitals_of(text.folded.text);
  return text;
}

// A number begins with a letter that continues nothing: not 16GB, not SAC/TC, not http://x/GB.
bool can_begin(std::string_view text, std::size_t at, NumberContext context) {
  if (!is_capital(text[at])) return false;
  if (at == 0) return true;
  const char before = text[at - 1];
  if (is_capital(before) || is_digit(before)) return false;
  if (before == '_') return context == NumberContext::file_name;
  if (before != '/') return true;
  return at >= 2 && !is_capital(text[at - 2]) && text[at - 2] != '/' && text[at - 2] != ' ';
}

using Reader = bool (*)(Cursor&, Reading&, NumberContext);

bool read_foreign(Cursor& cursor, Reading& reading, NumberContext) {
  return read_foreign_number(cursor, reading);
}

std::optional<Reading> read_at(std::string_view text, std::size_t at, NumberContext context) {
  constexpr Reader kLocalFirst[] = {read_local_number, read_coded_number};
  constexpr Reader kGroup[] = {read_coded_number, read_group_number};
  constexpr Reader kEnterprise[] = {read_coded_number, read_enterprise_number};
  constexpr Reader kOthers[] = {read_coded_number, read_foreign};
  const char first = text[at];
  const auto& readers = first == 'D'   ? kLocalFirst
                        : first == 'T' ? kGroup
                        : first == 'Q' ? kEnterprise
                                       : kOthers;
  for (Reader read : readers) {
    Cursor cursor{text, at};
    Reading reading;
    reading.begin = at;
    if (read(cursor, reading, context)) return reading;
  }
  if (first != 'D') return std::nullopt;
  Cursor cursor{text, at};
  Reading reading;
  reading.begin = at;
  return read_foreign_number(cursor, reading) ? std::optional(reading) : std::nullopt;
}

// Small letters in the head: fine for gb/t and t/cas (with a doubt), not for words like "db" or
// "iso".
bool accept_letters(const FoldedText& text, Reading& reading, NumberContext context) {
  const std::string_view head =
      std::string_view(text.folded.text).substr(reading.begin, reading.head_end - reading.begin);
  bool small = false;
  for (char c : head) small = small || (c >= 'a' && c <= 'z');
  const StandardNumber& number = reading.number;
  if (!small || number.prefix == "GBn" || number.prefix == "ZBn") return true;
  if (number.kind == NumberKind::international) {
    // Guide and Std are words; the body itself is in capitals.
    if (is_capital(head.front()) && is_capital(head[1])) return true;
    if (context != NumberContext::file_name || number.year.empty()) return false;
  }
  const bool slash = head.find('/') != std::string_view::npos;
  const bool national = number.prefix == "GB" && !number.nature.empty();
  if (number.year.empty() ? !(slash && national) : !(slash || context == NumberContext::file_name))
    return false;
  if (number.kind == NumberKind::group && number.code.size() < 3) return false;
  if (number.doubt == "unknown-code") return false;
  mark_uncertain(reading, "lower-case");
  return true;
}

void mark_founder(const FoldedText& text, Reading& reading) {
  if (text.folded.is_repaired(reading.begin, reading.end)) mark_repaired(reading, "founder");
}

bool is_bare(const StandardNumber& number) {
  return number.nature.empty() && number.code.empty();
}

enum class Weak { refused, accepted };

std::vector<Reading> read_all(const FoldedText& text, NumberContext context, Weak weak) {
  std::vector<Reading> readings;
  const std::string_view capitals = text.capitals;
  std::size_t last_end = std::string_view::npos;
  for (std::size_t at = 0; at < capitals.size(); ++at) {
    if (!can_begin(capitals, at, context)) continue;
    std::optional<Reading> reading = read_at(capitals, at, context);
    if (!reading || !accept_letters(text, *reading, context)) continue;
    if (is_bare(reading->number) && reading->number.year.empty() && follows_amount(capitals, at))
      reading->weak = true;
    if (reading->weak && weak == Weak::refused &&
        !is_named_as_standard(capitals, at, last_end, context))
      continue;
    mark_founder(text, *reading);
    last_end = reading->end;
    at = reading->end - 1;
    readings.push_back(std::move(*reading));
  }
  return readings;
}

// What all of `text` is.
std::optional<Reading> read_whole(const FoldedText& text) {
  std::vector<Reading> readings = read_all(text, NumberContext::text, Weak::accepted);
  if (readings.size() != 1 || readings[0].begin != 0 || readings[0].end != text.capitals.size())
    return std::nullopt;
  return std::move(readings[0]);
}

// A number is sure only where everybody who reads what we print of it reads the same number:
// "ISO 5.2021" prints as ISO 5-2021, which is ISO 5 of 2021.
void check_display(Reading& reading) {
  if (!reading.number.doubt.empty()) return;
  const std::optional<Reading> again = read_whole(prepare(reading.number.display));
  if (!again || again->number.key != reading.number.key) mark_uncertain(reading, "ambiguous");
}

}  // namespace

std::vector<FoundNumber> find_numbers(std::string_view print, NumberContext context) {
  const FoldedText text = prepare(print);
  std::vector<Reading> readings = read_all(text, context, Weak::refused);
  set_replaced(text.capitals, readings);
  std::vector<FoundNumber> found;
  found.reserve(readings.size());
  for (Reading& reading : readings) {
    check_display(reading);
    const auto [begin, end] = text.folded.print_range(reading.begin, reading.end);
    found.push_back({std::move(reading.number), begin, end});
  }
  return found;
}

std::optional<StandardNumber> parse_number(std::string_view print) {
  std::optional<Reading> reading = read_whole(prepare(trim(print)));
  if (!reading) return std::nullopt;
  check_display(*reading);
  return std::move(reading->number);
}

}  // namespace biaoshen
