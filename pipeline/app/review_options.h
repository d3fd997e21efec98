// The options that `review`, `batch` and `watch` share, as CLI11 takes them.
#pragma once

#include <string>

#include "pipeline/app/review_run.h"

namespace CLI {
class App;
}

namespace biaoshen {

// `language` and `settings` last as long as the command.
void add_settings(CLI::App* command, ReviewSettings& settings, std::string& language);

// `require_sandbox` lasts as long as the command.
void add_sandbox_option(CLI::App* command, bool& require_sandbox);

Language language_named(const std::string& name);

}  // namespace biaoshen
