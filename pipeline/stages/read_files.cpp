#include "pipeline/stages/read_files.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <thread>

#include "pipeline/stages/file_order.h"
#include "pipeline/stages/text_budget.h"
#include "pipeline/stages/unpacking.h"

namespace biaoshen {
namespace {

// Problems that intake found stay in front of the reader's.
void take(Document read, File& file) {
  std::vector<Problem> problems = std::move(file.document.problems);
  problems.insert(problems.end(), read.problems.begin(), read.problems.end());
  file.document = std::move(read);
  file.document.problems = std::move(problems);
}

// What to read of files[first…], and which of them are copies of files read already or now.
struct Round {
  std::vector<std::size_t> to_read;
  std::vector<std::pair<std::size_t, std::size_t>> copies;  // copy, original
};

// The first file of each content, by its hash and extension: a wrong extension is a note of the
// file, so names with other extensions are read again.
using FirstOf = std::map<std::string, std::size_t>;

Round round_from(const Dossier& dossier, std::size_t first, FirstOf& first_of) {
  Round round;
  for (std::size_t i = first; i < dossier.files.size(); ++i) {
    const File& file = dossier.files[i];
    if (file.document.status != FileStatus::read || file.source.empty())
      continue;  // the folder itself
    const std::string key = file.sha256 + std::filesystem::path(file.path).extension().string();
    const auto [known, added] = first_of.emplace(key, i);
    if (added)
      round.to_read.push_back(i);
    else
      round.copies.emplace_back(i, known->second);
  }
  return round;
}

// `read_before`: files of earlier rounds, for the counts that progress is told.
void read_side_by_side(Dossier& dossier, const std::vector<std::size_t>& to_read,
                       std::size_t read_before, Reader& reader, const Unpacking& unpacking,
                       TextBudget& budget, unsigned jobs, Progress& progress) {
  std::atomic<std::size_t> next = 0;
  std::mutex telling;
  std::vector<Limits> limits;
  std::vector<std::vector<Problem>> noted(to_read.size());  // by intake
  budget.begin(to_read.size());
  for (const std::size_t index : to_read) limits.push_back(unpacking.left_for(index));
  const auto work = [&] {
    for (std::size_t at; (at = next++) < to_read.size() && !reader.trouble();) {
      File& file = dossier.files[to_read[at]];
      {
        const std::lock_guard lock(telling);
        progress.reading(file, read_before + at + 1, read_before + to_read.size());
      }
      noted[at] = file.document.problems;
      if (!budget.is_spent(at)) take(reader.read(file, limits[at]), file);
      budget.done(at, file.document);
      const std::lock_guard lock(telling);
      progress.read(file);
    }
  };
  std::vector<std::thread> workers;
  const std::size_t count = std::min<std::size_t>(std::max(1u, jobs), to_read.size());
  for (std::size_t i = 1; i < count; ++i) workers.emplace_back(work);
  work();
  for (std::thread& worker : workers) worker.join();
  for (std::size_t at = 0; at < to_read.size(); ++at) {
    File& file = dossier.files[to_read[at]];
    if (budget.takes(file.document)) continue;
    file.document.problems = std::move(noted[at]);
    take(budget.refusal(), file);
  }
}

// A copy says what its original says, but for what intake noted of the original's name.
void copy_documents(Dossier& dossier, const Round& round, const std::vector<std::size_t>& noted,
                    TextBudget& budget) {
  for (const auto& [copy, original] : round.copies) {
    Document said = dossier.files[original].document;
    said.problems.erase(said.problems.begin(),
                        said.problems.begin() + static_cast<long>(noted[original]));
    take(budget.takes(said) ? std::move(said) : budget.refusal(), dossier.files[copy]);
    dossier.files[copy].document.problems.push_back({"duplicate", 0, dossier.files[original].path});
  }
}

}  // namespace

Dossier read_files(Dossier dossier, Reader& reader, const Limits& limits, unsigned jobs,
                   Progress& progress) {
  Unpacking unpacking(dossier, limits);
  TextBudget budget(limits);
  FirstOf first_of;
  std::vector<std::size_t> noted;  // problems of a file before it was read
  std::size_t read = 0;
  for (std::size_t first = 0; first < dossier.files.size();) {
    const std::size_t last = dossier.files.size();
    for (std::size_t i = first; i < last; ++i)
      noted.push_back(dossier.files[i].document.problems.size());
    const Round round = round_from(dossier, first, first_of);
    read_side_by_side(dossier, round.to_read, read, reader, unpacking, budget, jobs, progress);
    for (const std::size_t index : round.to_read) unpacking.take_members(index);
    copy_documents(dossier, round, noted, budget);
    read += round.to_read.size();
    first = last;
  }
  unpacking.finish();
  number_files(dossier.files);
  return dossier;
}

}  // namespace biaoshen
