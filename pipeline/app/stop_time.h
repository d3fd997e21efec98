// --until HH:MM: the next time that the local clock shows so.
//
// Tested by tests/app/batch_command_test.cpp.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "pipeline/base/result.h"

namespace biaoshen {

// Counted on the steady clock from now on: a clock that is set meanwhile ends nothing early.
class StopTime {
 public:
  explicit StopTime(std::chrono::seconds left) : at_(std::chrono::steady_clock::now() + left) {}
  bool is_over() const { return std::chrono::steady_clock::now() >= at_; }

 private:
  std::chrono::steady_clock::time_point at_;
};

// Empty: none. Error: usage.
Result<std::optional<StopTime>> stop_time(const std::string& hour_and_minute);

}  // namespace biaoshen
