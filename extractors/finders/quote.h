// Cuts quotes from pages: the one place where a byte range of a page becomes
// something that a person can go and look at. Every finder uses it, so that all
// facts show their place in the same way.
//
// It refuses to tidy: the text of a quote is the print, only blanks at its ends
// are left out.
//
// Tested by tests/finders/quote_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pipeline/model/dossier.h"
#include "pipeline/model/fact.h"

namespace biaoshen {

// Quote of bytes [begin, end) of page.text. Its place covers the words touched,
// its confidence is the lowest of theirs, its origin `ocr` if one of them is.
Quote quote_of(const File& file, const Page& page, std::size_t begin, std::size_t end);

// Why a reading of that range is not fit to decide alone: "text-suspect" (the
// page's text is not to be trusted), "ocr" (recognised from pixels), else empty.
std::string doubt_of(const Page& page, std::size_t begin, std::size_t end);

// The file a part belongs to, and the part's pages in order.
const File& file_of(const Dossier& dossier, const Part& part);
std::vector<const Page*> pages_of(const Dossier& dossier, const Part& part);

// The cell reference of a worksheet: row 9, column 4 (both from 1) gives D9.
std::string cell_reference(const InCell& cell);

}  // namespace biaoshen
