// The head of a page as a reader's eye takes it: its first lines, which of them look
// like the title of a document. Used to tell where one material ends and another begins.
//
// A title is short, stands near the top outside any table, is larger than the text or
// centred, and is neither numbered (五、创新性说明 is a section) nor a sentence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/document.h"

namespace biaoshen {

struct HeadingLine {
  std::string bare;  // folded, without blanks
  std::string print;
  bool may_be_title = false;
  // Below the head of a page that is cut from a flow: as large as the title that the page begins
  // with. Where nobody set page breaks, another document may begin here.
  bool may_begin_below = false;
};

// The first printed lines of the page, and the large ones below them.
std::vector<HeadingLine> heading_lines(const Page& page);

}  // namespace biaoshen
