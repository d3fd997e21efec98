#include "pipeline/app/restart.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string_view>
#include <vector>

#include "pipeline/app/config_option.h"
#include "pipeline/app/out_state.h"

namespace biaoshen {

Result<void> why_not_restart(const ServiceOptions& options) {
  if (!options.config.empty()) {
    const auto config = configuration_in(options.config);
    if (!config) return tl::unexpected(config.error());
    if (!config->mistakes.empty())
      return fail(ErrorCode::usage, told(options.config, config->mistakes));
  }
  if (const auto run = prepare_service(options); !run) return tl::unexpected(run.error());
  return {};
}

Error restart_program() {
  std::ifstream in("/proc/self/cmdline", std::ios::binary);
  std::string line{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  std::vector<char*> arguments;
  for (std::size_t at = 0; at < line.size(); at = line.find('\0', at) + 1)
    arguments.push_back(line.data() + at);
  arguments.push_back(nullptr);
  std::error_code error;
  std::string program = std::filesystem::read_symlink("/proc/self/exe", error).string();
  // A package that was installed meanwhile has put a new program in the place of this one.
  constexpr std::string_view kGone = " (deleted)";
  if (program.ends_with(kGone)) program.resize(program.size() - kGone.size());
  ::execv(program.c_str(), arguments.data());
  ::execv("/proc/self/exe", arguments.data());
  return {ErrorCode::internal, std::string("it cannot begin anew: ") + std::strerror(errno)};
}

}  // namespace biaoshen
