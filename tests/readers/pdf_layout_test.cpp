#include <catch2/catch.hpp>

#include "extractors/readers/pdf/pdf_layout.h"

namespace biaoshen {
namespace {

PrintedWord word(const std::string& text, float left, float top, float size = 10,
                 int rotation = 0) {
  return {text,
          {left, top, left + size * static_cast<float>(text.size()) / 3, top + size},
          size,
          rotation};
}

Page laid_out(const PageWalk& walk) {
  Page page;
  lay_out(walk, Origin::text, 100, page);
  return page;
}

PageWalk a4() {
  PageWalk walk;
  walk.width = 595;
  walk.height = 842;
  return walk;
}

void rule(PageWalk& walk, bool horizontal, float at, float from, float to) {
  walk.rulings.push_back({horizontal, at, from, to});
}

}  // namespace

TEST_CASE("words at one height are one line, left to right, whatever their order in the file") {
  PageWalk walk = a4();
  walk.words = {word("实施", 400, 101), word("发布", 100, 100), word("标题", 200, 50)};
  CHECK(laid_out(walk).text == "标题\n发布 实施\n");
}

TEST_CASE("letters that touch are one word in the text, gaps become one blank") {
  PageWalk walk = a4();
  walk.words = {word("团", 100, 100), word("体", 110, 100), word("标准", 140, 100)};
  CHECK(laid_out(walk).text == "团体 标准\n");
}

TEST_CASE("bold faked by printing twice is read once") {
  PageWalk walk = a4();
  walk.words = {word("申报书", 100, 100), word("申报书", 100.3f, 100.2f)};
  CHECK(laid_out(walk).text == "申报书\n");
}

TEST_CASE("a ruled table becomes a grid whose cells are ranges of the text") {
  PageWalk walk = a4();
  for (float y : {100.f, 120.f, 140.f}) rule(walk, true, y, 50, 250);
  for (float x : {50.f, 150.f, 250.f}) rule(walk, false, x, 100, 140);
  walk.words = {word("编号", 60, 105), word("T/CAS 1", 160, 105), word("名称", 60, 125)};
  const Page page = laid_out(walk);
  REQUIRE(page.grids.size() == 1);
  REQUIRE(page.grids[0].cells.size() == 4);
  CHECK(page.cell_text(*page.grids[0].at(0, 1)) == "T/CAS 1");
  CHECK(page.cell_text(*page.grids[0].at(1, 1)).empty());
  CHECK(page.text == "编号\tT/CAS 1\n名称\t\n");
}

TEST_CASE("cells of an empty row are empty places before the next row, and in the end at the end") {
  PageWalk walk = a4();
  for (float y : {100.f, 120.f, 140.f, 160.f, 180.f}) rule(walk, true, y, 50, 350);
  for (float x : {50.f, 150.f, 250.f, 350.f}) rule(walk, false, x, 100, 180);
  walk.words = {word("编号", 60, 105), word("名称", 60, 145)};
  const Page page = laid_out(walk);
  CHECK(page.text == "编号\t\t\n名称\t\t\n");
  REQUIRE(page.grids.size() == 1);
  for (std::uint32_t column = 0; column < 3; ++column) {
    CHECK(page.grids[0].at(1, column)->begin == page.text.find("名称"));
    CHECK(page.grids[0].at(1, column)->end == page.text.find("名称"));
    CHECK(page.grids[0].at(3, column)->end == page.text.size());
  }
}

TEST_CASE("a cell of a file holds its two rows of labels; in a picture it is a ruling lost") {
  PageWalk walk = a4();
  for (float y : {100.f, 140.f}) rule(walk, true, y, 50, 550);
  for (float x : {50.f, 150.f, 550.f}) rule(walk, false, x, 100, 140);
  walk.words = {word("联系人", 60, 105), word("张三", 160, 105), word("010", 360, 105),
                word("李四", 160, 125), word("020", 360, 125)};
  const Page exact = laid_out(walk);
  REQUIRE(exact.grids.size() == 1);
  CHECK(exact.cell_text(*exact.grids[0].at(0, 1)) == "张三 010 李四 020");
  Page seen;
  lay_out(walk, Origin::ocr, 90, seen);
  CHECK(seen.grids.empty());
  CHECK(seen.text == "联系人 张三 010\n李四 020\n");
}

TEST_CASE("a label that is centred beside a value of three lines stays with it") {
  PageWalk walk = a4();
  for (float y : {100.f, 150.f}) rule(walk, true, y, 50, 250);
  for (float x : {50.f, 150.f, 250.f}) rule(walk, false, x, 100, 150);
  walk.words = {word("第一行", 160, 104), word("第二行", 160, 119), word("范围", 60, 119),
                word("第三行", 160, 134)};
  const Page page = laid_out(walk);
  CHECK(page.text == "范围\t第一行 第二行 第三行\n");
}

TEST_CASE("a merged cell spans the fields that no line parts") {
  PageWalk walk = a4();
  rule(walk, true, 100, 50, 250);
  rule(walk, true, 120, 150, 250);  // not under the left column
  rule(walk, true, 140, 50, 250);
  for (float x : {50.f, 150.f, 250.f}) rule(walk, false, x, 100, 140);
  const auto tables = find_tables(walk.rulings);
  REQUIRE(tables.size() == 1);
  REQUIRE(tables[0].cells.size() == 3);
  CHECK(tables[0].cells[0].row_span == 2);
  CHECK(tables[0].cells[1].row_span == 1);
}

TEST_CASE("lines drawn cell by cell are joined") {
  PageWalk walk = a4();
  for (float y : {100.f, 120.f})
    for (float x : {50.f, 150.f}) rule(walk, true, y, x, x + 100);
  for (float x : {50.f, 150.f, 250.f}) rule(walk, false, x, 100, 120);
  REQUIRE(find_tables(walk.rulings).size() == 1);
  CHECK(find_tables(walk.rulings)[0].columns == 2);
}

TEST_CASE("three rules of a scientific table and a frame around text are no tables") {
  PageWalk rules = a4();
  for (float y : {100.f, 120.f, 200.f}) rule(rules, true, y, 50, 250);
  CHECK(find_tables(rules.rulings).empty());
  PageWalk frame = a4();
  for (float y : {100.f, 200.f}) rule(frame, true, y, 50, 250);
  for (float x : {50.f, 250.f}) rule(frame, false, x, 100, 200);
  CHECK(find_tables(frame.rulings).empty());
}

TEST_CASE("text printed across the page is read along its own direction") {
  PageWalk walk = a4();
  // Read upwards (a quarter turn): what stands lower on the page comes first.
  walk.words = {{"后半", {100, 300, 110, 340}, 10, 3}, {"前半", {100, 400, 110, 440}, 10, 3}};
  const Page page = laid_out(walk);
  CHECK(page.lines.size() == 1);
  CHECK(page.text == "前半 后半\n");
}

TEST_CASE("each word of the text keeps its box on the page as displayed") {
  PageWalk walk = a4();
  walk.words = {word("发布", 100, 100), word("实施", 400, 100)};
  const Page page = laid_out(walk);
  REQUIRE(page.words.size() == 2);
  CHECK(std::get<OnPage>(page.words[1].place).box.left == 400);
}

}  // namespace biaoshen
