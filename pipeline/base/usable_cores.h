// How many cores this process may use: what its affinity allows (a task of Slurm, taskset), or what
// its control group pays for where that is less (a container, CPUQuota= of systemd).
//
// Tested by tests/base/usable_cores_test.cpp.
#pragma once

#include <string_view>

namespace biaoshen {

unsigned usable_cores();  // at least 1

// Of the text of a cgroup's cpu.max ("150000 100000" are 2 cores); 0: it sets no limit.
unsigned cores_of_quota(std::string_view cpu_max);

}  // namespace biaoshen
