#include "pipeline/service/local_time.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <ctime>

using namespace biaoshen;
using std::chrono::system_clock;

namespace {

std::string in_zone(const char* zone, system_clock::time_point at, TimeDetail detail) {
  const char* before = std::getenv("TZ");
  const std::string kept = before == nullptr ? "" : before;
  ::setenv("TZ", zone, 1);
  ::tzset();
  const std::string text = local_time(at, detail);
  before == nullptr ? ::unsetenv("TZ") : ::setenv("TZ", kept.c_str(), 1);
  ::tzset();
  return text;
}

}  // namespace

TEST_CASE("points in time are written with the offset of the zone") {
  const system_clock::time_point at =
      system_clock::from_time_t(1'772'323'200) + std::chrono::milliseconds(7);
  CHECK(in_zone("UTC0", at, TimeDetail::seconds) == "2026-03-01T00:00:00+00:00");
  CHECK(in_zone("CST-8", at, TimeDetail::milliseconds) == "2026-03-01T08:00:00.007+08:00");
  CHECK(in_zone("NST3:30", at, TimeDetail::seconds) == "2026-02-28T20:30:00-03:30");
  CHECK(in_zone("UTC0", system_clock::from_time_t(0) - std::chrono::milliseconds(1),
                TimeDetail::milliseconds) == "1969-12-31T23:59:59.999+00:00");
  CHECK(seconds_since_1970(at) == Approx(1'772'323'200.007).margin(1e-6));
}
