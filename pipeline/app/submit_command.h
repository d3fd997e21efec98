// `biaoshen submit --engine slurm|parallel|kubernetes --manifest M --out OUT [--shards N] [--
// OPTIONS]`: hands a planned batch to a scheduler that is there already; OPTIONS are those of
// `batch`, for every shard and the merge. For Slurm it submits an array of shards and the merge
// that waits for it; for the others it prints what to run or apply. The manifest and the scripts
// stay in OUT/.biaoshen/submitted, to be looked at.
//
// It is no engine: it starts nothing itself and waits for nothing. The scripts are files of
// pipeline/package/cluster. Tested by tests/app/submit_test.cpp and tests/cluster/.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace biaoshen {

struct SubmitOptions {
  std::string engine, manifest, out;
  std::size_t shards = 0;  // 0: so many that each takes about ten minutes
  unsigned cpus = 1;       // of a shard
  bool only_print = false;
  std::vector<std::string> review;  // options of every shard and of the merge
};

int submit_command(const SubmitOptions& options);

}  // namespace biaoshen
