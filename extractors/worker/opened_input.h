// A file of a dossier, opened once to be read by a reader, and what it holds: the recognition cache
// must know whose contents a reader has before it, not which were there a moment ago.
//
// Whoever changes the file between opening and asking gets no contents. It trusts the file's time
// of change (ctime), which nobody can set but an owner of the machine.
// Tested by tests/worker/opened_input_test.cpp.
#pragma once

#include <sys/stat.h>

#include <optional>
#include <string>

#include "pipeline/base/open_plain.h"

namespace biaoshen {

class OpenedInput {
 public:
  explicit OpenedInput(Descriptor file);
  int descriptor() const { return file_.value(); }
  // The SHA-256 of what has been in it since it was opened; empty where it has changed. The file is
  // gone through once, when this is first asked.
  std::string contents();

 private:
  bool is_unchanged() const;

  Descriptor file_;
  struct stat as_opened_ {};
  std::optional<std::string> sha256_;
};

}  // namespace biaoshen
