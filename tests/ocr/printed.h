// Pictures of print for these tests: text set in AR PL UMing (fonts-arphic-uming), whatever other
// fonts the machine has, drawn by Poppler.
#pragma once

#include <string>
#include <vector>

#include "extractors/pictures/picture.h"

namespace biaoshen::testing {

struct PrintedText {
  double left = 0, base = 0, size = 12;  // points from the top left
  std::u16string text;
};
struct PrintedBox {  // filled
  double left = 0, top = 0, right = 0, bottom = 0;
  std::string colour;  // red green blue, each 0 to 1
  std::string text_colour;
  PrintedText text;
};

// A page of width × height points on white, 32 bits colour.
PixPtr printed(double width, double height, double dpi, const std::vector<PrintedText>& texts,
               const std::vector<PrintedBox>& boxes = {});

// An application's cover in short: what the tests read.
PixPtr printed_cover(double dpi);

}  // namespace biaoshen::testing
