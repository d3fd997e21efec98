// What a page of an OFD document draws, gathered in the same form as for PDF pages, so that both
// are laid out and judged alike; besides, what only OFD knows of it.
// Tested by tests/readers/ofd_reader_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "extractors/readers/ofd/ofd_geometry.h"
#include "extractors/readers/pdf/pdf_walk.h"

namespace biaoshen {

// White letters: seen where something coloured lies under them, else hidden.
struct OfdWhiteWord {
  PrintedWord word;
  std::size_t characters = 0;
};

struct OfdSheet {
  PageWalk walk;                          // places in points
  std::vector<std::string> parts;         // of walk.images, in the same order
  std::vector<std::size_t> under;         // of each image: characters drawn before it
  std::vector<PrintedWord> hidden_words;  // drawn so that nobody sees them
  std::vector<OfdWhiteWord> white_words;
  std::vector<Box> fills;              // coloured areas, in points
  std::vector<std::string> templates;  // IDs of the pages that lie under or over this one
  std::string missing;                 // what is drawn and could not be read; empty: nothing
  std::size_t text_bytes = 0;
  std::size_t units = 0;       // shared drawings drawn
  std::size_t watermarks = 0;  // characters that stand askew or say that they are one
};

// Puts what `lower` draws onto `sheet`.
void ofd_add(const OfdSheet& lower, OfdSheet& sheet);
// Decides about white letters and what lies outside the page; last of all.
void ofd_settle(OfdSheet& sheet);

}  // namespace biaoshen
