// Saved web pages: what a browser would show of them, as running text. Tables are grids, as in
// Word documents; scripts, styles and hidden elements are left out. Anything that is no
// well-formed HTML is read as browsers read it: as well as possible.
//
// It refuses to load anything the page refers to, and to know style sheets: what only they
// hide is read. Tested by tests/readers/html_reader_test.cpp.
#pragma once

#include "extractors/readers/open_file.h"

namespace biaoshen {

void read_html(const OpenFile& file, const Limits& limits, DocumentSink& sink);

}  // namespace biaoshen
