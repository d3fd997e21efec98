// Claims about cells whose rulings were lost in part.
#include "extractors/readers/pictures/mend_tables.h"

#include <catch2/catch.hpp>

#include "tests/readers/word_box.h"

namespace biaoshen {
namespace {

// Two columns of 100 points, rows of 20; the left cell reaches over both rows.
RuledTable with_lost_ruling() {
  return {2,
          2,
          {0, 0, 200, 40},
          {{0, 0, 2, 1, {0, 0, 100, 40}},
           {0, 1, 1, 1, {100, 0, 200, 20}},
           {1, 1, 1, 1, {100, 20, 200, 40}}}};
}

}  // namespace

TEST_CASE("a cell with print in each of the rows it reaches over is as many cells") {
  const RuledTable table =
      mended(with_lost_ruling(), {word_box(10, 4), word_box(10, 24), word_box(110, 4)});
  REQUIRE(table.cells.size() == 4);
  CHECK(table.cells[0].row_span == 1);
  CHECK(table.cells[0].box.bottom == 20);
  CHECK(table.cells[2].row == 1);
  CHECK(table.cells[2].column == 0);
}

TEST_CASE("a merged cell with its text in the middle, or in one row, stays one") {
  CHECK(mended(with_lost_ruling(), {word_box(10, 14), word_box(110, 4)}).cells.size() == 3);
  CHECK(mended(with_lost_ruling(), {word_box(10, 4), word_box(110, 4)}).cells.size() == 3);
  CHECK(mended(with_lost_ruling(), {}).cells.size() == 3);
}

TEST_CASE("columns are mended like rows") {
  const RuledTable lost{2,
                        2,
                        {0, 0, 200, 40},
                        {{0, 0, 1, 2, {0, 0, 200, 20}},
                         {1, 0, 1, 1, {0, 20, 100, 40}},
                         {1, 1, 1, 1, {100, 20, 200, 40}}}};
  CHECK(mended(lost, {word_box(10, 4), word_box(110, 4)}).cells.size() == 4);
  CHECK(mended(lost, {word_box(80, 4)}).cells.size() == 3);
  // Running text that happens to have a gap between words at the edge.
  CHECK(mended(lost, {word_box(57, 4), word_box(102, 4)}).cells.size() == 3);
}

TEST_CASE("where several rulings end, one lies across") {
  // The head of a table is shaded: columns begin below it, and no line was seen there.
  std::vector<Ruling> rulings = {{true, 0, 0, 300},   {true, 60, 0, 300},   {false, 0, 0, 60},
                                 {false, 300, 0, 60}, {false, 100, 20, 60}, {false, 200, 20, 60}};
  const std::vector<Ruling> all = completed(rulings);
  REQUIRE(all.size() == 7);
  CHECK(all.back().horizontal);
  CHECK(all.back().at == 20);
  CHECK(all.back().from == 0);
  CHECK(all.back().to == 300);
  rulings.pop_back();  // one alone may end anywhere
  CHECK(completed(rulings).size() == rulings.size());
}

}  // namespace biaoshen
