#include "extractors/finders/field_value.h"

#include <algorithm>
#include <array>
#include <string>

#include "extractors/finders/label_book.h"
#include "extractors/numbers/number_grammar.h"

namespace biaoshen {
namespace {

// A longer text was written by somebody, whatever it mentions (某XXX公司).
constexpr std::size_t kLongestTemplate = 80;

// Hints that templates print into a field.
constexpr std::u32string_view kHints[] = {
    U"请填写",   U"请输入",   U"请选择",   U"请注明",   U"请在此",     U"待填",     U"待补充",
    U"此处填写", U"此处输入", U"点击此处", U"单击此处", U"单击或点击", U"填写内容",
};
constexpr std::u32string_view kToWrite[] = {U"填写", U"填报", U"写明",  U"注明",
                                            U"例如", U"示例", U"字以内"};
constexpr std::u32string_view kExamples[] = {U"例:", U"例如", U"示例:", U"如:", U"填写示例"};
constexpr std::u32string_view kTicks = U"☑■√✓✔☒✗●◉";
constexpr std::u32string_view kFiller = U"_-—~.…·:;,、□ ";

bool is_cross(char32_t c) {
  return c == 'X' || c == 'x' || c == U'×' || c == U'╳';
}
bool is_letter(char32_t c) {
  return c < 0x80 && (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}
bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
bool is_any_of(char32_t c, std::u32string_view set) {
  return set.find(c) != set.npos;
}

// XXXX, ×××, XX-XX: crosses that are not part of a word. "T/XXZ 001" has none.
bool has_crosses(std::u32string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_cross(text[end])) ++end;
    const bool in_word =
        (at > 0 && is_letter(text[at - 1])) || (end < text.size() && is_letter(text[end]));
    const bool signs = end > at && text[at] == U'×';
    if (end - at >= (signs ? 2U : 3U) && !in_word) return true;
    at = std::max(end, at + 1);
  }
  return false;
}

// 年 月 日 without days: the form's own print. 20 年 月 日 is one, too.
bool is_date_template(std::u32string_view text) {
  const std::size_t at = text.find(U"年月日");
  if (at == text.npos) return false;
  const auto digits = std::count_if(text.begin(), text.end(), is_digit);
  return digits == 0 || (digits == 2 && at >= 2 && is_digit(text[at - 1]));
}

// □是 □否 with nothing ticked.
bool is_unticked_choice(std::u32string_view text) {
  const auto boxes = std::count(text.begin(), text.end(), U'□');
  const bool ticked = std::any_of(text.begin(), text.end(), [](char32_t c) {
    return is_any_of(c, kTicks) || (c >= 0xE000 && c <= 0xF8FF);  // Wingdings ticks
  });
  return boxes >= 2 && !ticked;
}

// Nothing but lines and boxes to write on.
bool is_filler(std::u32string_view text) {
  const auto marks = std::count_if(text.begin(), text.end(), [](char32_t c) {
    return c == U'_' || c == U'□' || c == U'…' || c == '.';
  });
  const bool only = std::all_of(text.begin(), text.end(),
                                [](char32_t c) { return is_any_of(c, kFiller) || is_cross(c); });
  return only && marks > 0;
}

// 【标准全称】, （填写单位全称）, 例：某某协会: what to write there, and nothing else.
bool is_instruction(std::u32string_view text) {
  if (text.size() < 3) return false;
  const bool bracketed = text.front() == '(' && text.find(')') == text.size() - 1;
  const bool marked = text.front() == U'【' && text.find(U'】') == text.size() - 1;
  const bool says_to_write = std::any_of(std::begin(kToWrite), std::end(kToWrite),
                                         [&](auto word) { return text.find(word) != text.npos; });
  return marked || (bracketed && says_to_write) ||
         std::any_of(std::begin(kExamples), std::end(kExamples),
                     [&](auto start) { return text.starts_with(start); });
}

// What the template printed, as long as nobody wrote a text around it.
bool is_template(std::u32string_view text, std::string_view print) {
  if (text.empty()) return false;
  if (is_date_template(text) || is_unticked_choice(text) || is_filler(text)) return true;
  if (text.size() > kLongestTemplate) return false;
  const bool hinted = std::any_of(std::begin(kHints), std::end(kHints),
                                  [&](auto hint) { return text.find(hint) != text.npos; });
  return hinted || is_instruction(text) || has_crosses(text) ||
         !find_number_placeholders(print).empty();
}

}  // namespace

ValueState state_of(std::string_view print) {
  const Glyphs glyphs = glyphs_of(print);
  std::u32string text;
  for (const Glyph& glyph : glyphs) text.push_back(glyph.c);
  if (is_template(text, print)) return ValueState::placeholder;
  const bool only_hint = skip_hint(glyphs, 0) == glyphs.size();
  const bool printed = std::any_of(text.begin(), text.end(),
                                   [](char32_t c) { return !is_any_of(c, U":;,.。、()"); });
  return printed && !only_hint ? ValueState::filled : ValueState::empty;
}

std::string_view name_of(ValueState state) {
  constexpr std::array<std::string_view, 3> kNames = {"filled", "empty", "placeholder"};
  return kNames[static_cast<std::size_t>(state)];
}

}  // namespace biaoshen
