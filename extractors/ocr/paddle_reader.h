// PP-OCRv4: finds lines of print and reads them. Chinese, Latin, digits; light on dark too.
//
// It refuses nothing and corrects nothing. Tested by tests/ocr/paddle_reader_test.cpp.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "extractors/ocr/onnx_model.h"
#include "extractors/ocr/recognised.h"
#include "extractors/ocr/text_boxes.h"

namespace biaoshen {

class PaddleReader {
 public:
  // Null where a file of it is lacking.
  static std::unique_ptr<PaddleReader> load(const std::filesystem::path& models);

  // Lines in pixels of the picture.
  std::vector<FoundLine> find(const Pix& picture);
  // One of them; boxes in pixels of the picture. No symbols where it cannot be cut out.
  RecognisedLine read(const Pix& picture, const FoundLine& line);
  // What is printed in a crop of one line; boxes in pixels of the crop. No symbols: nothing.
  RecognisedLine read(const Pix& crop);

 private:
  PaddleReader(std::unique_ptr<OnnxModel> detector, std::unique_ptr<OnnxModel> recogniser,
               std::vector<std::string> alphabet);
  RecognisedLine read_piece(const Pix& crop);

  std::unique_ptr<OnnxModel> detector_, recogniser_;
  std::vector<std::string> alphabet_;  // of the net: blank, the characters, the space
};

}  // namespace biaoshen
