// A file without a name or place, for libraries that write only into files.
//
// Tested by tests/templates/docx_package_test.cpp and tests/batch/register_writer_test.cpp.
#pragma once

#include <string>

namespace biaoshen {

class MemoryFile {
 public:
  MemoryFile();
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  std::string path() const;  // to be opened by this process
  std::string bytes() const;
  bool write(const std::string& bytes);  // false where memory is short

 private:
  int descriptor_;
};

}  // namespace biaoshen
