// Runs another program in a folder of its own: nothing of our environment, a process group that is
// killed at the deadline, or when the folder grows over its limit. What it prints goes into a file
// of the folder. Exists because office programs hang, fork and fill disks.
//
// Tested by tests/convert/office_conversion_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace biaoshen {

enum class ProgramEnd : std::uint8_t { done, failed, late, too_large, not_started };

struct ProgramLimits {
  double seconds = 60;
  std::uint64_t folder_bytes = 512ull << 20;
  std::uint64_t address_space = 4ull << 30;
};

// `command[0]` is the program's path. HOME and TMPDIR are `folder`; its output is `folder`/said.
ProgramEnd run_program(const std::vector<std::string>& command, const std::filesystem::path& folder,
                       const ProgramLimits& limits);

}  // namespace biaoshen
