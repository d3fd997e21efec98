// Tesseract with its script model for simplified Chinese (LSTM only): a second opinion on a
// line, and the reader of whole pictures where PP-OCRv4 is not installed. Tesseract itself is
// loaded when it is first asked for something (late_tesseract.cpp).
//
// Tested by tests/ocr/tesseract_reader_test.cpp.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "extractors/ocr/recognised.h"

namespace tesseract {
class TessBaseAPI;
}

namespace biaoshen {

class TesseractReader {
 public:
  // Null where Tesseract or the model is not installed.
  static std::unique_ptr<TesseractReader> load();
  ~TesseractReader();

  static std::string name();  // with version

  // What it reads in a crop of one line; blanks beside Han characters dropped.
  std::string read_line(const Pix& crop);
  // Lines of a whole picture, boxes in its pixels.
  std::vector<RecognisedLine> read_page(const Pix& picture);

 private:
  struct Delete {
    void operator()(tesseract::TessBaseAPI* api) const;
  };
  using Api = std::unique_ptr<tesseract::TessBaseAPI, Delete>;

  explicit TesseractReader(Api api);
  Api api_;
};

}  // namespace biaoshen
