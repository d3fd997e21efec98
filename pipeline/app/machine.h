// Whether this machine has what a review needs. Shared by `doctor`, which tells everything,
// and by `review`, which refuses to start where text would silently be missing.
#pragma once

#include <string>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/model/profile.h"

namespace biaoshen {

struct MachineCheck {
  Wording what;
  bool is_fine = false;
  bool is_needed = true;  // false: the program works without, and says so in its results
  Wording detail;         // what was found
  std::string mend;       // the command that mends it; empty where nothing is to be done
};

std::vector<MachineCheck> examine_machine();

// Error `internal` naming the first needed thing that is lacking, the sandbox among them where it
// is required.
Result<void> check_machine(bool require_sandbox);

}  // namespace biaoshen
