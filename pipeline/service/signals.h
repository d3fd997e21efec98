// SIGTERM, SIGINT and SIGHUP as something to poll() for, instead of something that interrupts. They
// are blocked from the first to the last day of a Signals; processes started meanwhile must unblock
// them (a crew's do). Tested by tests/service/signals_test.cpp.
#pragma once

#include <csignal>

namespace biaoshen {

struct SignalsSeen {
  bool stop = false;    // SIGTERM, SIGINT
  bool reload = false;  // SIGHUP
};

class Signals {
 public:
  Signals();
  ~Signals();
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;

  int descriptor() const { return descriptor_; }  // for poll()
  // Since the last call. Never blocks.
  SignalsSeen seen();

 private:
  int descriptor_ = -1;
  sigset_t before_{};
};

}  // namespace biaoshen
