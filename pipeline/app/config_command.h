// `biaoshen config check FILE`: every mistake of a configuration file as file:line: message.
// `biaoshen config show FILE`: what it sets for watch and for batch, and where that stands.
//
// Tested by tests/app/config_command_test.cpp.
#pragma once

#include <string>

namespace biaoshen {

inline constexpr const char* kSystemConfig = "/etc/biaoshen/biaoshen.toml";

int config_check_command(const std::string& file);
int config_show_command(const std::string& file);

}  // namespace biaoshen
