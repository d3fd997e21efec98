#include "pipeline/app/plan_command.h"

#include <cmath>
#include <iostream>
#include <map>

#include "pipeline/app/program.h"
#include "pipeline/base/plain_path.h"
#include "pipeline/base/untrusted_path.h"
#include "pipeline/base/whole_file.h"
#include "pipeline/batch/cost_guess.h"
#include "pipeline/watch/inbox.h"
#include "pipeline/watch/tree_signature.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

void tell_left_out(const fs::path& path, const std::string& unfinished) {
  const bool zh = terminal_language() == Language::zh;
  std::cerr << "biaoshen: " << readable_name(path.string()).text
            << (zh ? "：尚未传完，本次不列入：" : ": is still being written, not in this plan: ")
            << readable_name(unfinished).text << '\n';
}

Result<void> check_names(const std::vector<ManifestRow>& rows) {
  std::map<std::string_view, const ManifestRow*> seen;
  for (const ManifestRow& row : rows)
    if (const auto [first, is_new] = seen.emplace(row.key, &row); !is_new)
      return fail(ErrorCode::usage, readable_name(first->second->path.string()).text + " and " +
                                        readable_name(row.path.string()).text +
                                        " would have one result; rename one of them");
  return {};
}

std::string told(const std::vector<ManifestRow>& rows, const std::string& out) {
  std::uint64_t files = 0, bytes = 0;
  double cost = 0;
  for (const ManifestRow& row : rows) {
    files += row.files;
    bytes += row.bytes;
    cost += row.cost;
  }
  const std::string megabytes = std::to_string((bytes + 999'999) / 1'000'000);
  const std::string minutes = std::to_string(static_cast<long>(std::ceil(cost / 60)));
  const std::string count = std::to_string(rows.size()), of_files = std::to_string(files);
  return terminal_language() == Language::zh
             ? out + "：申报材料 " + count + " 份，文件 " + of_files + " 个，" + megabytes +
                   " MB，单核约 " + minutes + " 分钟"
             : out + ": " + count + " dossiers, " + of_files + " files, " + megabytes +
                   " MB, about " + minutes + " min of one core";
}

}  // namespace

Result<std::vector<ManifestRow>> planned(const std::vector<std::string>& inboxes) {
  std::vector<ManifestRow> rows;
  for (const std::string& inbox : inboxes) {
    const auto entries = inbox_entries(inbox);
    if (!entries) return tl::unexpected(entries.error());
    for (const InboxEntry& entry : *entries) {
      // What is refused stays in: the one who reads the index is told why.
      const TreeState tree = entry.refused.empty() ? tree_state(entry.path) : TreeState{};
      const std::string& unfinished = tree.unfinished.empty() ? entry.unfinished : tree.unfinished;
      if (!unfinished.empty()) {
        tell_left_out(entry.path, unfinished);
        continue;
      }
      const TreeCost cost = entry.refused.empty() ? guess_cost(entry.path) : TreeCost{};
      rows.push_back(
          {entry.path.filename().string(), entry.path, cost.bytes, cost.files, cost.seconds});
    }
  }
  if (auto unique = check_names(rows); !unique) return tl::unexpected(unique.error());
  sort_by_cost(rows);
  return rows;
}

int plan_command(const PlanOptions& options) {
  for (const std::string& inbox : options.inboxes)
    if (is_inside(plain_path(options.out), plain_path(inbox)))
      return report({ErrorCode::usage, "the manifest " + options.out + " would lie in INBOX " +
                                           inbox + ", which is never written to"});
  const auto rows = planned(options.inboxes);
  if (!rows) return report(rows.error());
  if (const auto written = write_whole_file(options.out, manifest_text(*rows)); !written)
    return report(written.error());
  std::cout << told(*rows, options.out) << '\n';
  return 0;
}

}  // namespace biaoshen
