#include "pipeline/app/batch_command.h"

#include <algorithm>
#include <exception>
#include <iostream>
#include <set>

#include "checkers/batch/batch_check.h"
#include "pipeline/app/batch_results.h"
#include "pipeline/app/inbox.h"
#include "pipeline/app/program.h"
#include "pipeline/app/publish.h"
#include "pipeline/base/untrusted_path.h"
#include "pipeline/batch/batch_entry.h"
#include "pipeline/batch/batch_reader.h"
#include "pipeline/model/input_digest.h"
#include "pipeline/stages/intake.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

constexpr int kSomeFailed = 6;

// The reference date that a review of the entry would have today.
std::string as_of_today(const BatchEntry& entry, const ReviewRun& run) {
  if (run.request.as_of) return to_string(*run.request.as_of);
  for (const Profile& profile : run.knowledge.profiles)
    if (profile.id == entry.programme && profile.version == entry.version && profile.cut_off)
      return to_string(*profile.cut_off);
  return to_string(run.request.today);
}

// Whether the result on disk is what a review would give again.
bool is_current(const fs::path& path, const fs::path& result, const ReviewRun& run) {
  std::error_code error;
  const auto entry = batch_entry_in(result);
  if (!entry || !fs::is_regular_file(result / "dossier.html", error)) return false;
  const auto taken_in = intake(path, run.request.limits);
  return taken_in && input_sha256(*taken_in) == entry->input_sha256 &&
         setting_sha256(run, taken_in->name, entry->subject) == entry->setting_sha256 &&
         as_of_today(*entry, run) == entry->as_of;
}

// Reviews what is not current. What goes wrong with one dossier, even in a way that nobody
// foresaw, is told in its row.
Result<void> review_where_needed(const fs::path& path, const fs::path& result, const ReviewRun& run,
                                 bool force) {
  try {
    if (!force && is_current(path, result, run)) return {};
    const auto review = review_into(path, run);
    if (!review) return tl::unexpected(review.error());
    return {};
  } catch (const std::exception& error) {
    return fail(ErrorCode::internal, path.string() + ": internal error: " + error.what());
  }
}

BatchRow row_of(const InboxEntry& inbox_entry, const ReviewRun& run, bool force) {
  BatchRow row;
  row.folder = inbox_entry.path.filename().string();
  row.name = readable_name(row.folder).text;
  row.error = inbox_entry.refused;
  if (!row.error.empty()) return row;
  const fs::path result = fs::path(run.settings.out) / row.folder;
  const auto reviewed = review_where_needed(inbox_entry.path, result, run, force);
  if (!reviewed) {
    row.error = reviewed.error().message;
    return row;
  }
  auto entry = batch_entry_in(result);
  if (!entry) {
    row.error = entry.error().message;
    return row;
  }
  entry->name = row.name;
  row.verdict = entry->verdict;
  row.entry = std::move(*entry);
  return row;
}

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
std::vector<JointFinding> compare(const std::vector<BatchRow>& rows, const ReviewRun& run) {
  std::vector<JointFinding> findings;
  std::set<std::string, std::less<>> compared;
  for (const Profile& one : run.knowledge.profiles) {
    const Profile* profile = batch_profile(one.id, rows, run);
    if (profile == nullptr || !compared.insert(one.id).second) continue;
    std::vector<BatchEntry> entries, elsewhere;
    for (const BatchRow& row : rows) {
      if (!row.entry) continue;
      const bool is_own = row.entry->programme == profile->id;
      (is_own || !row.entry->is_application ? entries : elsewhere).push_back(*row.entry);
    }
    const auto found = batch_check({*profile, entries, elsewhere});
    findings.insert(findings.end(), found.begin(), found.end());
  }
  return findings;
}

void tell(const BatchRow& row, const std::string& out) {
  if (row.entry) {
    std::cout << told(row.name, row.verdict, row.entry->counts, fs::path(out) / row.folder) << '\n';
  } else {
    std::cerr << "biaoshen: " << row.name << ": " << row.error << '\n';
  }
}

int exit_of(const BatchReport& report, const std::string& fail_on) {
  const auto failed = [](const BatchRow& row) { return !row.entry; };
  const auto bad = [&](const BatchRow& row) {
    return row.entry->is_application && is_failure(row.verdict, fail_on);
  };
  if (std::any_of(report.rows.begin(), report.rows.end(), failed)) return kSomeFailed;
  return std::any_of(report.rows.begin(), report.rows.end(), bad) ? 1 : 0;
}

}  // namespace

int batch_command(const BatchOptions& options) {
  const auto run = prepare(options);
  if (!run) return report(run.error());
  const auto inbox = inbox_entries(options.inbox, options.out);
  if (!inbox) return report(inbox.error());
  if (const auto fine = check_writable(options.out); !fine) return report(fine.error());

  BatchReport batch;
  batch.tool_version = BIAOSHEN_VERSION;
  for (const InboxEntry& entry : *inbox) batch.rows.push_back(row_of(entry, *run, options.force));
  batch.findings = compare(batch.rows, *run);
  put_findings_in_dossiers(batch, options.out, options.presentation);
  const Language language = options.presentation.language;
  if (const auto last = last_batch_in(options.out))
    batch.changes = changes_since(*last, states_of(batch, language));
  for (const BatchRow& row : batch.rows) tell(row, options.out);
  const auto written = write_batch_files(batch, options.out, options.presentation);
  if (!written) return report(written.error());
  std::cout << (fs::path(options.out) / "index.html").string() << '\n';
  return exit_of(batch, options.fail_on);
}

}  // namespace biaoshen
