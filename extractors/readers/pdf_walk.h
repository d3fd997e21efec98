// One walk over a PDF page that gathers everything the reader needs: words, ruling
// lines, images, and what speaks for or against the text. The only file that knows
// Poppler's core classes besides pdf_reader.cpp and pdf_crop.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/model/document.h"

class PDFDoc;

namespace biaoshen {

struct PrintedWord {
  std::string text;  // UTF-8
  Box box;
  float size = 0;    // points
  int rotation = 0;  // quarter turns of the writing against the page as displayed
};

struct Ruling {  // a straight line along an axis
  bool horizontal = true;
  float at = 0;  // y of a horizontal, x of a vertical one
  float from = 0, to = 0;
};

struct PageWalk {
  float width = 0, height = 0;
  std::vector<PrintedWord> words;
  std::vector<Ruling> rulings;
  std::vector<Image> images;
  std::size_t characters = 0;         // drawn visibly
  std::size_t unexplained = 0;        // of these, from fonts that do not say what they mean
  std::size_t hidden_characters = 0;  // drawn invisibly
  std::size_t filled_paths = 0;       // letters drawn as outlines come as many of these
  bool out_of_memory = false;         // Poppler left something out
};

enum class Wanted : unsigned char { visible, hidden };

PageWalk walk_page(PDFDoc& document, int page, Wanted wanted);

}  // namespace biaoshen
