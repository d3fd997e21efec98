// Names that outsiders gave to files: made readable, never followed blindly.
// Tested by tests/base/untrusted_path_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace biaoshen {

struct ReadableName {
  std::string text;          // valid UTF-8 without control characters, what people see
  bool was_decoded = false;  // the bytes were not UTF-8: read as GB18030, or shown as \xNN
};

// `bytes` of one name or path as a person should see it.
ReadableName readable_name(std::string_view bytes);

// Thumbs.db, .DS_Store, desktop.ini, __MACOSX, ~$lock files, unfinished downloads: left by
// operating systems, Office and browsers, never part of an application. `name` is one name, not a
// path.
bool is_litter(std::string_view name);

}  // namespace biaoshen
