// Comma-separated values: quotes, separators, line ends.
#include "extractors/panel/csv_rows.h"

#include <catch2/catch.hpp>

using namespace biaoshen;

namespace {

using Row = std::vector<std::string>;

std::vector<Row> cells(std::string_view text, std::string_view separator = ",") {
  std::vector<Row> all;
  for (const CsvRow& row : csv_rows(text, separator)) all.push_back(row.cells);
  return all;
}

}  // namespace

TEST_CASE("lines are rows, separators end cells") {
  CHECK(cells("a,b\nc,,d\n") == std::vector<Row>{{"a", "b"}, {"c", "", "d"}});
  CHECK(cells("a,b") == std::vector<Row>{{"a", "b"}});
  CHECK(cells("a,\n") == std::vector<Row>{{"a", ""}});
  CHECK(cells("").empty());
}

TEST_CASE("a quoted cell holds separators, line ends and doubled quotes") {
  CHECK(cells("\"甲,乙\",丙\n") == std::vector<Row>{{"甲,乙", "丙"}});
  CHECK(cells("\"一\n二\",三\n四") == std::vector<Row>{{"一\n二", "三"}, {"四"}});
  CHECK(cells("\"a\"\"b\",c") == std::vector<Row>{{"a\"b", "c"}});
  CHECK(cells("\"\",c") == std::vector<Row>{{"", "c"}});
}

TEST_CASE("damaged quotes lose no text") {
  CHECK(cells("\"甲,乙\n丙") == std::vector<Row>{{"甲,乙\n丙"}});
  CHECK(cells("甲\"乙\",丙") == std::vector<Row>{{"甲\"乙\"", "丙"}});
  CHECK(cells("\"甲\"乙,丙") == std::vector<Row>{{"甲乙", "丙"}});
}

TEST_CASE("the separator may be any text") {
  CHECK(cells("甲，乙", "，") == std::vector<Row>{{"甲", "乙"}});
  CHECK(cells("a\tb,c", "\t") == std::vector<Row>{{"a", "b,c"}});
}

TEST_CASE("a row knows the bytes it stands in") {
  const auto rows = csv_rows("a,b\n\"c\nd\",e\n", ",");
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].begin == 0);
  CHECK(rows[0].end == 3);
  CHECK(rows[1].begin == 4);
  CHECK(rows[1].end == 11);
}
