// `biaoshen watch INBOX --out OUT`: a batch that does not end. Each entry is reviewed once it is
// completely there, and again when its files change; OUT/index.html and OUT/status.json show what
// is going on.
//
// A scan of the inbox is the truth; events only make it come sooner. SIGHUP: it starts anew in the
// same process, with the configuration and the rules as they are then, unless there is a mistake in
// them. SIGTERM, SIGINT: it ends at once, leaving nothing half done.
//
// Tested by tests/endurance/.
#pragma once

#include "pipeline/app/service_options.h"

namespace biaoshen {

int watch_command(const ServiceOptions& options);

}  // namespace biaoshen
