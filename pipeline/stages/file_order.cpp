#include "pipeline/stages/file_order.h"

#include <algorithm>
#include <string>

namespace biaoshen {

void number_files(std::vector<File>& files) {
  std::stable_sort(files.begin(), files.end(),
                   [](const File& a, const File& b) { return a.path < b.path; });
  const std::size_t digits = std::max<std::size_t>(2, std::to_string(files.size()).size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    files[i].id = "f" + std::string(digits - std::min(digits, number.size()), '0') + number;
  }
}

void add_folder_entry(Dossier& dossier, FileStatus status, Problem problem) {
  File folder;
  folder.path = dossier.name;
  folder.document.format = "folder";
  folder.document.status = status;
  folder.document.problems.push_back(std::move(problem));
  dossier.files.push_back(std::move(folder));
}

}  // namespace biaoshen
