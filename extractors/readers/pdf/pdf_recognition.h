// What on a page of a PDF is to be recognised from pixels, and the doing of it. A scan is its
// image, never a drawing of it; screenshots are read one by one; only what has no picture of its
// own (outlines, letters without meaning, layers) is drawn first.
//
// A page keeps the text that can be trusted and gets what its pictures say behind it; text that
// cannot be trusted gives way to what is seen. Tested by tests/readers/pdf_recognition_test.cpp.
#pragma once

#include <functional>
#include <vector>

#include "extractors/readers/pdf/pdf_strips.h"
#include "extractors/readers/pdf/pdf_trust.h"
#include "extractors/readers/pictures/picture_page.h"

namespace biaoshen {

using Recognise = std::function<RecognisedPicture(const Pix&)>;

enum class Look : unsigned char {
  nothing,   // the page is its text
  scan,      // one picture is the page
  pictures,  // each picture on its own
  drawing,   // the whole page, drawn
};

struct RecognitionPlan {
  Look look = Look::nothing;
  std::vector<ImageGroup> pictures;  // in order of reading
  bool keeps_text = true;            // what the page has in letters stands
};
RecognitionPlan plan_recognition(const PageWalk& walk, const PageAccount& account);

// What recognition needs besides the page.
struct RecognitionMeans {
  const Recognise& recognise;
  const Limits& limits;
  EngineReport& engines;
};

// Carries the plan out on `page`, which is laid out and accounted for. Returns what hindered it
// (image-limit, damaged-image), with an empty kind where nothing did.
Problem recognise_page(PDFDoc& document, const PageWalk& walk, const RecognitionPlan& plan,
                       const RecognitionMeans& means, Page& page);

}  // namespace biaoshen
