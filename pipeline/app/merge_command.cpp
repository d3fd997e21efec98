#include "pipeline/app/merge_command.h"

#include <algorithm>
#include <iostream>
#include <map>
#include <system_error>
#include <utility>
#include <vector>

#include "pipeline/app/batch_comparison.h"
#include "pipeline/app/batch_end.h"
#include "pipeline/app/batch_run.h"
#include "pipeline/app/dossier_job.h"
#include "pipeline/app/known_result.h"
#include "pipeline/app/out_state.h"
#include "pipeline/app/program.h"
#include "pipeline/base/untrusted_path.h"
#include "pipeline/batch/manifest.h"
#include "pipeline/batch/receipts.h"
#include "pipeline/ledger/out_lock.h"
#include "pipeline/ledger/publish.h"
#include "pipeline/ledger/transitions.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

constexpr int kHoles = 1;

// What the merge knows of a row of the manifest: one of `error`, `hole`, `result`.
struct Merged {
  ManifestRow row;
  std::string error;  // why it cannot be reviewed at all
  std::string hole;   // why it has to be reviewed first
  LedgerEntry result;
};

std::string words(const char* zh, const char* en) {
  return terminal_language() == Language::zh ? zh : en;
}

// The result, where a receipt is of the files as they look now and the result is still as it says.
void find_result(Merged& merged, const TreeState& tree, const Receipts& receipts,
                 const ReviewRun& run) {
  const auto known = receipts.by_folder.find(merged.row.key);
  merged.hole = words("没有分片完成它的记录", "no shard says that it has done it");
  if (known == receipts.by_folder.end()) return;
  for (const Receipt& receipt : known->second) {
    if (receipt.signature != tree.signature) {
      merged.hole = words("审查后文件又有改动", "its files were touched since it was reviewed");
      continue;
    }
    merged.result = with_result(entry_of(receipt), run.settings.out);
    const Because because = why_review(merged.result, run, false);
    const bool is_current = because == Because::current || because == Because::quarantined;
    merged.hole = is_current ? "" : in_words(because, terminal_language());
    if (is_current) return;
  }
}

Merged merged_of(const ManifestRow& row, const Receipts& receipts, const ReviewRun& run) {
  Merged merged{row, "", "", {}};
  const TreeState tree = tree_state(row.path);
  merged.error = why_not(inbox_entry(row.path), tree, run.settings.presentation.language);
  if (!merged.error.empty()) return merged;
  if (tree.signature.empty()) {
    merged.error =
        words("已不在收件文件夹中，请重新 plan", "is not in its inbox any more; make a new plan");
    return merged;
  }
  find_result(merged, tree, receipts, run);
  return merged;
}

// By name, as the entries of an inbox are.
std::vector<Merged> merged_of(std::vector<ManifestRow> rows, const Receipts& receipts,
                              const ReviewRun& run) {
  std::sort(rows.begin(), rows.end(),
            [](const ManifestRow& a, const ManifestRow& b) { return a.key < b.key; });
  std::vector<Merged> all;
  for (const ManifestRow& row : rows) all.push_back(merged_of(row, receipts, run));
  return all;
}

bool may_share(const Merged& merged, const ReviewRun& run) {
  return merged.error.empty() && merged.hole.empty() &&
         merged.result.state != LedgerState::quarantined &&
         !is_named_in_a_waiver(merged.row.key, run);
}

using Group = std::vector<Merged*>;  // the same files, by name

// The one whose result the others have: that which others have already, else the first.
Merged* original_of(const Group& group) {
  Merged* first = nullptr;
  for (Merged* one : group) {
    if (!one->result.duplicate_of.empty()) continue;
    const bool has_copies = std::any_of(group.begin(), group.end(), [&](const Merged* other) {
      return other->result.duplicate_of == one->row.key;
    });
    if (has_copies) return one;
    if (first == nullptr) first = one;
  }
  return first;
}

