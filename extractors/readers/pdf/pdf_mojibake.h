// Chinese that a PDF shows as Western letters: ÖÐ¹ú for 中国. Old programs wrote the bytes of
// GB 2312 in a font for Western Europe. Turned back into bytes and read as what they were, they
// are Chinese again, and that is certain only if every word of the page is: all bytes make pairs,
// and the pairs are the characters that Chinese is written with.
//
// Not certain: a page of accented letters that are no such pairs; no language has so many of them.
// Tested by tests/readers/pdf_mojibake_test.cpp.
#pragma once

#include <vector>

#include "extractors/readers/pdf/pdf_walk.h"

namespace biaoshen {

enum class Mojibake : unsigned char {
  none,
  repaired,  // the words are Chinese now
  suspect,   // the words are as they were, and they are not what was meant
};
Mojibake repair_mojibake(std::vector<PrintedWord>& words);

}  // namespace biaoshen
