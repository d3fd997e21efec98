// `biaoshen batch --manifest M --shard I --shards N --out OUT`: reviews every N-th dossier of a
// manifest, beginning with line I (from 0), beside others that do the rest on this machine or on
// others that share OUT. `biaoshen merge` makes a batch of what all of them did.
//
// Run again at any time it does what is left; two that do the same disturb nobody. It keeps nothing
// that machines would have to share but files: receipts of what is done, notes of tries. Each
// dossier has a review of its own; copies are found by `merge`.
//
// Exit codes are for schedulers: 0 all done; 6 some have no result, and another try would change
// nothing; 75 try again (stopped, OUT or INBOX cannot be reached); 78 do not (settings are wrong).
//
// Tested by tests/app/shard_test.cpp and tests/cluster/.
#pragma once

#include "pipeline/app/service_options.h"

namespace biaoshen {

int shard_command(const ServiceOptions& options);

}  // namespace biaoshen
