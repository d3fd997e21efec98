// `biaoshen inspect FILE`: what one file says, as one JSON object on stdout.
#pragma once

#include <string>
#include <vector>

namespace biaoshen {

// `limits`: NAME=VALUE, as limit_options.h has them.
int inspect_command(const std::string& path, const std::vector<std::string>& limits);

}  // namespace biaoshen
