// A service begins anew in its own process (SIGHUP): the same command line, read again with the
// configuration, profiles, policy and waivers as they are now.
//
// Tested by tests/endurance/.
#pragma once

#include "pipeline/app/service_options.h"

namespace biaoshen {

// Whether it would come up again: an error that names the mistakes where it would not.
Result<void> why_not_restart(const ServiceOptions& options);

// Does not return where it succeeds. Locks and files must be closed with the process (O_CLOEXEC).
Error restart_program();

}  // namespace biaoshen
