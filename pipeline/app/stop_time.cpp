#include "pipeline/app/stop_time.h"

#include <ctime>

namespace biaoshen {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

Result<std::optional<StopTime>> stop_time(const std::string& text) {
  if (text.empty()) return std::optional<StopTime>();
  const bool is_time = text.size() == 5 && is_digit(text[0]) && is_digit(text[1]) &&
                       text[2] == ':' && is_digit(text[3]) && is_digit(text[4]);
  const int hour = is_time ? std::stoi(text.substr(0, 2)) : 24;
  const int minute = is_time ? std::stoi(text.substr(3)) : 60;
  if (hour > 23 || minute > 59)
    return fail(ErrorCode::usage,
                "--until " + text + ": not a time of the day; write HH:MM, as in 06:30");
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm at{};
  localtime_r(&now, &at);
  at.tm_hour = hour;
  at.tm_min = minute;
  at.tm_sec = 0;
  std::time_t stop = std::mktime(&at);
  if (stop <= now) {
    ++at.tm_mday;
    at.tm_isdst = -1;
    stop = std::mktime(&at);
  }
  return std::optional<StopTime>(std::chrono::seconds(stop - now));
}

}  // namespace biaoshen
