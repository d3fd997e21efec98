// What a page of a PDF is worth: text to be trusted, nothing printed, or something
// that only recognition from its picture can read, with the reason. Pure functions.
// Tested by tests/readers/pdf_trust_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "extractors/readers/pdf/pdf_walk.h"

namespace biaoshen {

struct PageAccount {
  Source source = Source::text;
  // needs-ocr, outlined-glyphs, text-suspect, hidden-text-only; empty for text and blank
  std::string reason;
};
PageAccount account_for(const PageWalk& walk, std::string_view text);

// Share (0..1) of the page that words stand on. A phrase printed again and again over a page is a
// watermark and counts once.
double covered_by_words(const PageWalk& walk);

// Share (0..1) of the ideographs of `text` that belong to the 6,763 common ones of
// GB 2312; 1 where it has none. Real Chinese has 0.98 and more, text that was mapped
// wrongly 0.3 to 0.7. Letters of scripts that do not stand among Chinese count as uncommon.
double share_of_common_ideographs(std::string_view text);

}  // namespace biaoshen
