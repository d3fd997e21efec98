// What `biaoshen panel` tells at a terminal: the verdict, then each finding with its citation and
// the places of its evidence.
//
// Tested by tests/app/panel_command_test.cpp.
#pragma once

#include <string>

#include "templates/batch/panel_json.h"

namespace biaoshen {

std::string panel_text(const PanelReport& report, Language language);

}  // namespace biaoshen
