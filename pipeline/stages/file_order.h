// The order of a dossier's files, by their paths, and their ids: f01, f02, …
// Tested by tests/stages/intake_test.cpp.
#pragma once

#include <vector>

#include "pipeline/model/dossier.h"

namespace biaoshen {

// Sorts and numbers; wider numbers where a dossier has more than 99 files.
void number_files(std::vector<File>& files);

// What is to be said of the folder itself stands in the list under the dossier's name.
void add_folder_entry(Dossier& dossier, FileStatus status, Problem problem);

}  // namespace biaoshen
