#include "extractors/finders/firmness.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "extractors/numbers/look_alikes.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr unsigned kSure = 90;            // per cent
constexpr std::size_t kLongestRun = 5;    // digits that a sequence plainly has
constexpr std::size_t kLongestRaw = 120;  // bytes of a print told as detail

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

unsigned confidence_of(const Page& page, std::size_t begin, std::size_t end) {
  const auto [first, last] = page.words_in(begin, end);
  unsigned lowest = 100;
  for (std::size_t i = first; i < last; ++i)
    lowest = std::min<unsigned>(lowest, page.words[i].confidence);
  return first == last ? 0 : lowest;
}

std::string_view print_of(const Page& page, std::size_t begin, std::size_t end) {
  return std::string_view(page.text).substr(begin, end - begin);
}

// What the first engine read where the second readings that touch the range stand.
std::string first_reading(const Page& page, std::size_t begin, std::size_t end) {
  std::string out;
  for (const SecondReading& one : page.second_readings)
    if (one.begin < end && begin < one.end) out += print_of(page, one.begin, one.end);
  return out;
}

// What recognition seldom loses: letters, digits and slashes, in their order.
std::string characters_of_number(std::string_view text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out),
               [](char c) { return c != ' ' && c != '-'; });
  return out;
}

// Whether code and sequence of a group number stand together in this print.
bool is_glued(std::string_view print, const StandardNumber& number) {
  if (number.kind != NumberKind::group || number.code.empty()) return false;
  const std::string text = folded(print);
  const std::size_t at = text.find(number.code);
  if (at == std::string::npos) return true;
  const std::size_t after = at + number.code.size();
  return after < text.size() && is_digit(text[after]);
}

// 2020015: a year that belongs to the code, or more digits than a sequence has.
bool may_hold_code(const StandardNumber& number) {
  const std::string& sequence = number.sequence;
  const std::size_t run = std::min(sequence.find_first_not_of("0123456789"), sequence.size());
  const bool year = sequence.starts_with("19") || sequence.starts_with("20");
  return run > kLongestRun || (run == kLongestRun && year);
}

// T/ABC 2020015 -> T/ABC2020 015.
std::string other_split(const StandardNumber& number) {
  const std::size_t code = number.sequence.size() > 4 ? 4 : 1;
  return "T/" + number.code + number.sequence.substr(0, code) + " " + number.sequence.substr(code) +
         "—" + number.year;
}

enum class Second { absent, silent, agrees, differs };

struct Opinion {
  Second second = Second::absent;
  std::string value;                     // of the second engine, as far as it read one
  std::optional<StandardNumber> number;  // where it agrees and saw a blank or dash that is lost
};

bool is_complete(const StandardNumber& number) {
  return number.doubt.empty() && !number.year.empty();
}

// A number and the print it was read from.
struct PrintedNumber {
  const StandardNumber& number;
  std::string_view print;
};

// Two readings of the same characters: equal, or one of them has lost a blank or the dash.
Opinion on_same_characters(const PrintedNumber& first, const PrintedNumber& second) {
  const std::string& display = second.number.display;
  const bool equal = first.number.key == second.number.key;
  if (equal && is_complete(first.number)) return {Second::agrees, display, {}};
  const bool lost = !is_complete(first.number) || is_glued(first.print, first.number);
  if (is_complete(second.number) && lost) return {Second::agrees, display, second.number};
  if (equal || is_glued(second.print, second.number) || !is_complete(second.number))
    return {Second::agrees, display, {}};
  return {Second::differs, display, {}};
}

// T/CECS 259 where the second engine has TACECS 259 or TCECS 259: all but the slash.
bool has_all_but_the_slash(std::string_view text, std::string_view key) {
  constexpr std::size_t kSlash = 1;
  const std::string without =
      std::string(key.substr(0, kSlash)) + std::string(key.substr(kSlash + 1));
  if (contains(text, without)) return true;
  for (std::size_t at = 0; at + key.size() <= text.size(); ++at)
    if (text[at] == key[0] &&
        text.substr(at + kSlash + 1, key.size() - kSlash - 1) == key.substr(kSlash + 1))
      return true;
  return false;
}

Opinion on_number(const PrintedNumber& printed, const std::string& second) {
  const StandardNumber& first = printed.number;
  std::vector<FoundNumber> found = find_numbers(second);
  if (found.empty())
    if (auto mended = repair_look_alikes(second)) found.push_back(std::move(*mended));
  const std::string characters = characters_of_number(first.key);
  for (const FoundNumber& one : found)
    if (characters_of_number(one.number.key) == characters)
      return on_same_characters(
          printed, {one.number, std::string_view(second).substr(one.begin, one.end - one.begin)});
  if (first.kind == NumberKind::group && is_complete(first) &&
      has_all_but_the_slash(characters_of_number(folded(second)), characters))
    return {Second::agrees, first.display, {}};
  if (found.empty()) return {Second::silent, std::string(trim(second)), {}};
  return {Second::differs, found.front().number.display, {}};
}

