#include "extractors/ocr/paddle_reader.h"

#include <leptonica/allheaders.h>

#include <catch2/catch.hpp>

#include "tests/ocr/printed.h"

namespace biaoshen {

TEST_CASE("a line too long for one pass is read in pieces, whole") {
  const auto reader = PaddleReader::load(BINARY_DIR "/models");
  REQUIRE(reader != nullptr);
  std::u16string text;
  for (int i = 0; i < 12; ++i) text += u"团体标准信息平台";
  const PixPtr line = testing::printed(1000, 14, 144, {{4, 11, 10, text}});
  const RecognisedLine read = reader->read(*line);
  CHECK(read.symbols.size() == text.size());
  CHECK(read.confidence > 90);
  CHECK(std::is_sorted(read.symbols.begin(), read.symbols.end(),
                       [](const auto& a, const auto& b) { return a.box.left < b.box.left; }));
}

TEST_CASE("lines that rise a little are found and read") {
  const auto reader = PaddleReader::load(BINARY_DIR "/models");
  REQUIRE(reader != nullptr);
  const PixPtr level = testing::printed_cover(150);
  const PixPtr page(pixRotate(level.get(), 0.03f, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
  std::string text;
  for (const FoundLine& line : reader->find(*page))
    text += text_of(reader->read(*page, line)) + "\n";
  CAPTURE(text);
  CHECK(text.find("T/BAIIA 015—2022\n") != std::string::npos);
  CHECK(text.find("人工智能服务能力成熟度评价\n") != std::string::npos);
}

TEST_CASE("without its files there is no reader") {
  CHECK(PaddleReader::load("/nowhere") == nullptr);
}

}  // namespace biaoshen
