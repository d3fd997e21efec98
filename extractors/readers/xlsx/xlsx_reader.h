// Reads XLSX (and XLSM, XLTX): each worksheet is a page in the order of the workbook, with
// its name as title. Hidden sheets are read like others, and noted; so are cells in hidden rows
// and columns. Of a chart its words are read. Embedded files are handed on as files of their own.
//
// It refuses formulas and comments as content, links to other workbooks, and what a chart draws.
// Tested by tests/readers/xlsx_reader_test.cpp.
#pragma once

#include "extractors/readers/office/package_pictures.h"
#include "extractors/readers/open_file.h"

namespace biaoshen {

void read_xlsx(const OpenFile& file, const Limits& limits, DocumentSink& sink);

// The same with another recognition; with none, its pictures are not read.
void read_xlsx(const OpenFile& file, const Limits& limits, DocumentSink& sink,
               const RecognisePicture& recognise);

// Pieces of the pictures that a sheet shows. A sheet itself cannot be drawn.
std::vector<Crop> crop_xlsx(const OpenFile& file, std::span<const CropRequest> requests,
                            const Limits& limits);

}  // namespace biaoshen
