// What a part of an Office package points to: images, headers, sheets, and things outside.
//
// It refuses to lead out of the package: a target that climbs above its root or names a
// drive, a share or an address is unsafe; one that says it is external is never loaded.
// Tested by tests/readers/relations_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractors/readers/zip_package.h"

namespace biaoshen {

struct Relation {
  std::string id;
  std::string type;  // last word of the type's address: image, header, officeDocument, …
  std::string
      target;  // name of a part, or the address of something external; for people where unsafe
  bool is_external = false;
  bool is_unsafe = false;
  bool is_part() const { return !is_external && !is_unsafe; }
};

class Relations {
 public:
  // Of a part; of the package itself where `part` is empty.
  static Relations read(ZipPackage& package, std::string_view part);

  // Only those that are parts; null where there is none.
  const Relation* by_id(std::string_view id) const;
  const Relation* by_type(std::string_view type) const;
  std::vector<std::string> parts_of_type(std::string_view type) const;
  const std::vector<Relation>& all() const { return all_; }
  const PartEnd& end() const { return end_; }  // a missing list of relations is a complete end

 private:
  std::vector<Relation> all_;
  std::unordered_map<std::string, std::size_t> by_id_;
  PartEnd end_;
};

// The part that is the document itself; empty where the package has none.
std::string main_part(ZipPackage& package);

// Target of a relation of `part` as the name of a part; empty where it leads out of the package.
std::string resolve_target(std::string_view part, std::string_view target);

}  // namespace biaoshen
