// What a configuration file may say: each long option of `watch` and `batch` is a key of the same
// name, with the kind of value it takes. A value is checked here as the command line checks it, so
// that a file's mistakes are told with their lines before anything runs.
//
// Tested by tests/service/config_test.cpp; tests/package/options_test.py compares it with --help.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "pipeline/model/profile.h"

namespace biaoshen {

enum class KeyKind : unsigned char {
  text,      // a word, an id
  path,      // relative to the folder of the file
  flag,      // true or false
  whole,     // 0, 1, …
  seconds,   // 20, 0.5, 0
  period,    // 20, 0.5: more than 0
  date,      // 2026-08-31
  time,      // 06:30
  size,      // 2G, 500M
  language,  // zh, en
  verdict,   // return, review
  limits     // ["entries=5000"]
};

struct ConfigKey {
  std::string_view name;
  KeyKind kind;
  bool of_watch = true, of_batch = true;
};

std::span<const ConfigKey> config_keys();
const ConfigKey* config_key(std::string_view name);

// What a value of this kind looks like: "a number of seconds, such as 20".
Wording expected_of(KeyKind kind);
// Whether a string (for seconds and whole numbers: as written on a command line) is one.
bool is_fit(KeyKind kind, std::string_view value);

}  // namespace biaoshen
