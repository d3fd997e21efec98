// The words of charts and diagrams (SmartArt), which stand in parts of their own: a line a
// paragraph, and the names of a chart's series and categories.
//
// It refuses the numbers of charts, which are the sheet's. Tested by
// tests/readers/docx_reader_test.cpp.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/readers/office/relations.h"

namespace biaoshen {

class DrawnText {
 public:
  explicit DrawnText(ZipPackage& package) : package_(package) {}
  // Of the part that the relation leads to; nothing where it was read before or is none.
  std::vector<std::string> lines(const Relations& relations, std::string_view id);
  // How the worst of the parts ended.
  const PartEnd& end() const { return end_; }

 private:
  ZipPackage& package_;
  std::set<std::string> seen_;
  PartEnd end_;
};

}  // namespace biaoshen
