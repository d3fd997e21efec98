// The encoding of the names in one package. Exists because Windows in Chinese writes names in
// GBK and says nothing about it, while two bytes of GBK are often valid UTF-8, too (模式 reads as
// "ģʽ"): a single name cannot be decided alone, all names of the package together nearly always.
//
//   the package says UTF-8, and it is               UTF-8
//   every other name is valid UTF-8                 UTF-8, unless no name shows a Han character
//                                                   in UTF-8 and one does in GB18030
//   else, each name                                 UTF-8 with a Han character, GB18030, Big5,
//                                                   UTF-8, in this order, without one error
//   none of these                                   undecided
//
// It refuses to guess from letter frequencies: names are too short for that.
// Tested by tests/readers/member_names_test.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace biaoshen {

struct RawName {
  std::string bytes;
  bool is_utf8 = false;    // the package says so
  bool is_folder = false;  // an entry for the folder itself
};

struct VotedName {
  std::string text;                     // UTF-8; the bytes as they are where nothing fits
  std::string_view encoding = "UTF-8";  // that it was read in; empty where nothing fits
  bool is_sure = true;
};

// One for each name, in their order.
std::vector<VotedName> vote_on_names(std::span<const RawName> names);

}  // namespace biaoshen
