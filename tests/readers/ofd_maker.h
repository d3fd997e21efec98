// Makes small OFD packages in memory: what a test does not care about is filled in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/readers/office_maker.h"

namespace biaoshen {

// Pages of A4 with these contents of their <Content>; `more` adds parts or replaces some.
struct Ofd {
  std::vector<std::string> pages;
  std::string common;    // more of <CommonData>
  std::string document;  // more of <Document>
  std::string body;      // more of <DocBody>
  Parts more;
};
std::string ofd_of(const Ofd& ofd);
// An element of OFD's namespace around the whole of a part.
std::string ofd_root(std::string_view name, std::string_view content);

// A text object at `left`, `top` (mm) of letters of `size` mm; `more` are attributes, `inside`
// elements before the text.
std::string ofd_text(double left, double top, double size, std::string_view letters,
                     std::string_view more = "", std::string_view inside = "");
// A straight line.
std::string ofd_line(double x0, double y0, double x1, double y1);

}  // namespace biaoshen
