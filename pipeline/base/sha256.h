// SHA-256 of bytes and of files, in lower-case hex; for a Content-Security-Policy in base64.
// Tested by tests/base/sha256_test.cpp.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "pipeline/base/result.h"

namespace biaoshen {

std::string sha256(std::string_view bytes);
std::string sha256_base64(std::string_view bytes);

// Streams the file; memory does not grow with it.
Result<std::string> sha256_of_file(const std::filesystem::path& path);
// From its beginning to its end, wherever it stands.
Result<std::string> sha256_of_open_file(int descriptor);

}  // namespace biaoshen
