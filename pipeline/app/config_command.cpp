#include "pipeline/app/config_command.h"

#include <iostream>

#include "pipeline/app/config_option.h"
#include "pipeline/app/program.h"

namespace biaoshen {
namespace {

void show(const std::string& file, const char* table, const std::vector<Setting>& settings) {
  std::cout << '[' << table << "]\n";
  for (const Setting& setting : settings) {
    std::cout << setting.option;
    const char* before = " = ";
    for (const std::string& value : setting.values) {
      std::cout << before << value;
      before = ", ";
    }
    std::cout << "   # " << file << ':' << setting.line << '\n';
  }
}

}  // namespace

int config_check_command(const std::string& file) {
  const auto config = configuration_in(file);
  if (!config) return report(config.error());
  std::cout << told(file, config->mistakes);
  if (!config->mistakes.empty()) return static_cast<int>(ErrorCode::usage);
  std::cout << file
            << (terminal_language() == Language::zh ? ": 配置文件，无误\n"
                                                    : ": configuration, no mistakes\n");
  return 0;
}

int config_show_command(const std::string& file) {
  const auto config = configuration_in(file);
  if (!config) return report(config.error());
  if (!config->mistakes.empty()) return config_check_command(file);
  show(file, "watch", config->watch);
  std::cout << '\n';
  show(file, "batch", config->batch);
  return 0;
}

}  // namespace biaoshen
