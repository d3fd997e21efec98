// All bytes arrive, or it is said that they did not.
#include "pipeline/base/write_all.h"

#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <string>
#include <thread>

using namespace biaoshen;

TEST_CASE("more than a pipe holds arrives whole") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  std::string got;
  std::thread reader([&] {
    char piece[1000];
    for (ssize_t length; (length = ::read(ends[0], piece, sizeof piece)) > 0;)
      got.append(piece, static_cast<std::size_t>(length));
  });
  const std::string sent(1 << 20, 'x');
  CHECK(write_all(ends[1], sent));
  ::close(ends[1]);
  reader.join();
  ::close(ends[0]);
  CHECK(got == sent);
}

TEST_CASE("a full disk is said") {
  const int full = ::open("/dev/full", O_WRONLY);
  REQUIRE(full >= 0);
  CHECK_FALSE(write_all(full, "x"));
  CHECK(errno == ENOSPC);
  CHECK(write_all(full, ""));
  ::close(full);
}
