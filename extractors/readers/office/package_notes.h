// What is worth knowing about an Office package besides its text, and how bad reading it
// went: gathered while its parts are read, said once at the end.
//
// It refuses to repeat itself: one problem a kind, with the first name and a count.
// Tested by tests/readers/docx_reader_test.cpp and xlsx_reader_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "extractors/readers/office/relations.h"

namespace biaoshen {

class PackageNotes {
 public:
  // A note: the file is read all the same.
  void note(const std::string& kind, const std::string& detail);
  // Macros, pictures that would explode, and what the relations of a part lead to outside.
  void look_at(const ZipPackage& package);
  void look_at(const Relations& relations);
  // How a part ended. Damage of any but the main part leaves the file partial.
  void main_part(const PartEnd& end) { add(end, end.status); }
  void other_part(const PartEnd& end);
  void incomplete() { worsen(FileStatus::partial); }

  bool is_stopped() const {
    return status_ == FileStatus::refused || status_ == FileStatus::unreadable;
  }
  void tell(DocumentSink& sink) const;

 private:
  struct Note {
    std::string kind, detail;
    std::size_t count = 0;
  };
  void add(const PartEnd& end, FileStatus status);
  void worsen(FileStatus status);

  std::vector<Note> notes_;  // in the order they came up
  FileStatus status_ = FileStatus::read;
};

}  // namespace biaoshen
