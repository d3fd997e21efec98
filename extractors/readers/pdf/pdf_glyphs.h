// The letters that a page of a PDF draws, one by one, and which of them a reader of the page sees
// as its content. Some hide: drawn invisibly, in the colour of their ground, under something laid
// over them, too small to be seen. Some are watermarks: askew, marked as such, or pale and printed
// large across what is to be read.
//
// Pale print alone is content: hints and captions are grey. So are running heads, however often
// they come again. Pure functions; tested by tests/readers/pdf_hidden_test.cpp and
// pdf_watermarks_test.cpp.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "extractors/readers/pdf/pdf_paper.h"

namespace biaoshen {

enum class Fate : std::uint8_t { shown, hidden, watermark, replaced };

enum class Hides : std::uint8_t {
  not_at_all,
  invisible,
  like_ground,
  covered,
  tiny,
  outside,
  switched_off
};

struct PrintedGlyph {
  char32_t letter = 0;      // 0: the file does not tell
  float x = 0, y = 0;       // its middle
  float size = 0;           // points; 0 where it has none of its own
  Colour colour;            // of its ink
  float opacity = 1;        // of its ink
  std::uint32_t step = 0;   // when it was drawn
  Fate fate = Fate::shown;  // as far as it is known where it is drawn
  Hides hides = Hides::not_at_all;
  bool is_blank = false;
  bool is_explained = true;      // the font says what it means
  bool has_own_colours = false;  // a letter that is a drawing
};

// Letters that follow each other on one line in one look, pale or askew.
struct GlyphRun {
  std::string text;                 // without blanks
  std::size_t first = 0, last = 0;  // glyphs
  Box middles;                      // of the glyphs
  float size = 0;
  bool is_across = false;  // printed across other print
  bool is_watermark = false;
  std::string key() const;  // the same print at the same place of another page has the same
};

// Settles every glyph's fate but for what other pages tell.
void judge(std::vector<PrintedGlyph>& glyphs, const Paper& paper);

// The pale print of the page. Call after judge().
std::vector<GlyphRun> pale_runs(const std::vector<PrintedGlyph>& glyphs, const Paper& paper);

// Marks what is printed across other print, or again and again, as watermarks, and what `known`
// names by key. Leaves of `runs` what would be a watermark if other pages had it at the same place.
void mark_watermarks(std::vector<PrintedGlyph>& glyphs, std::vector<GlyphRun>& runs,
                     const std::set<std::string>& known, float page_height);

// The phrases of the page's watermarks, each once.
std::set<std::string> watermark_phrases(const std::vector<PrintedGlyph>& glyphs);

struct HiddenLetters {
  std::size_t count = 0;
  std::string words;  // for people: how they hide, and how they begin
};
// Letters that hide, but for invisible ones over a picture: an earlier recognition of it.
// `switched_off`: letters of layers that are not shown, which are no glyphs here.
HiddenLetters hidden_letters(const std::vector<PrintedGlyph>& glyphs, const Paper& paper,
                             std::size_t switched_off);

}  // namespace biaoshen
