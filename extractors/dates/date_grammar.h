// Dates as Chinese documents print them, with the role that the words beside
// them give: 2023-06-01实施, 发布日期：2018年07月01日, 二〇二三年六月一日起施行.
//
// A date without a role word is `other` and never an implementation date. Roles
// do not leak: in 2022-09-29发布 2023-01-01实施 each date takes its own word, and
// 批准日期, 公布日期 or 复审日期 never become 发布日期. It does not guess days or
// years that are not printed.
//
// Doubts (FoundDate::doubt):
//   invalid     no such day: 2023-06-31; without value
//   month-only  2023年6月; without value
//   damaged     hyphens lost: ２０２００３３１67, 20200331发布; without value where no day comes
//   out dash        一 for the hyphens relative    自发布之日起实施; with a value where the print
//   has exactly one date of publication
//
// Tested by tests/dates/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/date.h"

namespace biaoshen {

enum class DateRole : std::uint8_t {
  published,    // 发布, 颁布
  implemented,  // 实施, 施行
  applied,      // 申报, 申请, 填表
  approved,     // 批准
  abolished,    // 废止
  disclosed,    // 公布 on a platform
  other,
};

// published, implemented, applied or other: the names of the output.
std::string_view name_of(DateRole role);

struct FoundDate {
  std::optional<Date> value;
  DateRole role = DateRole::other;
  std::size_t begin = 0, end = 0;  // bytes of the print: the date without its role word
  bool relative = false;  // a wording without a date of its own; the range covers the wording
  std::string doubt;
};

// All dates in `print`, in order. A date of two roles (发布实施) comes twice.
std::vector<FoundDate> find_dates(std::string_view print);

// The date that all of `print` (trimmed) is, in any form, also 20230601.
std::optional<Date> parse_chinese_date(std::string_view print);

// The day that 自发布之日起30日后实施, 发布即实施 or, as the value of a field, 自发布之日起 and
// 同发布日期 mean; nullopt for other wordings and for working days.
std::optional<Date> resolve_relative(std::string_view wording, const Date& published);

// Whether `print`, the value of a field 实施日期, is a wording of that kind.
bool is_relative_value(std::string_view print);

}  // namespace biaoshen
