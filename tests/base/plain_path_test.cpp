// Paths compared without dots, links and slashes at the end.
#include "pipeline/base/plain_path.h"

#include <catch2/catch.hpp>

using namespace biaoshen;

TEST_CASE("dots and a slash at the end do not make another path") {
  CHECK(plain_path("/a/./b/../c/") == "/a/c");
  CHECK(plain_path("/a/c") == "/a/c");
}

TEST_CASE("a folder is inside itself and what holds it, not inside one with a longer name") {
  CHECK(is_inside("/a/b", "/a/b"));
  CHECK(is_inside("/a/b/c", "/a/b"));
  CHECK_FALSE(is_inside("/a/bc", "/a/b"));
  CHECK_FALSE(is_inside("/a", "/a/b"));
}
