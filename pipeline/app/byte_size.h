// A number of bytes as people write it: 500M, 2G, 0. K, M and G are powers of 1024.
// Tested by tests/app/batch_command_test.cpp.
#pragma once

#include <cstdint>
#include <string>

#include "pipeline/base/result.h"

namespace biaoshen {

// `option` is for the message. Error: usage.
Result<std::uint64_t> byte_size(const std::string& text, const std::string& option);

}  // namespace biaoshen
