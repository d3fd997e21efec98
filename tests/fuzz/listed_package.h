// A package from a listing of its parts, so that what is fuzzed is XML and not its compression:
//
//   @@ word/document.xml
//   <w:document …
//   @@ …
#pragma once

#include <string>
#include <string_view>

namespace biaoshen::fuzz {

// ZIP with stored entries. What stands before the first @@ belongs to no part.
std::string package_of(std::string_view listing);

}  // namespace biaoshen::fuzz
