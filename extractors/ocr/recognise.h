// From pixels to lines: straighten, turn upright, take seals out, find and read the lines with
// the reading engine, and read again with the second engine whatever looks like something to
// decide (a number, a date, a status, a credit code, a score).
//
// The reading engine is PP-OCRv4 on ONNX Runtime where its files are installed beside the program
// (models/), else Tesseract with HanS, which then has no second. One thread, whatever the machine.
//
// It refuses to correct: what an engine read is what is given. Tested by tests/ocr/.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "extractors/ocr/recognised.h"

namespace biaoshen {

class Recogniser {
 public:
  // `models`: folder with libonnxruntime.so.1, det.onnx, rec.onnx, cls.onnx, keys.txt. Nothing is
  // loaded before the first picture.
  explicit Recogniser(std::filesystem::path models);
  ~Recogniser();
  Recogniser(const Recogniser&) = delete;
  Recogniser& operator=(const Recogniser&) = delete;

  // Never throws for what is in a picture. Without any engine there are no lines and no engines.
  RecognisedPicture read(const Pix& picture);
  // Names with versions of the engines that can be loaded here, the reading one first.
  std::vector<std::string> engines();
  // Whether there is anything to read with. Loads nothing where the reading engine is there.
  bool is_able();
  // What readings depend on besides the picture: another text, other readings. Loads nothing.
  std::string stamp() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

// The process's own: models/ beside the running program.
Recogniser& recogniser();

}  // namespace biaoshen
