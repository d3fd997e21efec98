// What a reader may open besides the file it was given: what the libraries that it is made of read
// from the machine, and nothing else. The list is as narrow as readers work with: no file of a
// person, no /tmp, no /proc, not the folder that the dossier lies in.
//
// A library that comes to need another file gets "permission denied" for it; extractors/README.md
// says how such a file is found.
// Tested by tests/sandbox/sandbox_test.cpp.
#pragma once

#include <filesystem>
#include <vector>

namespace biaoshen {

// `models`: the folder of the engines' models, whose files may be links.
std::vector<std::filesystem::path> reader_needs(const std::filesystem::path& models);

}  // namespace biaoshen
