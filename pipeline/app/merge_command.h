// `biaoshen merge --manifest M --out OUT`: makes one batch of what shards did: copies among all
// dossiers, rules over all of them, index, register and batch.json, byte for byte as if one process
// had done it all.
//
// It counts and does not trust: a dossier whose files, as they look now, nobody has a receipt for,
// or whose result is not of this program, profile and options, is a hole. With holes nothing is
// written; the manifest of them goes to stdout, for the next `batch --manifest`, and the exit code
// is 1.
//
// Tested by tests/app/merge_test.cpp.
#pragma once

#include "pipeline/app/service_options.h"

namespace biaoshen {

int merge_command(const ServiceOptions& options);

}  // namespace biaoshen
