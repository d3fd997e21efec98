// Reads Word 97–2003 files (also those that WPS calls .wps): the same stories, pages and grids as
// from DOCX. Headers come first on the first page; footers, footnotes and endnotes last on the
// last, each once. Pages are cut where the document says so; where Word would break a page by
// itself the file does not tell.
//
// Files of Word 6 and 95 are read as bare text in the code page of their language, and are partial.
//
// It refuses encrypted files, removed text, hidden text and comments as content. Tested by
// tests/readers/doc_reader_test.cpp.
#pragma once

#include "extractors/readers/office/package_pictures.h"
#include "extractors/readers/open_file.h"

namespace biaoshen {

void read_doc(const OpenFile& file, const Limits& limits, DocumentSink& sink);

// The same with another recognition; with none, its pictures are not read.
void read_doc(const OpenFile& file, const Limits& limits, DocumentSink& sink,
              const RecognisePicture& recognise);

// Pieces of the pictures that the document shows. A page itself cannot be drawn.
std::vector<Crop> crop_doc(const OpenFile& file, std::span<const CropRequest> requests,
                           const Limits& limits);

}  // namespace biaoshen
