#include "extractors/readers/pdf/pdf_open.h"

#include <poppler/Error.h>
#include <poppler/ErrorCodes.h>
#include <poppler/GlobalParams.h>
#include <poppler/PDFDoc.h>
#include <poppler/Stream.h>
#include <poppler/goo/gfile.h>
#include <unistd.h>

namespace biaoshen {

OpenedPdf::OpenedPdf() = default;
OpenedPdf::OpenedPdf(OpenedPdf&&) noexcept = default;
OpenedPdf::~OpenedPdf() = default;

OpenedPdf open_pdf(const OpenFile& file) {
  if (!globalParams) globalParams = std::make_unique<GlobalParams>();
  setErrorCallback([](ErrorCategory, Goffset, const char*) {});
  OpenedPdf opened;
  // Poppler keeps the GooFile only by reference, so it lives as long as the process.
  // (one file a process, a handful in tests)
  static std::vector<std::unique_ptr<GooFile>> files;
  files.push_back(GooFile::open(dup(file.descriptor)));
  if (!files.back()) {
    opened.problem = "damaged-pdf";
    return opened;
  }
  auto* stream = new FileStream(files.back().get(), 0, false, static_cast<Goffset>(file.bytes),
                                Object(objNull));
  auto document =
      std::make_unique<PDFDoc>(stream, std::optional<GooString>(), std::optional<GooString>(),
                               nullptr, [&opened] { opened.repaired = true; });
  if (!document->isOk()) {
    opened.problem = document->getErrorCode() == errEncrypted ? "encrypted" : "damaged-pdf";
    return opened;
  }
  opened.document = std::move(document);
  return opened;
}

}  // namespace biaoshen
