// What the pages of an OFD document refer to by number: pictures and drawings that several pages
// share. Pictures are looked at once, and only at their header.
// Tested by tests/readers/ofd_reader_test.cpp.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "extractors/readers/zip_package.h"

namespace biaoshen {

struct OfdPicture {
  Image image;  // without its place
  std::string part;
  bool is_opaque = false;  // certainly hides what lies under it
};

class OfdResources {
 public:
  explicit OfdResources(ZipPackage& package) : package_(package) {}

  // Reads a list of resources; a complete end where it was read before.
  PartEnd add(const std::string& part);

  // Null where the package has no such picture.
  const OfdPicture* image(std::string_view id);
  // The list of resources that holds the drawing; empty where there is none.
  std::string unit_part(std::string_view id) const;
  ZipPackage& package() const { return package_; }

 private:
  ZipPackage& package_;
  std::set<std::string> lists_;
  std::map<std::string, std::string, std::less<>> media_, units_;  // by ID: parts
  std::map<std::string, OfdPicture, std::less<>> seen_;            // by part
};

}  // namespace biaoshen
