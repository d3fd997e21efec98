#include "extractors/finders/finder_table.h"

#include <catch2/catch.hpp>

#include <set>

using namespace biaoshen;

TEST_CASE("every finder has a name of its own, a sentence about it and a function") {
  std::set<std::string_view> names;
  for (const FinderRow& row : finders()) {
    CAPTURE(row.name);
    CHECK(names.insert(row.name).second);
    CHECK(row.doc.ends_with('.'));
    CHECK(row.find != nullptr);
    CHECK(finder_named(row.name) == &row);
  }
  CHECK(finder_named("oracle") == nullptr);
}
