#include "pipeline/service/notify.h"

#include <systemd/sd-daemon.h>

#include <cstdint>
#include <ctime>
#include <string>

#include "pipeline/base/untrusted_path.h"

namespace biaoshen {
namespace {

// "STATUS=…"; a line's end would begin another assignment.
std::string status_of(std::string_view status) {
  return "STATUS=" + readable_name(status).text;
}

// Nobody there to listen, or nobody who reads: not our trouble.
void send(const std::string& state) {
  ::sd_notify(0, state.c_str());
}

}  // namespace

void notify_ready(std::string_view status) {
  send("READY=1\n" + status_of(status));
}

void notify_reloading() {
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  const std::uint64_t microseconds = static_cast<std::uint64_t>(now.tv_sec) * 1'000'000 +
                                     static_cast<std::uint64_t>(now.tv_nsec) / 1'000;
  send("RELOADING=1\nMONOTONIC_USEC=" + std::to_string(microseconds));
}

void notify_stopping(std::string_view status) {
  send("STOPPING=1\n" + status_of(status));
}

void notify_status(std::string_view status) {
  send(status_of(status));
}

void notify_alive() {
  send("WATCHDOG=1");
}

std::optional<std::chrono::milliseconds> watchdog_interval() {
  std::uint64_t microseconds = 0;
  if (::sd_watchdog_enabled(0, &microseconds) <= 0) return std::nullopt;
  return std::chrono::milliseconds(std::max<std::uint64_t>(microseconds / 2'000, 1));
}

}  // namespace biaoshen
