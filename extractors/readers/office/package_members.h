// The files inside an Office file: a workbook in a document, what was dragged into it. They are
// handed on as files of the dossier, under the name of their part or the one that they state.
//
// It refuses objects that only their own program can draw: those are counted and said.
// Tested by tests/readers/package_members_test.cpp.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "extractors/readers/members.h"
#include "extractors/readers/office/package_notes.h"
#include "extractors/readers/office/relations.h"

namespace biaoshen {

class PackageMembers {
 public:
  PackageMembers(ZipPackage& package, std::uint64_t package_bytes, DocumentSink& sink)
      : package_(package), members_(package_bytes, package.limits(), sink) {}

  // Those that a part of the package leads to; each once.
  void hand_on(const Relations& relations, PackageNotes& notes);

 private:
  void hand_on_part(const std::string& part, bool is_ole, PackageNotes& notes);
  void hand_on_bytes(const std::string& name, std::string_view bytes);
  std::string free_name(const std::string& wanted, const std::string& part);

  ZipPackage& package_;
  Members members_;
  std::set<std::string> parts_, names_;
};

}  // namespace biaoshen
