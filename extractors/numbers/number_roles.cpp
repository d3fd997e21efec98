#include "extractors/numbers/number_roles.h"

#include <algorithm>

namespace biaoshen {
namespace {

constexpr std::string_view kReplacing[] = {"代替", "替代", "取代"};
constexpr std::string_view kNaming[] = {"符合", "按照", "按",   "依据", "依照", "根据",
                                        "执行", "满足", "遵循", "遵守", "参照", "参见",
                                        "采用", "引用", "达到", "标准", "见",   "代替"};
constexpr std::string_view kSeparators[] = {"、", ",", ";", "和", "及", "与", "或", "以及"};
constexpr std::size_t kLongestTitle = 300;  // bytes

template <std::size_t N>
bool cut_end(std::string_view& text, const std::string_view (&words)[N]) {
  for (std::string_view word : words)
    if (text.ends_with(word)) {
      text.remove_suffix(word.size());
      return true;
    }
  return false;
}

// Cuts blanks, one line end and light punctuation from the end of what stands before a number.
void cut_light(std::string_view& text) {
  constexpr std::string_view kLight[] = {" ", ":", "《", "\"", "(", "“"};
  int line_ends = 0;
  for (int step = 0; step < 12; ++step) {
    if (cut_end(text, kLight)) continue;
    if (!text.ends_with('\n') || ++line_ends > 1) return;
    text.remove_suffix(1);
  }
}

bool follows_replacing_word(std::string_view before) {
  constexpr std::string_view kFillers[] = {"了", "原", "标准"};
  cut_light(before);
  while (cut_end(before, kFillers)) {
  }
  cut_light(before);
  // 被代替 turns the sense round.
  return cut_end(before, kReplacing) && !before.ends_with("被");
}

// Only separators, and perhaps a title, stand between two numbers of a list.
bool is_list_gap(std::string_view gap) {
  if (gap.size() > kLongestTitle) return false;
  bool separated = false;
  while (!gap.empty()) {
    const std::size_t before = gap.size();
    while (!gap.empty() && (gap.front() == ' ' || gap.front() == '\n')) gap.remove_prefix(1);
    if (gap.starts_with("《")) {
      const std::size_t close = gap.find("》");
      if (close == std::string_view::npos) return false;
      gap.remove_prefix(close + std::string_view("》").size());
    }
    for (std::string_view separator : kSeparators)
      if (gap.starts_with(separator)) {
        gap.remove_prefix(separator.size());
        separated = true;
      }
    if (gap.size() == before) return false;
  }
  return separated;
}

// Only blanks and the number of an item stand between `at` and the start of its line.
bool is_line_start(std::string_view text, std::size_t at) {
  std::string_view before = text.substr(0, at);
  for (int step = 0; step < 16; ++step) {
    if (before.empty() || before.ends_with('\n') || before.ends_with('|')) return true;
    const char c = before.back();
    if (c != ' ' && c != '.' && c != '[' && c != ']' && c != '(' && c != ')' && c != '-' &&
        !is_digit(c))
      return false;
    before.remove_suffix(1);
  }
  return false;
}

}  // namespace

void set_replaced(std::string_view text, std::vector<Reading>& readings) {
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const bool continues =
        i > 0 && readings[i - 1].number.role == NumberRole::replaced &&
        is_list_gap(text.substr(readings[i - 1].end, readings[i].begin - readings[i - 1].end));
    if (continues || follows_replacing_word(text.substr(0, readings[i].begin)))
      readings[i].number.role = NumberRole::replaced;
  }
}

bool is_named_as_standard(std::string_view text, std::size_t at, std::size_t last_end,
                          NumberContext context) {
  if (context == NumberContext::citation && is_line_start(text, at)) return true;
  if (last_end != std::string_view::npos && is_list_gap(text.substr(last_end, at - last_end)))
    return true;
  std::string_view before = text.substr(0, at);
  cut_light(before);
  return cut_end(before, kNaming);
}

bool follows_amount(std::string_view text, std::size_t at) {
  if (at < 2 || text[at - 1] != ' ') return false;
  while (at > 0 && text[at - 1] == ' ') --at;
  return at > 0 && is_digit(text[at - 1]);
}

}  // namespace biaoshen
