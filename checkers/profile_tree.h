// A profile's or a module's file as a tree, after the grammar profile.rng.
//
// Tested by tests/checkers/profile_reader_test.cpp.
#pragma once

#include "checkers/profile_xml.h"

namespace biaoshen {

ProfileTree read_profile_file(std::string_view xml);

// The name of the root element, looked for without reading the file: enough to sort files.
std::string_view root_name(std::string_view xml);
bool is_module(std::string_view xml);

// A file that is part of the program, by its path in the repository; empty where there is none.
std::string_view embedded_file(std::string_view path);

}  // namespace biaoshen
