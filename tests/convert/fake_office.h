// An office program for tests: a script that does what the first word of the file it is given says.
//
//   hang  starts another program, writes its number to the path on the second line, and waits
//   none  ends well, and writes nothing
//   fail  ends badly
//   fill  writes files without end
//   link  writes a link instead of a file
//   look  writes what it can see and do, the file on the second line among it
//   else  the copy is the file itself, without its first line
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "extractors/convert/office_conversion.h"

namespace biaoshen {

class FakeOffice {
 public:
  FakeOffice();
  ~FakeOffice();
  FakeOffice(const FakeOffice&) = delete;
  FakeOffice& operator=(const FakeOffice&) = delete;

  ConversionSettings settings() const;  // without a sandbox
  ConversionSettings sandboxed_settings() const;
  // A file with this content; the same name, a new folder each time.
  std::filesystem::path file(std::string_view content);
  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
  int files_ = 0;
};

std::string content_of(const std::filesystem::path& file);

}  // namespace biaoshen
