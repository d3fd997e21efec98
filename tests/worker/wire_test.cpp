#include <array>
#include <catch2/catch.hpp>
#include <utility>

#include "extractors/worker/wire.h"

using namespace biaoshen;

namespace {

std::string body(const std::string& framed) {
  return framed.substr(4);
}

Page sample_page() {
  Page page;
  page.number = 1;
  page.width = 595;
  page.height = 842;
  page.title = "表";
  page.text = "编号\tT/CAS 290—2017\n";
  page.words = {{0, 6, OnPage{{1, 2, 3, 4}}, Origin::ocr, 88},
                {7, 24, InCell{3, 4}, Origin::cell, 100}};
  page.lines = {{0, 2, 0, 24, 10.5f}};
  page.grids = {{1, 2, {{0, 0, 1, 1, 0, 6}, {0, 1, 1, 1, 7, 24}}}};
  page.images = {{{5, 6, 7, 8}, 640, 480, "jpeg"}};
  return page;
}

bool accepts(const Page& page) {
  wire::Frame frame;
  return wire::decode(body(wire::encode(wire::Frame(page))), Limits(), frame);
}

}  // namespace

TEST_CASE("a page comes out of the wire as it went in") {
  const Page page = sample_page();
  wire::Frame frame;
  REQUIRE(wire::decode(body(wire::encode(wire::Frame(page))), Limits(), frame));
  const Page& back = std::get<Page>(frame);
  CHECK(back.text == page.text);
  CHECK(back.title == page.title);
  REQUIRE(back.words.size() == 2);
  CHECK(back.words[0].place == page.words[0].place);
  CHECK(back.words[0].origin == Origin::ocr);
  CHECK(back.words[0].confidence == 88);
  CHECK(back.words[1].place == page.words[1].place);
  CHECK(back.lines[0].size == 10.5f);
  CHECK(back.grids[0].cells[1].end == 24);
  CHECK(back.images[0].width == 640);
}

TEST_CASE("a word that points outside the text is not accepted") {
  Page page = sample_page();
  page.words[1].end = 1000;
  CHECK_FALSE(accepts(page));
}

TEST_CASE("a range that cuts a character in two is not accepted") {
  Page page = sample_page();
  page.words[0].end = 5;
  CHECK_FALSE(accepts(page));
}

TEST_CASE("words out of order are not accepted") {
  Page page = sample_page();
  std::swap(page.words[0], page.words[1]);
  CHECK_FALSE(accepts(page));
}

TEST_CASE("text with control characters or broken UTF-8 is not accepted") {
  Page page = sample_page();
  page.words.clear(), page.lines.clear(), page.grids.clear();
  page.text =
      "a\x01"
      "b";
  CHECK_FALSE(accepts(page));
  page.text = "a\xFF";
  CHECK_FALSE(accepts(page));
}

TEST_CASE("boxes that are no boxes are not accepted") {
  Page page = sample_page();
  page.words[0].place = OnPage{{5, 5, 1, 1}};
  CHECK_FALSE(accepts(page));
  page.words[0].place = OnPage{{0, 0, std::numeric_limits<float>::infinity(), 1}};
  CHECK_FALSE(accepts(page));
}

TEST_CASE("a cell outside its table and a line outside its words are not accepted") {
  Page page = sample_page();
  page.grids[0].cells[1].column = 9;
  CHECK_FALSE(accepts(page));
  page = sample_page();
  page.lines[0].last = 99;
  CHECK_FALSE(accepts(page));
}

TEST_CASE("a crop whose pixels do not fit its size is not accepted") {
  wire::Frame frame;
  CHECK(wire::decode(body(wire::encode(wire::Frame(Crop{2, 1, "abcdef"}))), Limits(), frame));
  CHECK_FALSE(wire::decode(body(wire::encode(wire::Frame(Crop{2, 2, "abcdef"}))), Limits(), frame));
}

TEST_CASE("a table of more rows than a page can have is refused, however few cells it has") {
  Page page = sample_page();
  Grid grid;
  grid.rows = 1'000'000, grid.columns = 3;
  page.grids.push_back(grid);
  CHECK(accepts(page));
  page.grids.front().rows = 4'000'000'000;
  CHECK_FALSE(accepts(page));
  page.grids.assign(3, grid);
  CHECK_FALSE(accepts(page));
}

