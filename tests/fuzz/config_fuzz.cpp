// A configuration file. Every mistake has a line of the file and words; a setting has a value.
#include <algorithm>

#include "pipeline/service/config.h"
#include "tests/fuzz/fuzz_target.h"

namespace biaoshen {

using fuzz::require;

FUZZ_TARGET(config) {
  const Configuration read = read_configuration(bytes, "/etc/biaoshen");
  const auto lines = std::count(bytes.begin(), bytes.end(), '\n') + 1;
  for (const ConfigMistake& mistake : read.mistakes) {
    require(mistake.line >= 1 && mistake.line <= lines, "a mistake is in the file");
    require(!mistake.message.zh.empty() && !mistake.message.en.empty(), "a mistake is told");
  }
  for (const auto* settings : {&read.watch, &read.batch}) {
    for (const Setting& setting : *settings)
      require(!setting.option.empty() && !setting.values.empty(), "a setting has a value");
  }
}

}  // namespace biaoshen
