#include "extractors/numbers/look_alikes.h"

#include <algorithm>
#include <string>

#include "extractors/numbers/cursor.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kLongest = 80;  // bytes of a print that may be a number

// What T/ is read as, longest first; GB/T and its like need no such list, their codes are known.
constexpr std::string_view kHeads[] = {"丁/", "丁I", "丁", "T/", "TI/", "TL/", "7/",
                                       "1/",  "I/",  "TI", "TL", "T1",  "T|"};

bool is_dash(std::string_view text, std::size_t at) {
  return text[at] == '-' || text.substr(at).starts_with("一");
}

// The last dash that a year can follow.
std::size_t last_dash(std::string_view text) {
  for (std::size_t at = text.size(); at-- > 0;)
    if (is_dash(text, at)) return at;
  return std::string_view::npos;
}

char digit_for(char letter) {
  constexpr std::string_view kLetters = "ODQLI|ZSB", kDigits = "000111258";
  const std::size_t at = kLetters.find(letter);
  return at == std::string_view::npos ? letter : kDigits[at];
}

std::string with_digits(std::string_view part) {
  std::string out(part);
  std::transform(out.begin(), out.end(), out.begin(), digit_for);
  return out;
}

// Where the sequence begins: behind the blank, else at the first digit after the code.
std::size_t sequence_begin(std::string_view body) {
  if (const std::size_t blank = body.rfind(' '); blank != std::string_view::npos) return blank + 1;
  const std::size_t digit = body.find_first_of("0123456789");
  return digit == std::string_view::npos ? body.size() : digit;
}

// CAS 29O-2O17 -> CAS 290-2017; empty where it has not the parts of a number.
std::string mended_body(std::string_view body) {
  const std::size_t dash = last_dash(body);
  if (dash == std::string_view::npos || dash == 0) return {};
  const std::size_t after = dash + (body[dash] == '-' ? 1 : std::string_view("一").size());
  std::string_view head = body.substr(0, dash);
  // Specks before the dash: 340.5:-2017.
  while (!head.empty() && std::string_view(" .,:;'").find(head.back()) != std::string_view::npos)
    head.remove_suffix(1);
  const std::string year = with_digits(trim(body.substr(after)));
  const std::size_t begin = sequence_begin(head);
  const std::string sequence = with_digits(head.substr(begin));
  const bool digits = !sequence.empty() && is_digit(sequence.front());
  if (!digits || year.size() != 4) return {};
  return std::string(head.substr(0, begin)) + sequence + "-" + year;
}

bool is_strict(const StandardNumber& number) {
  return number.kind == NumberKind::group && !number.year.empty() && number.doubt.empty();
}

}  // namespace

std::optional<FoundNumber> repair_look_alikes(std::string_view print) {
  if (print.size() > kLongest) return std::nullopt;
  const std::string text = capitals_of(folded(trim(print)));
  if (const auto strict = parse_number(text); strict && strict->doubt.empty()) return std::nullopt;
  for (std::string_view head : kHeads) {
    if (!text.starts_with(head)) continue;
    const std::string_view rest = trim(std::string_view(text).substr(head.size()));
    if (rest.empty() || (!is_capital(rest.front()) && !is_digit(rest.front()))) continue;
    const std::string body = mended_body(rest);
    if (body.empty()) continue;
    auto number = parse_number("T/" + body);
    if (!number || !is_strict(*number)) continue;
    number->repaired = true;
    number->doubt = "repaired";
    return FoundNumber{std::move(*number), 0, print.size()};
  }
  return std::nullopt;
}

}  // namespace biaoshen
