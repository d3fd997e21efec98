#include "extractors/sandbox/sandbox.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <new>

namespace biaoshen {
namespace {

// `grace`: how much later the hard limit comes than the one that sends a signal that says why.
void limit(int resource, rlim_t value, rlim_t grace = 0) {
  const rlimit both{value, value + grace};
  setrlimit(static_cast<__rlimit_resource_t>(resource), &both);
}

}  // namespace

std::string to_string(const SandboxLayers& layers) {
  return layers.limits ? "limits" : "none";
}

SandboxLayers offered_layers() {
  return {};
}

SandboxLayers enter_sandbox(const Limits& limits, std::span<const std::filesystem::path>) {
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  // A library that tries to write a file all the same meets the limit on file size below; with
  // the signal ignored the write fails and the reader lives on.
  std::signal(SIGXFSZ, SIG_IGN);
#if !defined(__SANITIZE_ADDRESS__)  // which maps terabytes and touches little of them
  if (limits.address_space > 0) limit(RLIMIT_AS, limits.address_space);
#endif
  if (limits.seconds > 0) limit(RLIMIT_CPU, static_cast<rlim_t>(limits.seconds) + 1, 5);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NOFILE, 64);
  std::set_new_handler([] { _exit(kOutOfMemoryStatus); });
  SandboxLayers layers;
  layers.limits = layers.no_new_privileges = true;
  return layers;
}

}  // namespace biaoshen
