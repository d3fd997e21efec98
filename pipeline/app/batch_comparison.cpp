#include "pipeline/app/batch_comparison.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>

#include "checkers/batch/batch_check.h"
#include "pipeline/app/batch_results.h"
#include "pipeline/base/untrusted_path.h"
#include "pipeline/batch/batch_entry.h"
#include "pipeline/batch/batch_reader.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

// Of each result no more is kept than what compares it and what is told of it.
class Rows {
 public:
  Rows(const fs::path& out, const std::vector<Profile>& profiles) : out_(out) {
    for (const Profile& profile : profiles) facts_.merge(batch_fact_names(profile));
  }

  BatchRow row(const ComparedEntry& compared) {
    BatchRow row;
    row.folder = compared.folder;
    row.name = readable_name(row.folder).text;
    row.error = compared.error;
    if (!row.error.empty()) return row;
    row.overdue = compared.overdue;
    auto entry = batch_entry_in(out_ / row.folder);
    if (!entry) {
      row.error = entry.error().message;
      return row;
    }
    keep_little(*entry);
    entry->name = row.name;
    row.verdict = entry->verdict;
    row.entry = std::move(*entry);
    return row;
  }

 private:
  void keep_little(BatchEntry& entry) {
    std::erase_if(entry.facts, [&](const Fact& fact) { return !facts_.contains(fact.name); });
    entry.facts.shrink_to_fit();
    entry.files.shrink_to_fit();
    entry.input_sha256 = std::string();
    entry.setting_sha256 = std::string();
    pool_.share(entry);
  }

  fs::path out_;
  std::set<std::string, std::less<>> facts_;
  FindingPool pool_;
};

// Lends entries to a list and takes them back, each where it was: a hundred thousand copies would
// take as much memory again.
class Lent {
 public:
  explicit Lent(const std::vector<BatchEntry*>& from) : homes_(from) {
    entries_.reserve(from.size());
    for (BatchEntry* entry : from) entries_.push_back(std::move(*entry));
  }
  Lent(const Lent&) = delete;
  Lent& operator=(const Lent&) = delete;
  ~Lent() {
    for (std::size_t i = 0; i < homes_.size(); ++i) *homes_[i] = std::move(entries_[i]);
  }
  std::span<const BatchEntry> entries() const { return entries_; }

 private:
  const std::vector<BatchEntry*>& homes_;
  std::vector<BatchEntry> entries_;
};

// The profile whose rules over a batch count for all versions of its programme: the newest
// version that an application is of. None: no application is of the programme.
const Profile* batch_profile(const std::string& programme, const std::vector<BatchRow>& rows,
                             const ReviewRun& run) {
  const Profile* newest = nullptr;
  for (const Profile& profile : run.knowledge.profiles) {
    if (profile.id != programme || (newest && profile.version < newest->version)) continue;
    const auto is_of = [&](const BatchRow& row) {
      return row.entry && row.entry->is_application && row.entry->programme == profile.id &&
             row.entry->version == profile.version;
    };
    if (std::any_of(rows.begin(), rows.end(), is_of)) newest = &profile;
  }
  return newest;
}

// The rules over a batch, programme by programme, over the dossiers that are there. One standard
// may have been put forward under two versions of one programme.
std::vector<JointFinding> compare(std::vector<BatchRow>& rows, const ReviewRun& run) {
  std::vector<JointFinding> findings;
  std::set<std::string, std::less<>> compared;
  for (const Profile& one : run.knowledge.profiles) {
    const Profile* profile = batch_profile(one.id, rows, run);
    if (profile == nullptr || !compared.insert(one.id).second) continue;
    std::vector<BatchEntry*> own, other;
    for (BatchRow& row : rows) {
      if (!row.entry) continue;
      const bool is_own = row.entry->programme == profile->id;
      (is_own || !row.entry->is_application ? own : other).push_back(&*row.entry);
    }
    const Lent entries(own), elsewhere(other);
    const auto found = batch_check({*profile, entries.entries(), elsewhere.entries()});
    findings.insert(findings.end(), found.begin(), found.end());
  }
  return findings;
}

// Two names that are not UTF-8 may read alike.
void tell_apart(std::vector<BatchRow>& rows) {
  std::map<std::string, int> seen;
  for (BatchRow& row : rows) {
    const int nth = ++seen[row.name];
    if (nth > 1) row.name += " (" + std::to_string(nth) + ")";
    if (row.entry) row.entry->name = row.name;
  }
}

}  // namespace

Result<BatchReport> compare_batch(const std::vector<ComparedEntry>& entries, const ReviewRun& run,
                                  const std::string& index) {
  const fs::path out = run.settings.out;
  const Presentation& presentation = run.settings.presentation;
  BatchReport batch;
  batch.tool_version = BIAOSHEN_VERSION;
  batch.rows.reserve(entries.size());
  Rows rows(out, run.knowledge.profiles);
  for (const ComparedEntry& entry : entries) batch.rows.push_back(rows.row(entry));
  tell_apart(batch.rows);
  batch.findings = compare(batch.rows, run);
  for (BatchRow& row : batch.rows)
    if (row.entry) row.entry->facts = {};  // have served
  put_findings_in_dossiers(batch, out, presentation);
  if (const auto last = last_batch_in(out))
    batch.changes = changes_since(*last, states_of(batch, presentation.language));
  if (auto written = write_batch_files(batch, out, presentation, index); !written)
    return tl::unexpected(written.error());
  return batch;
}

}  // namespace biaoshen
