// Reads DOCX (and DOCM, DOTX): every story of the document as pages of running text, tables
// as grids, pictures where they stand, recognised. Headers come first on the first page; footers,
// footnotes and endnotes last on the last, each once. Pages are cut where the document says
// so or where Word drew a break when it was last saved; a file without either is one page.
//
// It refuses deleted text, hidden text and comments as content, and everything outside the
// package. It does not number paragraphs that Word numbers by itself.
// Tested by tests/readers/docx_reader_test.cpp.
#pragma once

#include "extractors/readers/open_file.h"
#include "extractors/readers/package_pictures.h"

namespace biaoshen {

void read_docx(const OpenFile& file, const Limits& limits, DocumentSink& sink);

// The same with another recognition; with none, its pictures are not read.
void read_docx(const OpenFile& file, const Limits& limits, DocumentSink& sink,
               const RecognisePicture& recognise);

// Pieces of the pictures that the document shows. A page itself cannot be drawn.
std::vector<Crop> crop_docx(const OpenFile& file, std::span<const CropRequest> requests,
                            const Limits& limits);

}  // namespace biaoshen
