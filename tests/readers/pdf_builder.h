// Small PDFs made by the tests: one page an entry, contents written by hand.
#pragma once

#include <string>
#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen::testing {

struct PdfPage {
  std::string content = {};           // operators; font /F1 is Helvetica
  std::string box = "[0 0 600 800]";  // MediaBox
  std::string more = {};              // /Rotate 90 /CropBox […]
};

std::string pdf_of(const std::vector<PdfPage>& pages, const std::string& catalog_more = "");

// Reads bytes through read_pdf, as if they were a file.
Document read_pdf_bytes(const std::string& bytes, const Limits& limits = Limits());
std::vector<Crop> crop_pdf_bytes(const std::string& bytes,
                                 const std::vector<CropRequest>& requests);

}  // namespace biaoshen::testing