TEST_CASE("lines, or cells, that are each the whole page are refused") {
  Page page = sample_page();
  page.words.clear(), page.lines.clear(), page.grids.clear();
  page.text.assign(30'000, 'x');
  const auto all = static_cast<std::uint32_t>(page.text.size());
  page.lines.assign(1, {0, 0, 0, all});
  page.grids.assign(1, Grid{20, 1, {{0, 0, 1, 1, 0, all}}});
  CHECK(accepts(page));
  Page lines = page, cells = page;
  lines.lines.assign(20, page.lines.front());
  CHECK_FALSE(accepts(lines));
  for (std::uint32_t row = 1; row < 20; ++row)
    cells.grids[0].cells.push_back({row, 0, 1, 1, 0, all});
  CHECK_FALSE(accepts(cells));
}

TEST_CASE("a crop whose sides multiply to its bytes only by overflow is refused") {
  const std::uint32_t width = 3'000'000'035, height = 4'099'276'413;
  const std::string rgb(4'920'133, 'x');
  REQUIRE(std::uint64_t{3} * width * height == rgb.size());  // in 64 bits
  wire::Frame frame;
  CHECK_FALSE(
      wire::decode(body(wire::encode(wire::Frame(Crop{width, height, rgb}))), Limits(), frame));
}

namespace {

// A field of bytes, or of packed numbers, as protobuf writes it; all are short.
std::string field(int number, const std::string& bytes) {
  return std::string{static_cast<char>(number << 3 | 2), static_cast<char>(bytes.size())} + bytes;
}

// A page of "AB" whose words are these columns: gap, length, place, origin, confidence, numbers.
bool accepts_columns(const std::array<std::string, 6>& columns) {
  std::string words;
  for (const auto& [number, column] : {std::pair(1, 0), std::pair(2, 1), std::pair(3, 2),
                                       std::pair(6, 3), std::pair(7, 4), std::pair(5, 5)})
    words += field(number, columns.at(static_cast<std::size_t>(column)));
  const std::string page = "\x08\x01" + field(7, "AB") + field(8, words);
  wire::Frame frame;
  return wire::decode(field(3, page), Limits(), frame);
}

}  // namespace

TEST_CASE("columns of words that do not belong together are not accepted") {
  const std::string none(1, '\0'), one = "\x01", in_flow = "\x02", sure = "\x64";
  CHECK(accepts_columns({none, one, in_flow, none, sure, one}));
  CHECK(accepts_columns({none, one, none, none, sure, ""}));
  SECTION("a column that ends early") {
    CHECK_FALSE(accepts_columns({none + none, one + one, none, none + none, sure + sure, ""}));
    CHECK_FALSE(accepts_columns({none + none, one, none + none, none + none, sure + sure, ""}));
  }
  SECTION("a number too few, a number too many") {
    CHECK_FALSE(accepts_columns({none, one, in_flow, none, sure, ""}));
    CHECK_FALSE(accepts_columns({none, one, in_flow, none, sure, one + one}));
  }
  SECTION("a place, an origin, a confidence that there is not") {
    CHECK_FALSE(accepts_columns({none, one, "\x05", none, sure, ""}));
    CHECK_FALSE(accepts_columns({none, one, none, "\x04", sure, ""}));
    CHECK_FALSE(accepts_columns({none, one, none, none, "\x65", ""}));
  }
  SECTION("lengths that lead out of the text") {
    CHECK_FALSE(accepts_columns({none, "\x03", none, none, sure, ""}));
    CHECK_FALSE(accepts_columns({none, "\xFF\xFF\xFF\xFF\x0F", none, none, sure, ""}));
  }
}

TEST_CASE("a frame of millions of empty parts is refused before it is unpacked") {
  const auto frame_of = [](std::size_t pictures) {
    // Field 11 of the page, nothing in it; the page is field 3 of the frame.
    std::string page;
    for (std::size_t i = 0; i < pictures; ++i) page += "\x5A" + std::string(1, '\0');
    std::string length;
    for (std::size_t left = page.size(); length.empty() || left > 0; left >>= 7)
      length += static_cast<char>((left & 0x7F) | (left > 0x7F ? 0x80 : 0));
    return "\x1A" + length + page;
  };
  wire::Frame frame;
  Page page = sample_page();
  page.words.clear(), page.lines.clear();
  CHECK(accepts(page));
  CHECK_FALSE(wire::decode(frame_of(30'000'000), Limits(), frame));
}

TEST_CASE("what is too long is cut between two characters") {
  std::string detail;
  for (int i = 0; i < 2000; ++i) detail += "长";
  wire::Frame frame;
  REQUIRE(
      wire::decode(body(wire::encode(wire::Frame(Problem{"kind", 0, detail}))), Limits(), frame));
  const std::string& kept = std::get<Problem>(frame).detail;
  CHECK(kept.size() <= 4000);
  CHECK(kept == detail.substr(0, 1333 * 3));
}

TEST_CASE("noise is not a frame") {
  wire::Frame frame;
  CHECK_FALSE(wire::decode("\xFF\xFF\xFF\xFF", Limits(), frame));
  CHECK_FALSE(wire::decode("", Limits(), frame));
}

TEST_CASE("more pages than allowed are not accepted") {
  Limits limits;
  limits.pages = 3;
  wire::Frame frame;
  CHECK(wire::decode(body(wire::encode(wire::Frame(wire::PageCount{3}))), limits, frame));
  CHECK_FALSE(wire::decode(body(wire::encode(wire::Frame(wire::PageCount{4}))), limits, frame));
}

TEST_CASE("an order comes out of the wire as it went in") {
  wire::Order order{"附件.pdf", Limits(), {{3, {1, 2, 3, 4}, 100}}};
  wire::Order back;
  REQUIRE(wire::decode(body(wire::encode(order)), back));
  CHECK(back.name == "附件.pdf");
  REQUIRE(back.crops.size() == 1);
  CHECK(back.crops[0].page == 3);
  CHECK(back.crops[0].box == Box{1, 2, 3, 4});
}
