// A folder with a file of five bytes in it.
#pragma once

#include "tests/watch/scratch_folder.h"

namespace biaoshen::testing {

struct FolderWithFile {
  test::ScratchFolder made;
  std::filesystem::path path = made.path();
  std::filesystem::path file = made.file("file", "12345");
};

}  // namespace biaoshen::testing
