// Writes the text of one page together with the words and lines that point into it, so
// that every range lies inside the text and every line ends with '\n' by construction.
//
// It refuses to judge what is content. Tested by tests/readers/page_writer_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>

#include "pipeline/contracts.h"

namespace biaoshen {

class PageWriter {
 public:
  // Appends a word to the current line; blank text gives none. '\n' in it becomes ' '.
  void word(std::string_view text, const Place& place, Origin origin = Origin::text);
  // Puts `gap` behind what the current line has.
  void gap(char gap);
  // Ends the line. One without words leaves no trace, and ranges taken in it collapse (see `mark`).
  void end_line(float size = 0);
  // One word that is the line.
  void line(std::string_view text, const Place& place, float size = 0,
            Origin origin = Origin::text);

  std::uint32_t mark() const { return static_cast<std::uint32_t>(page_.text.size()); }
  bool line_has_words() const { return page_.words.size() > first_; }
  bool is_empty() const { return page_.text.empty() && page_.images.empty(); }
  // Whether `more` bytes still fit into a page of `limits`.
  bool fits(std::size_t more, const Limits& limits) const;

  Page& page() { return page_; }
  Page take();  // and starts afresh

 private:
  Page page_;
  std::uint32_t first_ = 0;  // word that begins the current line
  std::uint32_t begin_ = 0;  // byte that does
};

}  // namespace biaoshen
