// Files inside a PDF: those of its list of embedded files (a portfolio's documents are there) and
// those pinned to its pages. Each is handed on as a member, once however often it is named.
//
// A name is only a name: folders in it are dropped. Files that the PDF merely points to stay
// outside. Tested by tests/readers/pdf_attachments_test.cpp.
#pragma once

#include <cstdint>

#include "pipeline/contracts.h"

class PDFDoc;

namespace biaoshen {

// `bytes`: of the PDF. Gives `partial` where not all could be handed on.
FileStatus hand_on_attachments(PDFDoc& document, std::uint64_t bytes, const Limits& limits,
                               DocumentSink& sink);

}  // namespace biaoshen
