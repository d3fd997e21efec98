#include "pipeline/service/signals.h"

#include <sys/signalfd.h>
#include <unistd.h>

#include <initializer_list>

namespace biaoshen {

Signals::Signals() {
  sigset_t wanted;
  sigemptyset(&wanted);
  for (int number : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&wanted, number);
  ::pthread_sigmask(SIG_BLOCK, &wanted, &before_);
  descriptor_ = ::signalfd(-1, &wanted, SFD_CLOEXEC | SFD_NONBLOCK);
  // Without a descriptor they do what they do by default: better than a program that cannot be
  // ended.
  if (descriptor_ < 0) ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

Signals::~Signals() {
  if (descriptor_ < 0) return;
  seen();  // a second SIGTERM does not kill what is about to end well
  ::close(descriptor_);
  ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

SignalsSeen Signals::seen() {
  SignalsSeen seen;
  signalfd_siginfo one{};
  while (::read(descriptor_, &one, sizeof one) == sizeof one)
    (one.ssi_signo == SIGHUP ? seen.reload : seen.stop) = true;
  return seen;
}

}  // namespace biaoshen
