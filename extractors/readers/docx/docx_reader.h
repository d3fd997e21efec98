// Reads DOCX (and DOCM, DOTX): every story of the document as pages of running text, tables
// as grids, pictures where they stand, recognised. Headers come first on the first page; footers,
// footnotes and endnotes last on the last, each once. Pages are cut where the document says
// so or where Word drew a break when it was last saved; a file without either is one page.
//
// Numbers that Word counts stand before their paragraphs, where Word prints them; charts and
// diagrams give their words. Embedded files are handed on as files of their own.
//
// It refuses deleted text, hidden text and comments as content, whole files to be inserted when
// Word opens the document (altChunk), and everything outside the package.
// Tested by tests/readers/docx_reader_test.cpp.
#pragma once

#include "extractors/readers/office/package_pictures.h"
#include "extractors/readers/open_file.h"

namespace biaoshen {

void read_docx(const OpenFile& file, const Limits& limits, DocumentSink& sink);

// The same with another recognition; with none, its pictures are not read.
void read_docx(const OpenFile& file, const Limits& limits, DocumentSink& sink,
               const RecognisePicture& recognise);

// Pieces of the pictures that the document shows. A page itself cannot be drawn.
std::vector<Crop> crop_docx(const OpenFile& file, std::span<const CropRequest> requests,
                            const Limits& limits);

}  // namespace biaoshen
