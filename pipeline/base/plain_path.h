// Paths as they are compared: without dots, links and a slash at their end.
// Tested by tests/base/plain_path_test.cpp.
#pragma once

#include <filesystem>

namespace biaoshen {

std::filesystem::path plain_path(const std::filesystem::path& path);
bool is_inside(const std::filesystem::path& inner, const std::filesystem::path& outer);

}  // namespace biaoshen
