// The modules that profiles may include, by id and version, and a profile put
// together with those it does include: its own document first, then each module in
// the order of the includes, once.
//
// A module never overrides: profile_reader refuses what is declared twice. It
// refuses modules that include themselves, and more than kMostModules.
//
// Tested by tests/checkers/profile_library_test.cpp.
#pragma once

#include <map>

#include "checkers/profile_parts.h"

namespace biaoshen {

// A file of profiles or modules; `path` is what mistakes call it.
struct ProfileSource {
  std::string path, xml;
};

// One document of a composed profile, with the mistakes found in it.
struct ProfilePart {
  const XmlNode* root;
  std::string file;  // empty: the profile's own
  std::string xml;
  Mistakes mistakes;
};

class ModuleShelf {
 public:
  // Sources that are no modules are passed over.
  explicit ModuleShelf(const std::vector<ProfileSource>& sources);

  // Of the modules themselves, whether anybody includes them or not; with their file.
  const Mistakes& mistakes() const { return mistakes_; }

  // `own` and every module it includes; what cannot be included is a mistake of the
  // including document.
  std::vector<ProfilePart> compose(const XmlNode& own, std::string_view xml) const;

 private:
  struct Module {
    XmlNode root;
    ProfileSource source;
  };
  const Module* find(std::string_view id, std::string_view version) const;
  void add_includes(std::size_t part, std::vector<ProfilePart>& parts) const;

  std::map<std::pair<std::string, std::string>, Module, std::less<>> modules_;
  Mistakes mistakes_;
};

}  // namespace biaoshen
