// `biaoshen inspect FILE`: what one file says, as one JSON object on stdout.
#pragma once

#include <string>
#include <vector>

namespace biaoshen {

struct InspectOptions {
  std::string file;
  std::vector<std::string> limits;  // NAME=VALUE, as limit_options.h has them
  bool require_sandbox = false;
};

int inspect_command(const InspectOptions& options);

}  // namespace biaoshen
