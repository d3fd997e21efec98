#include "pipeline/base/did_you_mean.h"

#include <catch2/catch.hpp>

using namespace biaoshen;

TEST_CASE("the nearest known name is proposed, and none where nothing is near") {
  const KnownNames known = {"settle", "poll", "programme"};
  CHECK(did_you_mean("setle", known) == "; did you mean “settle”?");
  CHECK(nearest_name("program", known) == "programme");
  CHECK(nearest_name("entirely-else", known).empty());
  CHECK(did_you_mean("entirely-else", known).empty());
}

TEST_CASE("a name of any length is compared at most with what could be meant") {
  CHECK(nearest_name(std::string(10'000, 's'), {"settle"}).empty());
  CHECK(nearest_name("", {"settle"}).empty());
}
