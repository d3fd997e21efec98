// What keeps a process that opens what outsiders sent from doing anything but that. Four layers,
// none of which needs rights:
//
// - limits: memory, processor time, stack, descriptors, threads; no file written, no core
// - no new privileges: none is gained, and those of an administrator are given up
// - landlock: no file is opened but to read, and only below the folders named; no TCP
// - call filter (seccomp): no network, no program or process started, no rights changed, nobody
//   else signalled or looked into
//
// What the kernel does not offer is left out and told: it is for the caller to refuse. Layers that
// are on stay on; there is no way back out.
//
// extractors/README.md says what each layer stands against (threat model).
// Tested by tests/sandbox/sandbox_test.cpp, from inside; each layer by a test of its own.
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "pipeline/contracts.h"

namespace biaoshen {

struct SandboxLayers {
  bool limits = false;
  bool no_new_privileges = false;
  unsigned landlock = 0;  // the version (ABI) of the kernel's; 0: none
  bool call_filter = false;

  bool are_complete() const { return limits && no_new_privileges && landlock > 0 && call_filter; }
  friend bool operator==(const SandboxLayers&, const SandboxLayers&) = default;
};

// "limits, no-new-privileges, landlock 7, call-filter"; "none". For logs: the same words for ever.
std::string to_string(const SandboxLayers& layers);

// What this kernel offers. Changes nothing and starts nothing.
SandboxLayers offered_layers();

// Confines this process, which has one thread, for good. `readable`: files and folders that may
// be opened to read; those that are not there are passed over. What did not work is off in what
// is returned. A new[] or new beyond the limit of memory ends the process with
// kOutOfMemoryStatus.
SandboxLayers enter_sandbox(const Limits& limits, std::span<const std::filesystem::path> readable);

inline constexpr int kOutOfMemoryStatus = 71;

}  // namespace biaoshen
