// The configuration file of a service (TOML): the long options of `watch` and `batch` as keys, at
// the top for both, in [watch] and [batch] for one of them. What is told of a file is all of its
// mistakes, each with its line; a file with mistakes is not used in part.
//
//   inbox = "inbox"          # relative to the folder of this file
//   out = "/srv/out"
//   limit = ["entries=5000"]
//   [watch]
//   settle = 60
//
// It does not know what the command line gives: that goes before (pipeline/app/config_option.h).
// Whether a path exists is the commands' business.
//
// Tested by tests/service/config_test.cpp.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/profile.h"

namespace biaoshen {

struct ConfigMistake {
  int line = 0;
  Wording message;
};

// An option of the command line, as the file gives it.
struct Setting {
  std::string option;               // long name without dashes
  std::vector<std::string> values;  // as on the command line; {"true"} of a flag
  int line = 0;
};

struct Configuration {
  std::vector<Setting> watch, batch;    // in the order of config_keys()
  std::vector<ConfigMistake> mistakes;  // by line
};

// `folder`: of the file, absolute.
Configuration read_configuration(std::string_view toml, const std::filesystem::path& folder);

}  // namespace biaoshen
