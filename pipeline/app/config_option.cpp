#include "pipeline/app/config_option.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "pipeline/app/knowledge.h"
#include "pipeline/app/limit_options.h"
#include "pipeline/app/program.h"

namespace biaoshen {
namespace {

// An option, or the one argument without a name: INBOX is the key inbox.
CLI::Option* option_of(CLI::App& command, const std::string& key) {
  CLI::Option* option = command.get_option_no_throw("--" + key);
  return option != nullptr || key != "inbox" ? option : command.get_option_no_throw("INBOX");
}

void fill_in(CLI::App& command, const std::string& file) {
  const auto config = configuration_in(file);
  if (!config) throw CLI::ParseError(config.error().message, CLI::ExitCodes::FileError);
  if (!config->mistakes.empty()) {
    std::string lines = told(file, config->mistakes);
    lines.pop_back();  // CLI11 ends the line
    throw CLI::ParseError(lines, CLI::ExitCodes::ConfigError);
  }
  const bool is_watch = command.get_name() == "watch";
  for (const Setting& setting : is_watch ? config->watch : config->batch) {
    CLI::Option* option = option_of(command, setting.option);
    if (option == nullptr || !option->empty() || setting.values.empty()) continue;
    const bool is_off = option->get_expected_max() == 0 && setting.values.front() == "false";
    if (!is_off) option->add_result(setting.values);
  }
}

// What only the limits themselves know: their names.
void check_limits(Configuration& config) {
  for (const auto* settings : {&config.watch, &config.batch}) {
    for (const Setting& setting : *settings) {
      if (setting.option != "limit") continue;
      const auto limits = limits_with(setting.values);
      if (limits) continue;
      const ConfigMistake mistake{setting.line, {limits.error().message, limits.error().message}};
      const auto is_told = [&](const ConfigMistake& one) { return one.line == mistake.line; };
      if (std::none_of(config.mistakes.begin(), config.mistakes.end(), is_told))
        config.mistakes.push_back(mistake);
    }
  }
  std::stable_sort(config.mistakes.begin(), config.mistakes.end(),
                   [](const auto& a, const auto& b) { return a.line < b.line; });
}

}  // namespace

Result<Configuration> configuration_in(const std::filesystem::path& file) {
  std::error_code error;
  if (std::filesystem::is_directory(file, error))
    return fail(ErrorCode::input, file.string() + ": is a folder, not a configuration file");
  const auto toml = whole_file(file.string());
  if (!toml) return tl::unexpected(toml.error());
  Configuration config =
      read_configuration(*toml, std::filesystem::absolute(file, error).parent_path());
  check_limits(config);
  return config;
}

std::string told(const std::filesystem::path& file, const std::vector<ConfigMistake>& mistakes) {
  std::string lines;
  for (const ConfigMistake& mistake : mistakes)
    lines += file.string() + ":" + std::to_string(mistake.line) + ": " +
             mistake.message.in(terminal_language()) + "\n";
  return lines;
}

void add_config_option(CLI::App* command, std::string& path) {
  command
      ->add_option_function<std::string>(
          "--config",
          [command, &path](const std::string& file) {
            path = file;
            fill_in(*command, file);
          },
          "configuration file (TOML): options that the command line does not give")
      ->type_name("FILE");
}

}  // namespace biaoshen
