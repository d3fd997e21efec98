// Runs one of the built programs as a user would, and keeps what it said.
#pragma once

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

namespace biaoshen::test {

using Json = nlohmann::ordered_json;

struct Ran {
  int exit = -1;  // 128 + number where a signal ended it
  std::string out, err;
};

using Environment = std::vector<std::pair<std::string, std::string>>;

// `command[0]` is the program's path. `more` is added to this process's environment;
// `scratch` is an existing folder for the two streams.
Ran run_program(const std::vector<std::string>& command, const std::filesystem::path& scratch,
                const Environment& more = {});

std::string read_whole(const std::filesystem::path& path);
void write_whole(const std::filesystem::path& path, const std::string& text);
// Every file below a folder: its path in the folder -> its contents.
std::map<std::string, std::string> files_of(const std::filesystem::path& folder);

// An empty folder below the build folder; what was there before is gone.
std::filesystem::path fresh_folder(const std::string& name);

// `biaoshen` with these arguments.
Ran biaoshen(std::vector<std::string> arguments, const Environment& more = {});

}  // namespace biaoshen::test
