// Recognition that does not do the same picture twice: not within a file, and where a memory is
// given (reader_main gives one that asks the client), not within a dossier.
//
// Tested by tests/readers/picture_page_test.cpp.
#pragma once

#include <optional>
#include <string>

#include "extractors/ocr/recognised.h"

struct Pix;

namespace biaoshen {

class PictureMemory {
 public:
  virtual ~PictureMemory() = default;
  virtual std::optional<RecognisedPicture> recall(const std::string& key) = 0;
  virtual void remember(const std::string& key, const RecognisedPicture& recognised) = 0;
};
// For the rest of the process; outlives it.
void use_memory(PictureMemory& memory);

// The hash of size and pixels: the same for the same picture in whatever file.
std::string key_of(const Pix& picture);

// What is remembered is remembered of the engines that are installed now.
RecognisedPicture recognise_once(const Pix& picture);

}  // namespace biaoshen
