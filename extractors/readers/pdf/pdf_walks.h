// The walks over the pages of one document, in their order. A pale phrase at the same place of
// page after page is a watermark, and that is known only by looking at the pages around; so a walk
// may be made ahead of its time, and is kept until it is taken.
//
// Tested by tests/readers/pdf_watermarks_test.cpp.
#pragma once

#include <map>
#include <set>
#include <string>

#include "extractors/readers/pdf/pdf_walk.h"

namespace biaoshen {

class PageWalks {
 public:
  PageWalks(PDFDoc& document, int pages) : document_(document), pages_(pages) {}

  // Pages from 1, each once and in order.
  PageWalk take(int page);

 private:
  const PageWalk& look_at(int page);
  bool is_on_other_pages(const std::string& phrase, int page);

  PDFDoc& document_;
  int pages_;
  std::map<int, PageWalk> ahead_;
  std::map<int, std::set<std::string>> pale_before_;
  std::set<std::string> watermarks_;  // found so far
};

}  // namespace biaoshen
