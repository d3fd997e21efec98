// A kernel that lacks some calls, as this process and those it starts see it.
#pragma once

#include <vector>

namespace biaoshen::testing {

// From now on `calls` fail as on a kernel that does not know them, and prctl fails for `options`.
bool become_older_kernel(const std::vector<int>& calls, const std::vector<int>& options);

}  // namespace biaoshen::testing
