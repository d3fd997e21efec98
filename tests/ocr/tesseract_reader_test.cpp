#include "extractors/ocr/tesseract_reader.h"

#include <leptonica/allheaders.h>

#include <catch2/catch.hpp>

#include "tests/ocr/printed.h"

namespace biaoshen {

TEST_CASE("a line: no blank beside Han characters, the blank of a number kept") {
  const auto reader = TesseractReader::load();
  REQUIRE(reader != nullptr);
  CHECK(reader->read_line(*testing::printed(160, 20, 150, {{6, 15, 12, u"标准发布日期"}})) ==
        "标准发布日期");
  const std::string number =
      reader->read_line(*testing::printed(160, 20, 150, {{6, 15, 12, u"T/CAS 290—2017"}}));
  CHECK(number.find("CAS 290") != std::string::npos);
  const PixPtr nothing(pixCreate(60, 20, 8));
  CHECK(reader->read_line(*nothing).empty());
}

TEST_CASE("a page: lines from top to bottom, symbols inside their line") {
  const auto reader = TesseractReader::load();
  REQUIRE(reader != nullptr);
  const auto lines = reader->read_page(*testing::printed_cover(200));
  REQUIRE(lines.size() >= 4);
  for (const RecognisedLine& line : lines)
    for (const RecognisedSymbol& symbol : line.symbols) {
      if (symbol.text == " ") continue;
      CHECK(symbol.box.left >= line.box.left);
      CHECK(symbol.box.bottom <= line.box.bottom);
    }
  CHECK(text_of(lines[0]) == "团体标准");
}

}  // namespace biaoshen
