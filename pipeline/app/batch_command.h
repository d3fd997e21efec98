// `biaoshen batch INBOX --out OUT`: every entry of INBOX is a dossier. Reviews what is new or
// has changed, lays all of them side by side, puts what that shows into each dossier concerned
// and into the index, the register and batch.json.
//
// It refuses to touch INBOX, and a dossier that fails does not stop the others.
//
// Tested by tests/app/batch_command_test.cpp.
#pragma once

#include <string>

#include "pipeline/app/review_run.h"

namespace biaoshen {

struct BatchOptions : ReviewSettings {
  std::string inbox;
  bool force = false;  // review also what has not changed
};

int batch_command(const BatchOptions& options);

}  // namespace biaoshen
