// Pictures that stand in a cell rather than above it, as WPS writes them: the cell shows
// =DISPIMG("ID_1A2B",1), and a part of the workbook says which picture ID_1A2B is.
// Tested by tests/readers/xlsx_reader_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "extractors/readers/office/package_images.h"
#include "extractors/readers/xml_stream.h"

namespace biaoshen {

class XlsxCellImages final : public XmlListener {
 public:
  PartEnd read(ZipPackage& package, const Relations& of_book, PackageImages& images);
  // The picture that a cell with this value shows; null where it is no such value. A picture that
  // is not there is one without a part.
  const PackageImage* shown_by(std::string_view value) const;

  void start(const XmlTag& tag) override;
  void end(const XmlTag&) override {}
  void text(std::string_view) override {}

 private:
  PackageImages* images_ = nullptr;  // while it is read
  Relations relations_;
  std::string name_;  // of the picture being read
  std::unordered_map<std::string, PackageImage> by_name_;
};

}  // namespace biaoshen
