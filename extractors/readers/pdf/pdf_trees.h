// The trees of a PDF that a file may grow without end: a branch that is named twice doubles all
// that hangs on it, so two kilobytes hold more pages or form fields than there are atoms. Poppler
// counts pages by what the root says, and takes a count that cannot be (none, negative, more than
// the file has objects) for none: a sound document without pages. Form fields it visits, all of
// them.
//
// Here every node is counted once. It refuses to follow a tree that goes round or that is deeper
// than 64 levels.
//
// Tested by tests/readers/pdf_trees_test.cpp.
#pragma once

#include <cstdint>

class PDFDoc;

namespace biaoshen {

// Pages of the tree where the stated count cannot be true, 0: it can, or there are none. Where they
// are no more than `most`, the document says so from now on. Before Poppler is asked for pages.
std::uint64_t mend_page_count(PDFDoc& document, std::uint64_t most);

// Takes away the list of form fields where it has no end; says whether it did. What the pages show
// of them stays. Before anything is displayed.
bool prune_form(PDFDoc& document);

}  // namespace biaoshen
