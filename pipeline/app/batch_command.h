// `biaoshen batch INBOX --out OUT`: every entry of INBOX is a dossier. Reviews what is new or
// has changed, side by side, each in a process of its own; lays all of them side by side, puts what
// that shows into each dossier concerned and into the index, the register and batch.json.
//
// It refuses to touch INBOX, and a dossier that fails does not stop the others. Stopped at any
// moment (--until, a signal, a power cut) the next one goes on where it was.
//
// Tested by tests/app/batch_command_test.cpp and tests/endurance/.
#pragma once

#include "pipeline/app/service_options.h"

namespace biaoshen {

int batch_command(const ServiceOptions& options);

}  // namespace biaoshen
