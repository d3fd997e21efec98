// What an OLE object in an Office file holds, when that is a file somebody could open: a file that
// was dragged into a document ("Package"), or a document of Word, Excel or another kept whole.
//
//   Ole10Native := size:u32 2:u16 label\0 path\0 0:u16 3:u16 length:u32 path[length] size:u32 bytes
//
// It refuses what only its own program draws (equations, drawings). Names are as the object
// states them, in its writer's bytes: without their folders. Tested by
// tests/readers/package_members_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace biaoshen {

struct OleContent {
  std::string name;       // UTF-8; empty where the object states none
  std::string extension;  // for what has no name; empty where unknown
  std::string bytes;
  bool is_whole = false;     // the object itself is the file; `bytes` is empty
  bool is_document = false;  // there is something to open
};
OleContent ole_content(std::string_view object);

}  // namespace biaoshen
