// `--config FILE` of watch and batch: fills in, from a configuration file, the options that the
// command line does not give.
//
// It has to be the first option added to its command: CLI11 runs it first, then checks all values
// and what is required, wherever they came from. An option given on the command line stands, with
// all its values; a file with mistakes fills in nothing and is a mistake of usage.
//
// Tested by tests/app/config_command_test.cpp.
#pragma once

#include <filesystem>

#include "pipeline/base/result.h"
#include "pipeline/service/config.h"

namespace CLI {
class App;
}

namespace biaoshen {

// `path` becomes that of the file, where one is given.
void add_config_option(CLI::App* command, std::string& path);

// The file with its mistakes, those of limits included. Errors: input.
Result<Configuration> configuration_in(const std::filesystem::path& file);

// A line for each mistake, as file:line: message, in the terminal's language.
std::string told(const std::filesystem::path& file, const std::vector<ConfigMistake>& mistakes);

}  // namespace biaoshen
