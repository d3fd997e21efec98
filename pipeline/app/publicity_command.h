// `biaoshen publicity --from DATE`: the last day of a public notice of so many working days,
// with the holidays it runs over and what each number rests on.
//
// Tested by tests/app/publicity_command_test.cpp.
#pragma once

#include <string>

#include "pipeline/app/knowledge_commands.h"

namespace biaoshen {

struct PublicityOptions {
  std::string from;       // YYYY-MM-DD, the day of publication
  int days = 15;          // 1 to kMostWorkingDays (checkers/calendar/working_period.h)
  std::string calendars;  // a folder of calendars; empty: only the shipped ones
  Form form = Form::text;
};

int publicity_command(const PublicityOptions& options);

}  // namespace biaoshen
