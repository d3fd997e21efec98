// Print with and without blanks, drawn as bars: what matters are widths and the white between.
#include "extractors/ocr/glyph_gaps.h"

#include <leptonica/allheaders.h>

#include <catch2/catch.hpp>

namespace biaoshen {
namespace {

constexpr int kHeight = 40, kTop = 8, kLetter = 22;  // a capital of 22 pixels in a crop of 40

struct Drawn {
  PixPtr crop;
  std::vector<ReadSymbol> read;
};

// Letters of 14 pixels (narrow ones 4), `gap` pixels apart; '_' is a blank of `blank` more.
// Dark on light, or the other way round.
Drawn draw(const std::string& text, int gap, int blank, bool is_light_print = false) {
  Drawn drawn{PixPtr(pixCreate(1000, kHeight, 8)), {}};
  pixSetAllArbitrary(drawn.crop.get(), is_light_print ? 60 : 240);
  int x = 10;
  for (const char c : text) {
    if (c == '_') {
      x += blank;
      continue;
    }
    const bool is_narrow = c == '1' || c == 'I';
    const int wide = is_narrow ? 4 : 14, beside = is_narrow ? 3 : 0;
    x += beside;
    for (int i = 0; i < wide; ++i)
      for (int y = 0; y < kLetter; ++y)
        pixSetPixel(drawn.crop.get(), x + i, kTop + y, is_light_print ? 250 : 20);
    drawn.read.push_back(
        {std::string(1, c), static_cast<float>(x) + static_cast<float>(wide) / 2, 99, false});
    x += wide + beside + gap;
  }
  return drawn;
}

std::string placed(const Drawn& drawn) {
  std::string text;
  for (const RecognisedSymbol& symbol : place_symbols(drawn.read, LineInk(*drawn.crop)))
    text += symbol.text;
  return text;
}

}  // namespace

TEST_CASE("a blank is where the print has one, and only there") {
  CHECK(placed(draw("T/BAIIA_015-2022", 2, 8)) == "T/BAIIA 015-2022");
  CHECK(placed(draw("T/BAIIA015-2022", 2, 8)) == "T/BAIIA015-2022");
  CHECK(placed(draw("T/CAS_290", 2, 8)) == "T/CAS 290");
  CHECK(placed(draw("T/CAS290", 2, 8)) == "T/CAS290");
  CHECK(placed(draw("ABC1_101", 2, 12)) == "ABC1 101");
}

TEST_CASE("light print on a dark ground is print") {
  CHECK(placed(draw("T/CAS_290", 2, 8, true)) == "T/CAS 290");
}

TEST_CASE("letters set apart are not words") {
  CHECK(placed(draw("TCAS290", 9, 0)) == "TCAS290");
}

TEST_CASE("never a blank beside a dash, a slash or a Han character") {
  CHECK(placed(draw("T_/_CAS_-_2022", 2, 12)) == "T/CAS-2022");
  Drawn drawn = draw("AAA_AA", 2, 20);
  drawn.read[2].text = "标";
  CHECK(placed(drawn) == "AA标AA");
}

TEST_CASE("boxes hold their symbol and follow one another") {
  const Drawn drawn = draw("AB_CD", 3, 10);
  const auto symbols = place_symbols(drawn.read, LineInk(*drawn.crop));
  REQUIRE(symbols.size() == 5);
  CHECK(symbols[0].box.left == Approx(10).margin(1));
  CHECK(symbols[0].box.right == Approx(24).margin(1));
  for (std::size_t i = 1; i < symbols.size(); ++i)
    CHECK(symbols[i].box.left >= symbols[i - 1].box.right - 0.01f);
  CHECK(symbols[4].box.right == Approx(symbols[4].box.left + 14).margin(1));
}

TEST_CASE("nothing read, nothing placed; a crop of one grey has no ink") {
  CHECK(place_symbols({}, LineInk(*draw("", 1, 1).crop)).empty());
  const Drawn drawn{PixPtr(pixCreate(30, 20, 8)), {{"A", 8, 90, false}, {"B", 20, 90, false}}};
  CHECK(placed(drawn) == "AB");
}

}  // namespace biaoshen
