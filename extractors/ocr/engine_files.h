// The files that recognition rests on, looked at from outside: loading an engine takes longer than
// reading a small file, and most files show no picture that is not known already.
//
// Tested by tests/ocr/engine_files_test.cpp.
#pragma once

#include <filesystem>
#include <string>

namespace biaoshen {

// Whether all files of PP-OCRv4 are there.
bool has_models(const std::filesystem::path& models);

// Size and time of change of each file of each engine: another text where one was installed,
// exchanged or removed.
std::string engine_stamp(const std::filesystem::path& models);

}  // namespace biaoshen
