// A file that is written whole or not at all: under another name first, then in the place of an
// earlier one.
//
// Tested by tests/base/whole_file_test.cpp.
#pragma once

#include <filesystem>
#include <string_view>

#include "pipeline/base/result.h"

namespace biaoshen {

// Error: output.
Result<void> write_whole_file(const std::filesystem::path& file, std::string_view bytes);

}  // namespace biaoshen
