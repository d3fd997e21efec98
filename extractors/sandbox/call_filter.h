// Which system calls a process may still make (seccomp). Refused, whatever rights it has: network;
// programs and processes; others' memory, signals and priorities; rights, limits and identity;
// names and attributes in the file system, opening to write; mounts and namespaces; what carries
// messages and memory between processes; what programs the kernel; and every call that is younger
// than the newest that was weighed here, as if the kernel were an older one.
//
// Refused calls fail with an errno that libraries take for an answer: they probe, and live on.
// Calls in the manner of another architecture end the process: none is ever meant.
// What it cannot refuse is to open a file to read: that is for Landlock. Tests of older kernels'
// Landlock rely on it (landlock.h).
//
// Tested by tests/sandbox/call_filter_test.cpp.
#pragma once

namespace biaoshen {

bool is_call_filter_offered();

// Confines this process, which has one thread, and those it starts. False: nothing was changed.
// Needs no_new_privs.
bool enter_call_filter();

}  // namespace biaoshen
