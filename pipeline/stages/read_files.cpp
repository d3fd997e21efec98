#include "pipeline/stages/read_files.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <thread>

namespace biaoshen {
namespace {

// Problems that intake found stay in front of the reader's.
void take(Document read, File& file) {
  std::vector<Problem> problems = std::move(file.document.problems);
  problems.insert(problems.end(), read.problems.begin(), read.problems.end());
  file.document = std::move(read);
  file.document.problems = std::move(problems);
}

}  // namespace

Dossier read_files(Dossier dossier, Reader& reader, const Limits& limits, unsigned jobs,
                   Progress& progress) {
  // The first file of each content is read; the others get what it said.
  std::vector<std::size_t> to_read;
  std::map<std::string, std::size_t> first_of;
  std::vector<std::pair<std::size_t, std::size_t>> same;
  for (std::size_t i = 0; i < dossier.files.size(); ++i) {
    const File& file = dossier.files[i];
    if (file.document.status != FileStatus::read || file.source.empty())
      continue;  // the folder itself
    // A wrong extension is a note of the file, so names with other extensions are read again.
    const std::string key = file.sha256 + std::filesystem::path(file.path).extension().string();
    const auto [known, added] = first_of.emplace(key, i);
    if (added)
      to_read.push_back(i);
    else
      same.emplace_back(i, known->second);
  }
  // What intake noted of a file's name is its own, not that of its copies.
  std::vector<std::size_t> noted;
  for (const File& file : dossier.files) noted.push_back(file.document.problems.size());
  std::atomic<std::size_t> next = 0;
  std::mutex telling;
  const auto work = [&] {
    for (std::size_t at; (at = next++) < to_read.size();) {
      File& file = dossier.files[to_read[at]];
      {
        const std::lock_guard lock(telling);
        progress.reading(file, at + 1, to_read.size());
      }
      take(reader.read(file, limits), file);
      const std::lock_guard lock(telling);
      progress.read(file);
    }
  };
  std::vector<std::thread> workers;
  const std::size_t count = std::min<std::size_t>(std::max(1u, jobs), to_read.size());
  for (std::size_t i = 1; i < count; ++i) workers.emplace_back(work);
  work();
  for (std::thread& worker : workers) worker.join();
  for (const auto& [copy, original] : same) {
    Document said = dossier.files[original].document;
    said.problems.erase(said.problems.begin(),
                        said.problems.begin() + static_cast<long>(noted[original]));
    take(std::move(said), dossier.files[copy]);
    dossier.files[copy].document.problems.push_back({"duplicate", 0, dossier.files[original].path});
  }
  return dossier;
}

}  // namespace biaoshen
