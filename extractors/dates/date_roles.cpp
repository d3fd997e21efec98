#include "extractors/dates/date_roles.h"

#include <algorithm>
#include <string>

namespace biaoshen {
namespace {

constexpr std::size_t kWindow = 120;  // bytes before and after a date that are looked at

struct RoleWord {
  std::string_view word;
  DateRole role;
};
using enum DateRole;
constexpr RoleWord kRoleWords[] = {
    {"发布", published},   {"颁布", published},   {"实施", implemented}, {"施行", implemented},
    {"生效", implemented}, {"执行", implemented}, {"申报", applied},     {"申请", applied},
    {"填表", applied},     {"填报", applied},     {"填写", applied},     {"批准", approved},
    {"废止", abolished},   {"公布", disclosed},   {"公示", disclosed},   {"公开", disclosed},
};

template <std::size_t N>
bool cut_end(std::string_view& text, const std::string_view (&words)[N]) {
  for (std::string_view word : words)
    if (text.ends_with(word)) {
      text.remove_suffix(word.size());
      return true;
    }
  return false;
}

// A plan, an earlier edition: not the date of this document.
bool is_of_something_else(std::string_view before) {
  constexpr std::string_view kOthers[] = {"拟", "计划", "预计", "预期", "首次", "原", "非", "上次"};
  return cut_end(before, kOthers);
}

std::string without_blanks(std::string_view text) {
  std::string out(text);
  out.erase(std::remove(out.begin(), out.end(), ' '), out.end());
  return out;
}

bool ends_like_a_label(std::string_view line) {
  constexpr std::string_view kColons[] = {":"};
  cut_end(line, kColons);
  return line.ends_with("日期") || line.ends_with("时间");
}

// A label above its value must be alone: in "发布日期 实施日期⏎…" it is not known which is meant.
bool is_alone_on_line(std::string_view before_word) {
  const std::size_t line = before_word.rfind('\n');
  if (line == std::string_view::npos) return before_word.empty();
  if (line + 1 != before_word.size()) return false;
  const std::string_view above = before_word.substr(0, line);
  return !ends_like_a_label(above);
}

// 发布 in 发布日期 is the label of the next date, in 发布会 no role at all.
bool begins_another_word(std::string_view after) {
  constexpr std::string_view kRests[] = {"日期", "时间", "日",   "之日", "于",   ":",    "单位",
                                         "机构", "部门", "人",   "者",   "情况", "方案", "稿",
                                         "状态", "信息", "主体", "标准", "会",   "期",   "征求",
                                         "材料", "计划", "过程", "公告", "意见", "细则"};
  return std::any_of(std::begin(kRests), std::end(kRests),
                     [&](std::string_view rest) { return after.starts_with(rest); });
}

}  // namespace

std::optional<DateRole> role_before(std::string_view text, std::size_t at) {
  constexpr std::string_view kLight[] = {":", "为", "是", "|", "(", "自", "从", "\""};
  constexpr std::string_view kSuffixes[] = {"日期", "时间", "于", "日", "年月日"};
  const std::size_t from = at > kWindow ? at - kWindow : 0;
  const std::string window = without_blanks(text.substr(from, at - from));
  std::string_view before = window;
  // 发布日期/实施日期：… and 发布、实施日期：… name two roles for what follows.
  constexpr std::string_view kJoints[] = {"/", "、", "和", "及", "与"};
  const std::string_view colon = ":";
  bool suffix = false, line_end = false;
  for (int step = 0; step < 6; ++step) {
    suffix = suffix || before.ends_with(colon);
    if (cut_end(before, kLight)) continue;
    if (!before.ends_with('\n') || line_end) break;
    line_end = true;
    before.remove_suffix(1);
  }
  const bool label = cut_end(before, kSuffixes);
  if (!label && !suffix) return std::nullopt;
  for (const RoleWord& row : kRoleWords) {
    if (!before.ends_with(row.word)) continue;
    before.remove_suffix(row.word.size());
    if (line_end && !is_alone_on_line(before)) return std::nullopt;
    if (cut_end(before, kJoints)) return std::nullopt;
    return is_of_something_else(before) ? other : row.role;
  }
  return std::nullopt;
}

std::vector<DateRole> roles_after(std::string_view text, std::size_t at) {
  constexpr std::string_view kFillers[] = {"起", "开始", "正式", "(", "并", "、", "和"};
  const std::string window = without_blanks(text.substr(at, kWindow));
  std::string_view after = window;
  std::vector<DateRole> roles;
  auto cut_start = [&](std::string_view word) {
    if (!after.starts_with(word)) return false;
    after.remove_prefix(word.size());
    return true;
  };
  const bool line_end = cut_start("\n");
  for (int step = 0; step < 4; ++step) {
    if (std::any_of(std::begin(kFillers), std::end(kFillers), cut_start)) continue;
    const auto row = std::find_if(std::begin(kRoleWords), std::end(kRoleWords),
                                  [&](const RoleWord& word) { return cut_start(word.word); });
    if (row == std::end(kRoleWords) || row->role == applied || begins_another_word(after)) break;
    // Below the date the word must be alone: 发布 of a cover, not the beginning of a sentence.
    const bool alone =
        after.empty() || after.front() == '\n' || (after.front() >= '0' && after.front() <= '9');
    if (line_end && !alone) break;
    roles.push_back(row->role);
  }
  return roles;
}

}  // namespace biaoshen
