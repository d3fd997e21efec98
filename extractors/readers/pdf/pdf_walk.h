// One walk over a PDF page that gathers everything the reader needs: words, ruling
// lines, images (not their pixels, see pdf_images.h), and what speaks for or against the text.
//
// Tested by tests/readers/pdf_reader_test.cpp and pdf_images_test.cpp.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "extractors/pictures/picture.h"
#include "extractors/readers/pdf/pdf_glyphs.h"
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

struct DrawnImage {
  Image image;               // as the page lists it
  PixelMap to_page;          // from its pixels to points of the page
  Box shown;                 // what the clip and the page leave of it; empty where nothing
  bool is_stencil = false;   // one bit, painted in the colour of the fill
  bool is_opaque = true;     // hides what was drawn before
  int number = 0;            // of the PDF object; 0 for an inline image
  bool is_repeated = false;  // was on several pages before: a logo, a watermark; the reader knows
};

struct PageWalk {
  float width = 0, height = 0;
  std::vector<PrintedWord> words;
  std::vector<Ruling> rulings;
  std::vector<DrawnImage> images;
  std::vector<PrintedGlyph> glyphs;   // as they were drawn, their fates settled
  std::size_t characters = 0;         // drawn visibly, watermarks aside
  std::size_t covered = 0;            // of these, under a picture laid over them
  std::size_t unexplained = 0;        // of these, from fonts that do not say what they mean
  std::size_t diagonal = 0;           // of watermarks, most of which stand askew; never content
  std::size_t hidden_characters = 0;  // drawn so that nobody sees them
  HiddenLetters hidden;               // those that no picture accounts for
  std::set<std::string> watermarks;   // their words
  std::set<std::string> pale;         // what would be watermarks if other pages had the same
  std::size_t outlines = 0;           // filled shapes that are no rectangles: drawn letters
  std::size_t strokes = 0;            // stroked lines that are no rulings
  std::size_t patterns = 0;           // areas filled with something that may be a picture
  bool out_of_memory = false;         // Poppler left something out
  bool is_endless = false;            // more operators than a page can have; the first are here
};

// Most of the print lies under a picture: an earlier recognition of it.
inline bool is_under_picture(const PageWalk& walk) {
  return walk.covered * 2 > walk.characters;
}

// `watermarks`: pale print that pages have in common, by what PageWalk::pale calls it.
PageWalk walk_page(PDFDoc& document, int page, const std::set<std::string>& watermarks = {});

// The same walk with the words that hide in place of those that are shown. Where the print is
// under a picture, they are the same.
PageWalk hidden_words(PDFDoc& document, int page, const PageWalk& walk);

}  // namespace biaoshen
