#include "validity.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace biaoshen {

std::string objections(const std::string& json, const std::string& schema) {
  // Test programs may run side by side.
  const std::string path =
      std::string(BINARY_DIR) + "/validity-" + std::to_string(::getpid()) + ".json";
  std::ofstream(path, std::ios::binary) << json;
  const std::filesystem::path root = SOURCE_DIR;
  const std::string command =
      "/usr/bin/python3 '" SOURCE_DIR "/tests/templates/validate_json.py' '" +
      (root / schema).string() + "' '" + path + "' > '" + path + ".log' 2>&1";
  const int status = std::system(command.c_str());
  std::stringstream log;
  log << std::ifstream(path + ".log").rdbuf();
  for (const std::string& made : {path, path + ".log"}) ::unlink(made.c_str());
  return status == 0 ? std::string() : "not valid: " + log.str();
}

}  // namespace biaoshen
