// Wordings that give a day by another: 自发布之日起30日后实施, 发布即实施; as the value of a
// label 实施日期 also without the verb: 自发布之日起, 同发布日期.
// Tested through tests/dates/.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "pipeline/model/date.h"

namespace biaoshen {

enum class DelayUnit { days, months, unknown };

struct RelativeForm {
  std::size_t begin = 0, end = 0;  // of the folded text
  bool from_publication = false;   // 发布, 公布, 印发; not 批准
  int delay = 0;
  DelayUnit unit = DelayUnit::days;
};

enum class RelativeUse {
  sentence,  // a verb must say that it is the day of implementation
  field,     // the label has said so; the wording must be all of the value
};

// The wording whose first word (发布, 公布, 印发, 颁布, 批准) begins at `at` of folded `text`.
std::optional<RelativeForm> read_relative_form(std::string_view text, std::size_t at,
                                               RelativeUse use = RelativeUse::sentence);

std::optional<Date> resolve(const RelativeForm& form, const Date& published);

}  // namespace biaoshen