// 2021第1月5日: all digits of the date, whatever became of the characters between them.
bool has_digits_of(const Date& date, const std::string& print) {
  std::vector<int> groups;
  bool inside = false;
  for (char c : folded(print)) {
    if (!is_digit(c)) {
      inside = false;
      continue;
    }
    if (!inside) groups.push_back(0);
    inside = true;
    groups.back() = std::min(groups.back(), 99999) * 10 + (c - '0');
  }
  const std::vector<int> sought = {date.year, static_cast<int>(date.month),
                                   static_cast<int>(date.day)};
  return std::search(groups.begin(), groups.end(), sought.begin(), sought.end()) != groups.end();
}

Opinion on_date(const Date& first, const std::string& second) {
  if (has_digits_of(first, second)) return {Second::agrees, to_string(first), {}};
  Opinion opinion{Second::silent, std::string(trim(second)), {}};
  for (const FoundDate& one : find_dates(second)) {
    if (!one.value) continue;
    if (*one.value == first) return {Second::agrees, to_string(first), {}};
    if (opinion.second == Second::silent) opinion = {Second::differs, to_string(*one.value), {}};
  }
  return opinion;
}

// A sum of points may stand among others on its line: only a lone one is compared.
Opinion on_decimal(double first, const std::string& second) {
  const auto value = first_decimal(second);
  if (!value) return {Second::silent, std::string(trim(second)), {}};
  if (first_decimal(std::string_view(second).substr(value->end)))
    return {Second::silent, std::string(trim(second)), {}};
  return {shortest(value->value) == shortest(first) ? Second::agrees : Second::differs,
          shortest(value->value),
          {}};
}

Opinion opinion_on(const Page& page, std::size_t begin, std::size_t end, const TypedValue& value) {
  const auto second = second_reading(page, begin, end);
  if (!second) return {};
  Opinion opinion;
  if (const auto* number = std::get_if<StandardNumber>(&value.typed)) {
    opinion = on_number({*number, print_of(page, begin, end)}, *second);
  } else if (const auto* date = std::get_if<Date>(&value.typed)) {
    opinion = on_date(*date, *second);
  } else if (const auto* decimal = std::get_if<double>(&value.typed)) {
    opinion = on_decimal(*decimal, *second);
  } else {
    opinion = {Second::silent, std::string(trim(*second)), {}};
  }
  // Line for line the same: then all that stands on it is.
  if (opinion.second == Second::silent && bare(first_reading(page, begin, end)) == bare(*second))
    opinion.second = Second::agrees;
  return opinion;
}

void tell(TypedValue& value, std::string_view name, std::string_view text) {
  if (!text.empty() && text.size() <= kLongestRaw)
    value.details.emplace_back(std::string(name), std::string(text));
}

bool is_repaired(const TypedValue& value) {
  const auto* number = std::get_if<StandardNumber>(&value.typed);
  return value.doubt == "repaired" ||
         (number != nullptr && number->repaired && value.doubt != "founder");
}

// Digits that could be split between code and sequence, where no engine saw a blank.
void settle_blank(std::string_view print, TypedValue& value) {
  const auto* number = std::get_if<StandardNumber>(&value.typed);
  if (number == nullptr || !is_glued(print, *number) || !may_hold_code(*number)) return;
  value.doubt = "no-blank";
  tell(value, "second", other_split(*number));
}

// The second engine's number, character for character the same, with its blank and dash.
void take_number(TypedValue& value, const StandardNumber& number) {
  value.value = number.display;
  value.typed = number;
  value.doubt.clear();
}

bool is_confirmed_by_year(std::string_view print, const TypedValue& value, unsigned confidence,
                          std::optional<int> published) {
  const auto* number = std::get_if<StandardNumber>(&value.typed);
  if (number == nullptr || !published || confidence < kSure || !value.doubt.empty()) return false;
  const bool plain = number->sequence.find_first_not_of("0123456789.") == std::string::npos;
  return plain && number->year == std::to_string(*published) && !is_glued(print, *number);
}

constexpr std::string_view kStatuses[] = {"现行", "废止", "即将实施", "被代替"};

