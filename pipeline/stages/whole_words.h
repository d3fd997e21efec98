// Where to cut a picture out of a page so that no letter is cut through: the edges of a box are
// moved outwards to take a word in that mostly shows, or inwards to leave it out.
//
// It refuses to touch the words that the crop is for, and to grow much.
//
// Tested by tests/stages/whole_words_test.cpp.
#pragma once

#include <cstdint>

#include "pipeline/model/document.h"

namespace biaoshen {

// `around`, moved; `kept` stays inside. `image` as in CropRequest: 0, the page in points; else
// the picture of that number, in its pixels.
Box whole_words(const Box& around, const Box& kept, const Page& page, std::uint32_t image);

}  // namespace biaoshen
