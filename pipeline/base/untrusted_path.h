// Names that outsiders gave to files: made readable, never followed blindly.
// Tested by tests/base/untrusted_path_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace biaoshen {

struct ReadableName {
  std::string text;          // valid UTF-8 in which nothing is unseen
  bool was_decoded = false;  // the bytes were not UTF-8: read as GB18030, or shown as \xNN
};

// `bytes` of one name or path as a person should see it.
ReadableName readable_name(std::string_view bytes);

// UTF-8 of bytes in an encoding as ICU names it ("GB18030", "Big5"). Nothing where one byte does
// not fit, or reads as a character that no standard assigns: then they are in another encoding.
std::optional<std::string> decode_strictly(std::string_view bytes, const char* encoding);

// Bytes in no known encoding: ASCII as it is, the others as \xnn.
std::string escape_bytes(std::string_view bytes);

// What would not be seen, or would make a name look like another (unseen.h), as \n, \xnn, \unnnn
// or \Unnnnnnnn.
std::string escape_unseen(std::string_view utf8);

}  // namespace biaoshen
