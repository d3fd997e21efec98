#include "pipeline/app/batch_results.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/batch/batch_entry.h"
#include "pipeline/ledger/publish.h"
#include "templates/batch/batch_json.h"
#include "templates/batch/index_writer.h"
#include "templates/batch/joint_digest.h"
#include "templates/batch/joint_dossier.h"
#include "templates/batch/register_writer.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

struct Shown {
  const fs::path& out;
  const Presentation& presentation;
  const BatchNames& names;
};

// The result with the findings of the batch in it; none where it has them already.
Result<std::optional<ResultChange>> with_findings(const Shown& shown, const BatchRow& row,
                                                  const std::optional<std::string>& digest) {
  const JointFindings findings = shown.names.findings(row.name);
  const fs::path result = shown.out / row.folder;
  const auto json = read_result_file(result / "dossier.json");
  const auto html = read_result_file(result / "dossier.html");
  if (!json) return tl::unexpected(json.error());
  if (!html) return tl::unexpected(html.error());
  auto new_json =
      joint_dossier_json(*json, findings, shown.presentation.language, digest.value_or(""));
  auto new_html = joint_dossier_html(*html, row.entry->verdict, findings,
                                     {shown.names, shown.presentation, "../", row.name});
  if (!new_json) return tl::unexpected(new_json.error());
  if (!new_html) return tl::unexpected(new_html.error());
  if (*new_json == *json && *new_html == *html) return std::nullopt;
  auto files = published_files(result);
  if (!files) return tl::unexpected(files.error());
  (*files)["dossier.json"] = std::move(*new_json);
  (*files)["dossier.html"] = std::move(*new_html);
  return ResultChange{std::move(*files), 0};
}

// Puts findings into results, some results at a time.
class Placing {
 public:
  explicit Placing(const Shown& shown) : shown_(shown) {}

  void put(BatchRow& row, const std::optional<std::string>& digest) {
    constexpr std::size_t kMostTogether = 64, kMostBytes = 32 << 20;
    const std::string stamp = result_stamp(shown_.out, row.folder);
    auto changed = with_findings(shown_, row, digest);
    if (changed && !*changed) return;
    waiting_.push_back({&row, digest});
    if (changed) {  // else once more, alone: it may have been exchanged while it was read
      for (const auto& [path, bytes] : (*changed)->files) bytes_ += bytes.size();
      made_.push_back({row.folder, std::move((*changed)->files), stamp});
    }
    if (waiting_.size() == kMostTogether || bytes_ >= kMostBytes) finish();
  }

  void finish() {
    std::map<std::string, Error> undone = publish_together(shown_.out, made_);
    for (const auto& [row, digest] : waiting_) {
      const bool is_made = std::ranges::count(made_, row->folder, &MadeResult::folder) > 0;
      if (is_made && !undone.contains(row->folder)) continue;
      const auto done = change_result(
          shown_.out, row->folder,
          [this, &row = row, &digest = digest] { return with_findings(shown_, *row, digest); });
      if (!done) errors_.emplace_back(row, done.error());
    }
    made_.clear();
    waiting_.clear();
    bytes_ = 0;
  }

  const std::vector<std::pair<BatchRow*, Error>>& errors() const { return errors_; }

 private:
  const Shown shown_;
  std::vector<MadeResult> made_;
  std::vector<std::pair<BatchRow*, std::optional<std::string>>> waiting_;
  std::size_t bytes_ = 0;
  std::vector<std::pair<BatchRow*, Error>> errors_;
};

}  // namespace

void put_findings_in_dossiers(BatchReport& report, const fs::path& out,
                              const Presentation& presentation) {
  const BatchNames names(report);
  const JointDigests digests(report, names, presentation);
  Placing placing(Shown{out, presentation, names});
  for (BatchRow& row : report.rows) {
    if (!row.entry) continue;
    row.verdict = worse(row.entry->verdict, joint_verdict(names.findings(row.name)));
    const auto digest = digests.of(row.name);
    // What its dossier.json says is in both of its files.
    if (digest != row.entry->section_sha256) placing.put(row, digest);
  }
  placing.finish();
  // Only now: while findings are put in place, each row lends its names to the others.
  for (const auto& [row, error] : placing.errors()) {
    row->entry.reset();
    row->error = error.message;
  }
}

Result<void> write_batch_files(const BatchReport& report, const fs::path& out,
                               const Presentation& presentation, const std::string& index) {
  const auto page = write_index(report, presentation);
  if (!page) return tl::unexpected(page.error());
  const auto workbook = write_register(report, presentation);
  if (!workbook) return tl::unexpected(workbook.error());
  const auto write_json = [&](std::ostream& to) {
    write_batch_json(report, presentation.language, to);
  };
  if (auto done = publish_file(out, "batch.json", write_json); !done) return done;
  if (auto done = publish_file(out, "register.xlsx", *workbook); !done) return done;
  return publish_file(out, index, *page);
}

}  // namespace biaoshen
