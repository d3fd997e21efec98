#include "extractors/finders/typed_value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "extractors/finders/field_value.h"
#include "extractors/finders/glyphs.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kCreditCodeLength = 18;
constexpr std::size_t kMostDigits = 12;

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
bool is_alphanumeric(char32_t c) {
  return is_digit(c) || (c < 0x80 && (c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

TypedValue as_text(std::string_view print, std::string doubt = {}) {
  return {squeeze(print), {}, std::move(doubt), 0, print.size()};
}

TypedValue unparsed(std::string_view print) {
  return as_text(print, "unparsed");
}

std::string doubt_of(const StandardNumber& number) {
  if (!number.doubt.empty()) return number.doubt;
  if (number.uncertain) return "uncertain";
  return number.repaired ? "founder" : "";
}

std::vector<TypedValue> read_numbers(std::string_view print) {
  std::vector<TypedValue> values;
  for (const FoundNumber& found : find_numbers(print)) {
    values.push_back(typed_number(found));
  }
  if (!values.empty()) return values;
  if (auto number = parse_number(print)) {
    return {typed_number({*number, 0, print.size()})};
  }
  return {unparsed(print)};
}

TypedValue typed_date(const FoundDate& found) {
  TypedValue value;
  value.begin = found.begin;
  value.end = found.end;
  value.doubt = found.relative ? "relative" : found.doubt;
  if (found.value) {
    value.value = to_string(*found.value);
    value.typed = *found.value;
  }
  return value;
}

// The dates that belong to the label: those of its role, else those without any,
// of a compound label only the one in its place.
std::vector<FoundDate> wished(const std::vector<FoundDate>& dates, DateWish wish) {
  const auto pick = [&](DateRole role) {
    std::vector<FoundDate> picked;
    std::copy_if(dates.begin(), dates.end(), std::back_inserter(picked),
                 [&](const FoundDate& d) { return d.role == role; });
    return picked;
  };
  if (wish.role == DateRole::other) return dates;
  if (auto own = pick(wish.role); !own.empty()) return own;
  auto plain = pick(DateRole::other);
  if (wish.pieces < 2) return plain;
  if (plain.size() != wish.pieces) return {};
  return {plain[wish.piece]};
}

std::vector<TypedValue> read_dates(std::string_view print, DateWish wish) {
  std::vector<TypedValue> values;
  const std::vector<FoundDate> dates = find_dates(print);
  for (const FoundDate& found : wished(dates, wish)) {
    TypedValue value = typed_date(found);
    if (value.value.empty()) {
      value.value = squeeze(print.substr(found.begin, found.end - found.begin));
      if (value.doubt.empty()) value.doubt = "unparsed";
    }
    values.push_back(std::move(value));
  }
  if (!values.empty()) return values;
  if (auto date = dates.empty() ? parse_chinese_date(print) : std::nullopt) {
    return {{to_string(*date), *date, "", 0, print.size()}};
  }
  if (wish.role == DateRole::implemented && is_relative_value(print))
    return {as_text(print, "relative")};
  return {unparsed(print)};
}

// 18 letters and digits after folding; blanks and hyphens between them do not count.
TypedValue read_credit_code(std::string_view print) {
  const Glyphs glyphs = glyphs_of(print);
  TypedValue best = unparsed(print);
  std::size_t longest = 0;
  for (std::size_t at = 0; at < glyphs.size();) {
    std::string code;
    std::size_t end = at;
    for (; end < glyphs.size() && (is_alphanumeric(glyphs[end].c) || glyphs[end].c == '-'); ++end) {
      if (glyphs[end].c != '-') code.push_back(static_cast<char>(glyphs[end].c));
    }
    if (code.size() > longest || code.size() == kCreditCodeLength) {
      std::transform(code.begin(), code.end(), code.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
      });
      longest = code.size();
      best = {code,
              {},
              longest == kCreditCodeLength ? "" : "unparsed",
              glyphs[at].begin,
              glyphs[end - 1].end};
      if (longest == kCreditCodeLength) break;
    }
    at = std::max(end, at + 1);
  }
  return best;
}

TypedValue read_decimal(std::string_view print) {
  const auto decimal = first_decimal(print);
  if (!decimal) return unparsed(print);
  return {shortest(decimal->value), decimal->value, "", decimal->begin, decimal->end};
}

// Digits with at most one point from glyph `at`, and the glyph behind them. A
// wide gap ends them: 15  3 are two columns.
std::pair<std::string, std::size_t> digits_at(const Glyphs& glyphs, std::size_t at) {
  std::string digits;
  std::size_t end = at;
  bool point = false;
  for (; end < glyphs.size() && digits.size() < kMostDigits; ++end) {
    const char32_t c = glyphs[end].c;
    const bool decimal_point =
        c == '.' && !point && end + 1 < glyphs.size() && is_digit(glyphs[end + 1].c);
    if (!is_digit(c) && !decimal_point) break;
    if (end > at && glyphs[end].gap >= Gap::wide) break;
    point = point || decimal_point;
    digits.push_back(static_cast<char>(c));
  }
  return {digits, end};
}

}  // namespace

std::optional<ValueType> value_type(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, ValueType>, 5> kTypes = {{
      {"text", ValueType::text},
      {"number", ValueType::number},
      {"date", ValueType::date},
      {"uscc", ValueType::uscc},
      {"decimal", ValueType::decimal},
  }};
  for (const auto& [type_name, type] : kTypes) {
    if (type_name == name) return type;
  }
  return std::nullopt;
}

TypedValue typed_number(const FoundNumber& found) {
  const StandardNumber& number = found.number;
  return {number.display, number, doubt_of(number), found.begin, found.end};
}

std::vector<TypedValue> read_value(std::string_view print, ValueType type, DateWish wish) {
  switch (state_of(print)) {
    case ValueState::empty:
      return {TypedValue{}};
    case ValueState::placeholder:
      return {as_text(print, "placeholder")};
    case ValueState::filled:
      break;
  }
  switch (type) {
    case ValueType::number:
      return read_numbers(print);
    case ValueType::date:
      return read_dates(print, wish);
    case ValueType::uscc:
      return {read_credit_code(print)};
    case ValueType::decimal:
      return {read_decimal(print)};
    case ValueType::text:
    case ValueType::status:
      break;
  }
  return {as_text(print)};
}

DateRole role_of_label(std::string_view label) {
  const std::string plain = bare(label);
  if (contains(plain, "实施") || contains(plain, "施行")) return DateRole::implemented;
  if (contains(plain, "公布")) return DateRole::disclosed;
  if (contains(plain, "发布")) return DateRole::published;
  if (contains(plain, "废止")) return DateRole::abolished;
  if (contains(plain, "批准")) return DateRole::approved;
  if (contains(plain, "申报") || contains(plain, "申请")) return DateRole::applied;
  return DateRole::other;
}

std::optional<Decimal> first_decimal(std::string_view print) {
  const Glyphs glyphs = glyphs_of(print);
  for (std::size_t at = 0; at < glyphs.size(); ++at) {
    if (!is_digit(glyphs[at].c)) continue;
    const auto [digits, end] = digits_at(glyphs, at);
    const bool maximum = at >= 2 && stands_at(glyphs, at - 2, U"满分");
    if (!maximum) {
      Decimal decimal{0, glyphs[at].begin, glyphs[end - 1].end};
      std::from_chars(digits.data(), digits.data() + digits.size(), decimal.value);
      if (at > 0 && glyphs[at - 1].c == '-') decimal.value = -decimal.value;
      return decimal;
    }
    at = end;
  }
  return std::nullopt;
}

std::string shortest(double value) {
  std::array<char, 40> buffer{};
  const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), written.ptr};
}

}  // namespace biaoshen
