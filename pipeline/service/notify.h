// What systemd wants to know of a service (sd_notify(3)). Without systemd, that is without
// NOTIFY_SOCKET in the environment, nothing happens. Tested by tests/service/notify_test.cpp.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace biaoshen {

void notify_ready(std::string_view status);  // also after reloading
void notify_reloading();
void notify_stopping(std::string_view status);
void notify_status(std::string_view status);  // one line for people
void notify_alive();                          // the watchdog

// How often notify_alive() is due: half of what the watchdog allows. Nothing: it is not on.
std::optional<std::chrono::milliseconds> watchdog_interval();

}  // namespace biaoshen
