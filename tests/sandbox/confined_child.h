// Attempts made in a process of their own, which can be confined for good and never comes back.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <functional>

namespace biaoshen::testing {

// What waitpid says of a child that does this.
inline int wait_status_of(const std::function<void()>& what) {
  const pid_t child = ::fork();
  if (child == 0) {
    what();
    ::_exit(0);
  }
  int status = -1;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

using Attempt = std::function<long()>;  // below 0: failed, with errno

inline constexpr int kNotConfined = 254, kEndedBySignal = 255;

// The errno an attempt meets in a child that `confine` has confined; 0: it succeeded.
inline int errno_after(const std::function<bool()>& confine, const Attempt& attempt) {
  const int status = wait_status_of([&] {
    if (!confine()) ::_exit(kNotConfined);
    errno = 0;
    ::_exit(attempt() < 0 ? errno : 0);
  });
  return WIFEXITED(status) ? WEXITSTATUS(status) : kEndedBySignal;
}

inline int errno_of(const Attempt& attempt) {
  return errno_after([] { return true; }, attempt);
}

// Whether the claim is true in a child, which may confine itself to see.
inline bool holds_in_child(const std::function<bool()>& claim) {
  return wait_status_of([&] { ::_exit(claim() ? 0 : 1); }) == 0;
}

}  // namespace biaoshen::testing
