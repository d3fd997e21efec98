// Saved web pages: what a browser would show of them, as running text. Tables are grids, as in
// Word documents; scripts, styles and hidden elements are left out. Anything that is no
// well-formed HTML is read as browsers read it: as well as possible. Pictures that are written
// into the page are recognised.
//
// It refuses to load anything the page refers to, and to know style sheets: what only they
// hide is read. Tested by tests/readers/html_reader_test.cpp.
#pragma once

#include <span>
#include <vector>

#include "extractors/readers/docx/docx_blocks.h"
#include "extractors/readers/flow_pages.h"
#include "extractors/readers/office/package_pictures.h"
#include "extractors/readers/open_file.h"
#include "extractors/readers/web/html_story.h"

namespace biaoshen {

void read_html(const OpenFile& file, const Limits& limits, DocumentSink& sink);
// With a recognition of the caller's.
void read_html(const OpenFile& file, const Limits& limits, DocumentSink& sink,
               const RecognisePicture& recognise);

std::vector<Crop> crop_html(const OpenFile& file, std::span<const CropRequest> requests,
                            const Limits& limits);

// One web page into a flow that may have others; says what hindered it. False where it is not all
// of it.
bool read_html_page(const ByteSource& bytes, std::string_view came_with, const FlowPages& pages,
                    DocxFlow& flow, HtmlImages& images, DocumentSink& sink);

}  // namespace biaoshen
