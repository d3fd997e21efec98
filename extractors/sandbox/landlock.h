// Landlock: the kernel's way for a process without rights to give up the file system. What is not
// named here can no longer be opened; nothing at all can be written, made, renamed or removed by
// path; no TCP port can be bound or connected to; nobody outside can be signalled or reached by an
// abstract socket. How much of it there is depends on the version (ABI) of the kernel's Landlock:
//
//   1 (5.13)  files       3 (6.2)   truncation by path     5 (6.10)  requests to devices
//   2 (5.19)  renames     4 (6.7)   TCP                    6 (6.12)  signals, abstract sockets
//
// What an older one leaves open, the call filter closes as well. What it leaves open whatever its
// version: `stat`, which tells names, sizes and times, and descriptors that are open already.
// By raw system calls: libc has none for it, and Debian 12's headers know versions 1 and 2 only.
//
// Tested by tests/sandbox/landlock_test.cpp.
#pragma once

#include <filesystem>
#include <span>

namespace biaoshen {

// What the kernel offers; 0: none.
unsigned landlock_version();

// Confines this thread and those it starts from now on. `readable`: files, and folders with all
// that is in them; links are followed once, now; what is not there is passed over. Uses no more
// than `version` has. False: nothing was changed. Needs no_new_privs.
bool enter_landlock(unsigned version, std::span<const std::filesystem::path> readable);

}  // namespace biaoshen
