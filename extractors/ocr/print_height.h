// How high the characters of a picture are, by the pieces of ink it consists of. An estimate, for
// choosing a scale. Tested by tests/ocr/print_height_test.cpp.
#pragma once

#include "extractors/pictures/picture.h"

namespace biaoshen {

// Height in pixels of a usual Han character or capital; 0 where there is nothing like print.
float print_height(const Pix& picture);

}  // namespace biaoshen
