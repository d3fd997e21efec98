#include "pipeline/service/local_time.h"

#include <array>
#include <cstdio>
#include <ctime>

namespace biaoshen {

std::string local_time(std::chrono::system_clock::time_point at, TimeDetail detail) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(at);
  const std::time_t time = std::chrono::system_clock::to_time_t(seconds);
  std::tm local{};
  if (::localtime_r(&time, &local) == nullptr) return {};
  std::array<char, 64> day{}, offset{};
  if (std::strftime(day.data(), day.size(), "%Y-%m-%dT%H:%M:%S", &local) == 0 ||
      std::strftime(offset.data(), offset.size(), "%z", &local) == 0)  // +0800
    return {};
  std::string text = day.data();
  if (detail == TimeDetail::milliseconds) {
    const auto rest = std::chrono::duration_cast<std::chrono::milliseconds>(at - seconds).count();
    std::array<char, 16> fraction{};
    static_cast<void>(
        std::snprintf(fraction.data(), fraction.size(), ".%03d", static_cast<int>(rest)));
    text += fraction.data();
  }
  return text + std::string(offset.data(), 3) + ":" + std::string(offset.data() + 3, 2);
}

std::string local_time_now(TimeDetail detail) {
  return local_time(std::chrono::system_clock::now(), detail);
}

double seconds_since_1970(std::chrono::system_clock::time_point at) {
  return std::chrono::duration<double>(at.time_since_epoch()).count();
}

}  // namespace biaoshen
