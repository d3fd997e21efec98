#include "extractors/sandbox/sandbox.h"

#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <new>

#include "extractors/sandbox/call_filter.h"
#include "extractors/sandbox/landlock.h"

namespace biaoshen {
namespace {

// Address sanitizers map terabytes and touch little of them.
#if defined(BIAOSHEN_SANITIZED)
constexpr bool kMapsWithoutUse = true;
#else
constexpr bool kMapsWithoutUse = false;
#endif

// `grace`: how much later the hard limit comes than the one that sends a signal that says why. A
// limit that is tighter already stays.
bool limit(__rlimit_resource resource, rlim_t value, rlim_t grace = 0) {
  rlimit now{};
  if (::getrlimit(resource, &now) != 0) return false;
  const rlim_t hard = std::min(value + grace, now.rlim_max);
  const rlimit both{std::min(value, hard), hard};
  return ::setrlimit(resource, &both) == 0;
}

bool enter_limits(const Limits& limits) {
  // A library that tries to write a file all the same meets the limit on file size below; with
  // the signal ignored the write fails and the reader lives on.
  bool all = std::signal(SIGXFSZ, SIG_IGN) != SIG_ERR;
  std::set_new_handler([] { _exit(kOutOfMemoryStatus); });
  if (limits.address_space > 0 && !kMapsWithoutUse) all &= limit(RLIMIT_AS, limits.address_space);
  if (limits.seconds > 0) all &= limit(RLIMIT_CPU, static_cast<rlim_t>(limits.seconds) + 1, 5);
  all &= limit(RLIMIT_FSIZE, 0);
  all &= limit(RLIMIT_CORE, 0);
  all &= limit(RLIMIT_NOFILE, 64);
  // HEIF is decoded in threads, so these cannot be forbidden; the kernel counts them by the user.
  all &= limit(RLIMIT_NPROC, 8192);
  // Recursion ends at the same depth on every machine, whatever the shell allowed.
  all &= limit(RLIMIT_STACK, 8u << 20);
  return all;
}

// Also of the rights of an administrator who runs the program: none of them is left.
bool give_up_rights() {
  __user_cap_header_struct own{_LINUX_CAPABILITY_VERSION_3, 0};
  const std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> none{};
  std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> left{};
  ::syscall(SYS_capset, &own, none.data());
  // A service may forbid the call above, where it has no rights anyway: what counts is what is
  // left.
  const bool is_known = ::syscall(SYS_capget, &own, left.data()) == 0;
  const bool has_none = std::all_of(left.begin(), left.end(), [](const auto& some) {
    return (some.permitted | some.effective) == 0;
  });
  return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && is_known && has_none;
}

}  // namespace

std::string to_string(const SandboxLayers& layers) {
  std::string text;
  const auto add = [&](bool is_on, const std::string& name) {
    if (is_on) text += (text.empty() ? "" : ", ") + name;
  };
  add(layers.limits, "limits");
  add(layers.no_new_privileges, "no-new-privileges");
  add(layers.landlock > 0, "landlock " + std::to_string(layers.landlock));
  add(layers.call_filter, "call-filter");
  return text.empty() ? "none" : text;
}

SandboxLayers offered_layers() {
  SandboxLayers layers;
  layers.limits = true;  // as old as the kernel itself
  layers.no_new_privileges = ::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) >= 0;
  layers.landlock = landlock_version();
  layers.call_filter = is_call_filter_offered();
  return layers;
}

// Each layer before the one that would refuse to enter it.
SandboxLayers enter_sandbox(const Limits& limits, std::span<const std::filesystem::path> readable) {
  SandboxLayers layers;
  layers.limits = enter_limits(limits);
  layers.no_new_privileges = give_up_rights();
  const unsigned version = landlock_version();
  layers.landlock = enter_landlock(version, readable) ? version : 0;
  layers.call_filter = enter_call_filter();
  return layers;
}

}  // namespace biaoshen
