// Tesseract with its script model for simplified Chinese (LSTM only): a second opinion on a
// line, and the reader of whole pictures where PP-OCRv4 is not installed.
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
  // Null where the model is not installed.
  static std::unique_ptr<TesseractReader> load();
  ~TesseractReader();

  static std::string name();  // with version

  // What it reads in a crop of one line; blanks beside Han characters dropped.
  std::string read_line(const Pix& crop);
  // Lines of a whole picture, boxes in its pixels.
  std::vector<RecognisedLine> read_page(const Pix& picture);

 private:
  explicit TesseractReader(std::unique_ptr<tesseract::TessBaseAPI> api);
  std::unique_ptr<tesseract::TessBaseAPI> api_;
};

}  // namespace biaoshen
