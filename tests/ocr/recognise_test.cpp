// Whole pictures of print through the Recogniser, with both engines and with Tesseract alone.
#include "extractors/ocr/recognise.h"

#include <leptonica/allheaders.h>

#include <catch2/catch.hpp>

#include "tests/ocr/printed.h"

namespace biaoshen {

using testing::printed;
using testing::printed_cover;

namespace {

const std::filesystem::path kModels = BINARY_DIR "/models";

std::string all_text(const RecognisedPicture& read) {
  std::string text;
  for (const RecognisedLine& line : read.lines) text += text_of(line) + "\n";
  return text;
}
bool has(const RecognisedPicture& read, const std::string& text) {
  return all_text(read).find(text) != std::string::npos;
}
void check_cover(const RecognisedPicture& read) {
  CAPTURE(all_text(read));
  CHECK(has(read, "团体标准\n"));
  CHECK(has(read, "T/BAIIA 015—2022\n"));
  CHECK(has(read, "人工智能服务能力成熟度评价\n"));
  CHECK(has(read, "2022-11-18发布"));
  CHECK(has(read, "2022-12-01实施"));
}

}  // namespace

TEST_CASE("a cover is read, with the blank of its number, and what decides is read twice") {
  Recogniser reader(kModels);
  const RecognisedPicture read = reader.read(*printed_cover(150));
  check_cover(read);
  REQUIRE(read.engines.size() == 2);
  CHECK(read.engines[0] == "PP-OCRv4");
  CHECK(read.quarter_turns == 0);
  for (const RecognisedLine& line : read.lines) {
    CAPTURE(text_of(line), line.second.value_or("-"));
    CHECK(line.second.has_value() == (text_of(line).find("20") != std::string::npos));
    if (line.second) CHECK(line.second->find("2022") != std::string::npos);
  }
}

TEST_CASE("boxes lie on the print") {
  Recogniser reader(kModels);
  const PixPtr page = printed(300, 100, 144, {{100, 60, 20, u"标准ABC"}});
  const RecognisedPicture read = reader.read(*page);
  REQUIRE(read.lines.size() == 1);
  REQUIRE(read.lines[0].symbols.size() == 5);
  CHECK(read.lines[0].symbols[0].box.left == Approx(202).margin(8));
  CHECK(read.lines[0].symbols[1].box.left == Approx(242).margin(8));
  CHECK(read.lines[0].symbols[4].box.right == Approx(340).margin(8));
}

TEST_CASE("a page is turned upright, and its places lead back") {
  Recogniser reader(kModels);
  const PixPtr upright = printed_cover(150);
  const RecognisedPicture straight = reader.read(*upright);
  for (const int turns : {1, 2, 3}) {
    CAPTURE(turns);
    const PixPtr page(pixRotateOrth(upright.get(), turns));
    const RecognisedPicture read = reader.read(*page);
    check_cover(read);
    CHECK(read.quarter_turns == 4 - turns);
    CHECK(read.width == straight.width);
    REQUIRE_FALSE(read.lines.empty());
    const biaoshen::Box there = read.to_original.apply(read.lines[0].box);
    const float across = turns == 2   ? straight.width - there.right
                         : turns == 1 ? there.top
                                      : straight.width - there.bottom;
    CHECK(across == Approx(straight.lines[0].box.left).margin(6));
  }
}

TEST_CASE("white on a coloured badge is read, and read twice") {
  Recogniser reader(kModels);
  for (const auto& [colour, text] : {std::pair<std::string, std::u16string>{"0.1 0.6 0.2", u"现行"},
                                     {"0.8 0.1 0.1", u"废止"},
                                     {"0.9 0.5 0.1", u"即将实施"}}) {
    CAPTURE(colour);
    const PixPtr page = printed(300, 80, 96, {{40, 50, 11, u"标准状态"}},
                                {{110,
                                  36,
                                  122 + 11.0 * static_cast<double>(text.size()),
                                  56,
                                  colour,
                                  "1 1 1",
                                  {116, 50, 11, text}}});
    const RecognisedPicture read = reader.read(*page);
    CAPTURE(all_text(read));
    REQUIRE(read.lines.size() == 2);
    CHECK(has(read, text == u"现行" ? "现行" : text == u"废止" ? "废止" : "即将实施"));
    CHECK(read.lines[1].second == text_of(read.lines[1]));
  }
}

TEST_CASE("without the models Tesseract alone reads, and nothing is read twice") {
  Recogniser reader("/nowhere");
  const RecognisedPicture read = reader.read(*printed_cover(150));
  CAPTURE(all_text(read));
  REQUIRE(read.engines.size() == 1);
  CHECK(read.engines[0].starts_with("Tesseract"));
  CHECK(has(read, "团体标准"));
  CHECK(has(read, " 015—2022"));
  CHECK(has(read, "人工智能服务能力成熟度评价"));
  CHECK(has(read, "2022-11-18发布"));
  for (const RecognisedLine& line : read.lines) CHECK_FALSE(line.second.has_value());
}

TEST_CASE("a long scroll, a sliver, a dot and white paper are no trouble") {
  Recogniser reader(kModels);
  std::vector<testing::PrintedText> lines;
  for (int i = 0; i < 40; ++i) lines.push_back({20, 50.0 + 100 * i, 14, u"标准编号T/CAS 290—2017"});
  const RecognisedPicture scroll = reader.read(*printed(360, 4100, 144, lines));
  CHECK(scroll.lines.size() == 40);
  for (const auto& [width, height] : {std::pair(1, 1), {3, 2000}, {2000, 9}, {300, 300}}) {
    const PixPtr white(pixCreate(width, height, 32));
    pixSetAll(white.get());
    CHECK(reader.read(*white).lines.empty());
  }
}

TEST_CASE("the same picture reads the same, byte for byte") {
  Recogniser reader(kModels), other(kModels);
  const PixPtr page = printed_cover(100);
  const std::string once = all_text(reader.read(*page));
  CHECK(once == all_text(reader.read(*page)));
  CHECK(once == all_text(other.read(*page)));
}

}  // namespace biaoshen
