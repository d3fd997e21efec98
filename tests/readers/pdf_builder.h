// Small PDFs made by the tests: one page an entry, contents written by hand.
#pragma once

#include <string>
#include <vector>

#include "extractors/readers/pdf/pdf_recognition.h"
#include "pipeline/contracts.h"

namespace biaoshen::testing {

// An image of a page: /I0, /I1, … in the contents.
struct PdfImage {
  std::string dictionary;  // /Width 2 /Height 2 /BitsPerComponent 8 …
  std::string samples;
  std::string mask = {};  // dictionary of a soft mask; empty: none
  std::string mask_samples = {};
};

struct PdfPage {
  std::string content = {};           // operators; font /F1 is Helvetica
  std::string box = "[0 0 600 800]";  // MediaBox
  std::string more = {};              // /Rotate 90 /CropBox […]
  std::vector<PdfImage> images = {};
  std::string resources = {};  // /ExtGState << … >>
};

// "q a b c d e f cm /Ii Do Q\n"
std::string drawn(const std::string& matrix, int image = 0);
// Operators that print `text` from (x, y) on, in points from the lower left corner.
std::string text_at(int x, int y, const std::string& text, int size = 12);
// The content of a page with one word.
std::string page_saying(const std::string& word);

// `objects` are further ones: 4 0 R, 5 0 R, …
std::string pdf_of(const std::vector<PdfPage>& pages, const std::string& catalog_more = "",
                   const std::vector<std::string>& objects = {},
                   const std::string& trailer_more = "");
std::string stream_of(const std::string& dictionary, const std::string& bytes);
// As between < and >.
std::string in_hex(const std::string& bytes);

// Reads bytes through read_pdf, as if they were a file. Nothing is recognised but by `recognise`.
Document read_pdf_bytes(const std::string& bytes, const Limits& limits = Limits(),
                        const Recognise& recognise = Recognise());
std::vector<Crop> crop_pdf_bytes(const std::string& bytes,
                                 const std::vector<CropRequest>& requests);

}  // namespace biaoshen::testing
