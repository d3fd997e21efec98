// The cores that a process may use.
#include "pipeline/base/usable_cores.h"

#include <sched.h>

#include <catch2/catch.hpp>
#include <thread>

using namespace biaoshen;

TEST_CASE("a quota of a control group is so many cores, a part of one being one") {
  CHECK(cores_of_quota("200000 100000\n") == 2);
  CHECK(cores_of_quota("150000 100000\n") == 2);
  CHECK(cores_of_quota("10000 100000\n") == 1);
}

TEST_CASE("what sets no limit, or makes no sense, limits nothing") {
  for (const char* text :
       {"max 100000\n", "", "2", "200000", "200000 0", "0 100000", "x y", "200000 x"})
    CHECK(cores_of_quota(text) == 0);
}

TEST_CASE("a process that may run on one core uses one") {
  unsigned seen = 0;
  std::thread([&] {  // affinity is a thread's own
    cpu_set_t one;
    CPU_ZERO(&one);
    cpu_set_t all;
    REQUIRE(::sched_getaffinity(0, sizeof all, &all) == 0);
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu)
      if (CPU_ISSET(cpu, &all)) {
        CPU_SET(cpu, &one);
        break;
      }
    REQUIRE(::sched_setaffinity(0, sizeof one, &one) == 0);
    seen = usable_cores();
  })
      .join();
  CHECK(seen == 1);
  CHECK(usable_cores() >= 1);
}
