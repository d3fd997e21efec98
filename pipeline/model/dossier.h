// A dossier: the files an applicant handed in, and which part of them serves as
// what. Tested by tests/stages/.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/model/document.h"

namespace biaoshen {

struct File {
  std::string id;                // f01, f02, … in the order of the names
  std::string path;              // relative to the dossier, '/' between names, valid UTF-8
  std::string container;         // path of the file it was found in; empty: a folder
  std::filesystem::path source;  // where to open it; never shown
  std::string sha256;            // empty where it was not read
  std::uint64_t bytes = 0;
  Document document;  // status and problems included
};

// Pages of one file that serve as one material. A merged PDF has several parts.
struct Part {
  std::size_t file = 0;                         // index into Dossier::files
  std::string material;                         // id of a material of the profile, or "other"
  std::uint32_t first_page = 1, last_page = 1;  // both inclusive
  std::string reason;                           // why: the cues that were found, verbatim
  bool known_by_name_only = false;              // no content spoke for it
};

struct Dossier {
  std::string name;  // file name of PATH
  std::vector<File> files;
  std::vector<Part> parts;
  std::vector<Problem> problems;  // of the dossier as a whole: empty-dossier, entry-limit
};

// Why none of the dossier's files was opened, from its problems; none: they were.
const std::string* quarantine_in(const std::vector<Problem>& dossier_problems);

}  // namespace biaoshen
