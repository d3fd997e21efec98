// All bytes to a descriptor, however many calls that takes.
// Tested by tests/base/write_all_test.cpp.
#pragma once

#include <string_view>

namespace biaoshen {

// False: errno says why, and some of them may have been written.
bool write_all(int descriptor, std::string_view bytes);

}  // namespace biaoshen