// 应止 -> 废止: the one status of the list that shares a character with what was read.
std::optional<std::string_view> nearest_status(const std::string& value) {
  std::optional<std::string_view> best;
  for (std::string_view status : kStatuses) {
    if (edit_distance(value, status) != 1) continue;
    if (best) return std::nullopt;
    best = status;
  }
  return best;
}

TypedValue firm_status(const Page& page, std::size_t begin, std::size_t end, TypedValue value) {
  const auto* listed = std::find(std::begin(kStatuses), std::end(kStatuses), value.value);
  if (const auto near = nearest_status(value.value); listed == std::end(kStatuses) && near) {
    tell(value, "raw", value.value);
    value.value = *near;
    value.doubt = "repaired";
    return value;
  }
  const std::string second = bare(second_reading(page, begin, end).value_or(""));
  for (std::string_view other : kStatuses) {
    if (other == value.value || !contains(second, other) || contains(second, value.value)) continue;
    value.doubt = "ocr-differs";
    tell(value, "second", other);
    return value;
  }
  // No two words of the list share a character: one of them is not read for another.
  const bool sure = confidence_of(page, begin, end) >= kSure || contains(second, value.value);
  value.doubt = listed != std::end(kStatuses) && sure ? "" : "ocr";
  return value;
}

}  // namespace

bool is_recognised(const Page& page, std::size_t begin, std::size_t end) {
  const auto [first, last] = page.words_in(begin, end);
  for (std::size_t i = first; i < last; ++i)
    if (page.words[i].origin == Origin::ocr) return true;
  return false;
}

bool has_recognised_words(const Page& page) {
  return is_recognised(page, 0, page.text.size());
}

std::uint8_t confidence_in(const TypedValue& value, std::uint8_t recognised) {
  constexpr std::uint8_t kEvenChance = 50;
  const bool decides = !std::holds_alternative<std::monostate>(value.typed);
  return decides && !value.doubt.empty() ? std::min(recognised, kEvenChance) : recognised;
}

std::optional<std::string> second_reading(const Page& page, std::size_t begin, std::size_t end) {
  std::string out;
  std::size_t covered = 0;
  const auto [first, last] = page.words_in(begin, end);
  for (const SecondReading& one : page.second_readings) {
    if (one.end <= begin || one.begin >= end) continue;
    if (trim(one.text).empty()) return std::nullopt;
    out += (out.empty() ? "" : "\n") + one.text;
    for (std::size_t i = first; i < last; ++i)
      covered += page.words[i].begin >= one.begin && page.words[i].end <= one.end;
  }
  if (out.empty() || covered < last - first) return std::nullopt;
  return out;
}

namespace {

// 36.92022: no year, but four digits at the end that would be one. Both engines may lose a dash.
bool may_hold_year(const TypedValue& value) {
  const auto* number = std::get_if<StandardNumber>(&value.typed);
  if (number == nullptr || !number->year.empty()) return false;
  if (number->kind == NumberKind::group || number->kind == NumberKind::enterprise) return true;
  const std::string& digits = number->sequence;
  if (digits.size() < 5) return false;
  const std::string_view last = std::string_view(digits).substr(digits.size() - 4);
  return is_digit(digits[digits.size() - 5]) && (last.starts_with("19") || last.starts_with("20"));
}

}  // namespace

TypedValue with_firmness(const Page& page, std::size_t begin, std::size_t end, TypedValue value,
                         std::optional<int> published, ValueType type) {
  if (!is_recognised(page, begin, end) || value.doubt == "placeholder" || value.value.empty())
    return value;
  if (type == ValueType::status) return firm_status(page, begin, end, std::move(value));
  const std::string_view print = print_of(page, begin, end);
  const Opinion opinion = opinion_on(page, begin, end, value);
  if (opinion.second == Second::agrees) {
    if (is_repaired(value)) value.doubt.clear();
    if (opinion.number)
      take_number(value, *opinion.number);
    else
      settle_blank(print, value);
    if (value.doubt.empty() && may_hold_year(value)) value.doubt = "ocr";
    return value;
  }
  if (opinion.second == Second::differs) {
    value.doubt = "ocr-differs";
    tell(value, "second", opinion.value);
    return value;
  }
  if (is_confirmed_by_year(print, value, confidence_of(page, begin, end), published)) return value;
  if (opinion.second == Second::silent) tell(value, "second", opinion.value);
  if (is_repaired(value)) {
    value.doubt = "repaired";
    tell(value, "raw", trim(print));
    return value;
  }
  const bool untyped = value.doubt == "unparsed";
  settle_blank(print, value);
  if (!untyped && value.doubt != "no-blank") value.doubt = "ocr";
  return value;
}

}  // namespace biaoshen
