// Opens a PDF from a descriptor with Poppler, once, for reading and for drawing.
#pragma once

#include <memory>
#include <string>

#include "extractors/readers/open_file.h"

class PDFDoc;

namespace biaoshen {

struct OpenedPdf {
  std::unique_ptr<PDFDoc> document;  // null where it cannot be opened
  std::string problem;               // then: encrypted or damaged-pdf
  bool repaired = false;             // the cross-reference table had to be rebuilt
  OpenedPdf();
  OpenedPdf(OpenedPdf&&) noexcept;
  ~OpenedPdf();
};

OpenedPdf open_pdf(const OpenFile& file);

}  // namespace biaoshen