// Folder of a copy-to-be -> folder of the original. A copy of something else now is a hole.
std::map<std::string, std::string> copies_among(std::vector<Merged>& all, const ReviewRun& run) {
  std::map<std::string, Group> groups;
  for (Merged& one : all)
    if (may_share(one, run)) groups[one.result.input_sha256].push_back(&one);
  std::map<std::string, std::string> copies;
  for (auto& [input, group] : groups) {
    const Merged* original = original_of(group);
    for (Merged* one : group) {
      const std::string& of = one->result.duplicate_of;
      if (original == nullptr) {
        one->hole = in_words(Because::parted, terminal_language());
      } else if (one != original && of != original->row.key) {
        copies.emplace(one->row.key, original->row.key);
      }
    }
  }
  return copies;
}

std::vector<ManifestRow> holes_in(const std::vector<Merged>& all) {
  std::vector<ManifestRow> holes;
  for (const Merged& one : all)
    if (!one.hole.empty()) holes.push_back(one.row);
  sort_by_cost(holes);
  return holes;
}

int tell_holes(const std::vector<Merged>& all, const std::vector<ManifestRow>& holes) {
  std::map<std::string, std::size_t> reasons;
  for (const Merged& one : all)
    if (!one.hole.empty()) ++reasons[one.hole];
  std::cerr << "biaoshen: "
            << words("尚未完成，未写汇总；余下清单见标准输出，交 batch --manifest 续审：",
                     "not complete, nothing was written; what is left is on stdout, for batch "
                     "--manifest: ")
            << holes.size() << " / " << all.size() << '\n';
  for (const auto& [reason, count] : reasons) std::cerr << "  " << count << "  " << reason << '\n';
  std::cout << manifest_text(holes) << std::flush;
  return kHoles;
}

std::vector<ComparedEntry> compared(const std::vector<Merged>& all) {
  std::vector<ComparedEntry> entries;
  for (const Merged& one : all) entries.push_back({one.row.key, one.error, ""});
  return entries;
}

// What is known by now takes the place of what shards left.
Result<void> keep_receipts(const std::vector<Merged>& all, const Receipts& read,
                           const fs::path& out) {
  std::vector<Receipt> known;
  for (const Merged& one : all)
    if (one.error.empty()) known.push_back(receipt_of(with_result(one.result, out)));
  const fs::path file = receipts_folder(out) / kMergedReceipts;
  if (auto written = publish_file(out, file.lexically_relative(out).string(), receipts_text(known));
      !written)
    return written;
  std::error_code ignored;
  for (const fs::path& old : read.files)
    if (old != file) fs::remove(old, ignored);
  return {};
}

Result<int> merge(const ServiceOptions& options, const ReviewRun& run) {
  auto rows = manifest_in(options.manifest);
  if (!rows) return tl::unexpected(rows.error());
  for (const fs::path& inbox : inboxes_of(*rows))
    if (auto disjoint = check_disjoint(inbox, options.out); !disjoint)
      return tl::unexpected(disjoint.error());
  if (auto fine = check_writable(options.out); !fine) return tl::unexpected(fine.error());
  const auto lock = lock_instance(options.out, "merge");
  if (!lock) return tl::unexpected(lock.error());
  const auto receipts = receipts_in(options.out);
  if (!receipts) return tl::unexpected(receipts.error());
  auto all = merged_of(std::move(*rows), *receipts, run);
  const auto copies = copies_among(all, run);
  if (const auto holes = holes_in(all); !holes.empty()) return tell_holes(all, holes);
  for (const auto& [copy, original] : copies)
    if (auto done = publish_duplicate(original, copy, run.settings.out); !done)
      return tl::unexpected(done.error());
  const auto report = compare_batch(compared(all), run);
  if (!report) return tl::unexpected(report.error());
  if (auto kept = keep_receipts(all, *receipts, options.out); !kept)
    return tl::unexpected(kept.error());
  trim_cache(run);
  return end_of_batch(*report, options.out, "");
}

}  // namespace

int merge_command(const ServiceOptions& options) {
  const auto run = prepare_service(options);
  if (!run) return report(run.error());
  const auto status = merge(options, *run);
  return status ? *status : report(status.error());
}

}  // namespace biaoshen
