// `biaoshen inspect FILE`: what one file says, as one JSON object on stdout.
#pragma once

#include <string>

namespace biaoshen {

int inspect_command(const std::string& path);

}  // namespace biaoshen
