// Points in time as people at this machine write them: RFC 3339 with the offset of the local time
// zone, 2026-03-01T08:00:00+08:00. Tested by tests/service/local_time_test.cpp.
#pragma once

#include <chrono>
#include <string>

namespace biaoshen {

enum class TimeDetail : unsigned char { seconds, milliseconds };

std::string local_time(std::chrono::system_clock::time_point at,
                       TimeDetail detail = TimeDetail::seconds);
std::string local_time_now(TimeDetail detail = TimeDetail::seconds);
double seconds_since_1970(std::chrono::system_clock::time_point at);

}  // namespace biaoshen
