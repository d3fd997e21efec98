// Cuts down to size what a page would make Poppler decode, before anything of it is drawn. The
// dictionary of an image says one size and its codes another: two hundred bytes of JBIG2 or JPEG
// 2000 decode to gigabytes, and Poppler looks into JPEG 2000 even where nothing is painted. And a
// page may give a picture for its content, which Poppler would decode in search of operators.
//
// An image over the limits, by its codes or those of its mask, gets the size that it would really
// have and no data: so the reader meets an image over the limits, as it would with an honest
// dictionary. It refuses to decode anything.
//
// Tested by tests/readers/pdf_guard_test.cpp.
#pragma once

#include <set>

#include "pipeline/contracts.h"

class Object;
class PDFDoc;

namespace biaoshen {

class PageGuard {
 public:
  PageGuard(PDFDoc& document, const Limits& limits) : document_(document), limits_(limits) {}

  // Before the page is displayed. True: a part of its contents is a picture over the limits, and is
  // left out.
  bool look_at(int page);

 private:
  bool look_at_contents(const Object& dictionary);
  bool leave_out(const Object& content);
  void look_into(const Object& resources, int depth);
  void look_at_all(const Object& entries, int depth);
  void look_at_stream(const Object& entry, int depth);

  PDFDoc& document_;
  Limits limits_;
  std::set<int> seen_;  // numbers of objects
};

}  // namespace biaoshen
