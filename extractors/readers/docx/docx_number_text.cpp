#include "extractors/readers/docx/docx_number_text.h"

#include <array>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

std::string letters(std::int64_t number, char first) {
  constexpr std::int64_t kMost = std::int64_t{26} * 30;  // Word repeats the letter: … z aa bb
  if (number < 1 || number > kMost) return std::to_string(number);
  const auto letter = static_cast<char>(first + (number - 1) % 26);
  return std::string(static_cast<std::size_t>((number - 1) / 26 + 1), letter);
}

std::string roman(std::int64_t number, bool is_upper) {
  struct Step {
    std::int64_t value;
    std::string_view upper, lower;
  };
  constexpr Step kSteps[] = {
      {1000, "M", "m"}, {900, "CM", "cm"}, {500, "D", "d"},  {400, "CD", "cd"}, {100, "C", "c"},
      {90, "XC", "xc"}, {50, "L", "l"},    {40, "XL", "xl"}, {10, "X", "x"},    {9, "IX", "ix"},
      {5, "V", "v"},    {4, "IV", "iv"},   {1, "I", "i"}};
  if (number < 1 || number >= 4000) return std::to_string(number);
  std::string text;
  for (const Step& step : kSteps) {
    for (; number >= step.value; number -= step.value) text += is_upper ? step.upper : step.lower;
  }
  return text;
}

using Digits = std::array<std::string_view, 10>;
constexpr Digits kPlain = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits kFormal = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
constexpr Digits kRow = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

// 305 as 三百零五; 12 as 十二, formally 壹拾贰.
std::string counted(std::int64_t number, const Digits& digits, bool is_formal) {
  constexpr std::array<std::string_view, 4> kUnits = {"", "十", "百", "千"};
  constexpr std::array<std::string_view, 4> kFormalUnits = {"", "拾", "佰", "仟"};
  if (number < 0 || number > 9999) return std::to_string(number);
  if (number == 0) return std::string(digits[0]);
  std::string text;
  bool skipped = false;
  std::int64_t unit = 1000;
  for (std::size_t place = 4; place-- > 0; unit /= 10) {
    const auto digit = static_cast<std::size_t>(number / unit % 10);
    if (digit == 0) {
      skipped = !text.empty();
      continue;
    }
    if (skipped) text += digits[0];
    skipped = false;
    const bool is_bare_ten = place == 1 && digit == 1 && text.empty() && !is_formal;
    if (!is_bare_ten) text += digits[digit];
    text += (is_formal ? kFormalUnits : kUnits)[place];
  }
  return text;
}

std::string in_a_row(std::int64_t number, const Digits& digits) {
  std::string text;
  for (const char c : std::to_string(number)) {
    if (c >= '0' && c <= '9') text += digits[static_cast<std::size_t>(c - '0')];
  }
  return text;
}

std::string full_width(std::int64_t number) {
  std::string text;
  for (const char c : std::to_string(number)) {
    append_utf8(text, c >= '0' && c <= '9' ? U'０' + static_cast<char32_t>(c - '0') : U'－');
  }
  return text;
}

// The one of a run of characters, in decimal where there are not so many.
std::string sign(std::int64_t number, char32_t first, std::int64_t count) {
  if (number < 1 || number > count) return std::to_string(number);
  std::string text;
  append_utf8(text, first + static_cast<char32_t>(number - 1));
  return text;
}

std::string circled(std::int64_t number) {
  if (number <= 20 || number > 50) return sign(number, U'①', 20);
  return number <= 35 ? sign(number - 20, U'㉑', 15) : sign(number - 35, U'㊱', 15);
}

template <std::size_t count>
std::string name(std::int64_t number, const std::array<std::string_view, count>& names) {
  if (number < 1 || number > static_cast<std::int64_t>(count)) return std::to_string(number);
  return std::string(names[static_cast<std::size_t>(number - 1)]);
}

constexpr std::array<std::string_view, 10> kStems = {"甲", "乙", "丙", "丁", "戊",
                                                     "己", "庚", "辛", "壬", "癸"};
constexpr std::array<std::string_view, 12> kBranches = {"子", "丑", "寅", "卯", "辰", "巳",
                                                        "午", "未", "申", "酉", "戌", "亥"};

struct Format {
  std::string_view name;
  std::string (*write)(std::int64_t);
};
std::string chinese(std::int64_t n) {
  return counted(n, kPlain, false);
}
std::string digits_in_a_row(std::int64_t n) {
  return in_a_row(n, kRow);
}
constexpr Format kFormats[] = {
    {"none", [](std::int64_t) { return std::string(); }},
    {"decimalZero",
     [](std::int64_t n) { return (n >= 0 && n < 10 ? "0" : "") + std::to_string(n); }},
    {"upperLetter", [](std::int64_t n) { return letters(n, 'A'); }},
    {"lowerLetter", [](std::int64_t n) { return letters(n, 'a'); }},
    {"upperRoman", [](std::int64_t n) { return roman(n, true); }},
    {"lowerRoman", [](std::int64_t n) { return roman(n, false); }},
    {"chineseCounting", chinese},
    {"chineseCountingThousand", chinese},
    {"japaneseCounting", chinese},
    {"taiwaneseCounting", chinese},
    {"taiwaneseCountingThousand", chinese},
    {"chineseLegalSimplified", [](std::int64_t n) { return counted(n, kFormal, true); }},
    {"ideographDigital", digits_in_a_row},
    {"japaneseDigitalTenThousand", digits_in_a_row},
    {"taiwaneseDigital", digits_in_a_row},
    {"ideographTraditional", [](std::int64_t n) { return name(n, kStems); }},
    {"ideographZodiac", [](std::int64_t n) { return name(n, kBranches); }},
    {"decimalFullWidth", full_width},
    {"decimalFullWidth2", full_width},
    {"decimalEnclosedCircle", circled},
    {"decimalEnclosedCircleChinese", circled},
    {"decimalEnclosedParen", [](std::int64_t n) { return sign(n, U'⑴', 20); }},
    {"decimalEnclosedFullstop", [](std::int64_t n) { return sign(n, U'⒈', 20); }},
    {"ideographEnclosedCircle", [](std::int64_t n) { return sign(n, U'㊀', 10); }},
    {"numberInDash", [](std::int64_t n) { return "- " + std::to_string(n) + " -"; }},
};

}  // namespace

std::string number_text(std::int64_t number, std::string_view format) {
  for (const Format& known : kFormats) {
    if (known.name == format) return known.write(number);
  }
  return std::to_string(number);
}

}  // namespace biaoshen
