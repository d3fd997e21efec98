// Reads PDF with Poppler: words with boxes as the page is displayed (rotation and
// crop applied), ruled tables as grids, images with their rectangles, and for each
// page an honest account: text, recognised from its pictures, blank, or failed with the
// reason (needs-ocr, outlined-glyphs, text-suspect, hidden-text-only, xfa-form, image-limit).
//
// It refuses to trust what a page only pretends to say: text that nobody sees and
// watermarks are never content (an earlier recognition under a scan is kept as such),
// letters of fonts that do not tell their meaning are marked. It runs nothing the file
// contains; files inside it are handed on.
//
// Tested by tests/readers/pdf_reader_test.cpp and pdf_layout_test.cpp.
#pragma once

#include <span>
#include <vector>

#include "extractors/readers/open_file.h"
#include "extractors/readers/pdf/pdf_recognition.h"

namespace biaoshen {

void read_pdf(const OpenFile& file, const Limits& limits, DocumentSink& sink);

// The same with another recognition; with none, pages that need it are failed.
void read_pdf(const OpenFile& file, const Limits& limits, DocumentSink& sink,
              const Recognise& recognise);

// Draws parts of pages as displayed; white where the page has nothing.
std::vector<Crop> crop_pdf(const OpenFile& file, std::span<const CropRequest> requests,
                           const Limits& limits);

}  // namespace biaoshen
