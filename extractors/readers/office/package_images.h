// The pictures of an Office package, by the relations of the part that shows them: format
// and pixels from the picture's own header, looked at once however often it is shown.
//
// It refuses to inflate more of a picture than its header. Tested by
// tests/readers/docx_reader_test.cpp.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "extractors/readers/office/relations.h"

namespace biaoshen {

struct PackageImage {
  Image image;
  std::string part;
};

class PackageImages {
 public:
  explicit PackageImages(ZipPackage& package) : package_(package) {}
  // Nothing where the relation is not a part of the package.
  std::optional<PackageImage> look_at(const Relations& relations, std::string_view id);

 private:
  ZipPackage& package_;
  std::map<std::string, PackageImage, std::less<>> seen_;
};

}  // namespace biaoshen
