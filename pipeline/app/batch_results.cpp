#include "pipeline/app/batch_results.h"

#include <map>
#include <optional>
#include <string>

#include "pipeline/batch/batch_entry.h"
#include "pipeline/ledger/publish.h"
#include "templates/batch/batch_json.h"
#include "templates/batch/index_writer.h"
#include "templates/batch/joint_dossier.h"
#include "templates/batch/register_writer.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

// The result with the findings of the batch in it; none where it has them already.
Result<std::optional<ResultChange>> with_findings(const BatchRow& row,
                                                  const std::vector<JointFinding>& findings,
                                                  const BatchReport& report, const fs::path& out,
                                                  const Presentation& presentation) {
  const fs::path result = out / row.folder;
  const auto json = read_result_file(result / "dossier.json");
  const auto html = read_result_file(result / "dossier.html");
  if (!json) return tl::unexpected(json.error());
  if (!html) return tl::unexpected(html.error());
  auto new_json = joint_dossier_json(*json, findings, presentation.language);
  auto new_html = joint_dossier_html(*html, row.entry->verdict, findings,
                                     {report, presentation, "../", row.name});
  if (!new_json) return tl::unexpected(new_json.error());
  if (!new_html) return tl::unexpected(new_html.error());
  if (*new_json == *json && *new_html == *html) return std::nullopt;
  auto files = published_files(result);
  if (!files) return tl::unexpected(files.error());
  (*files)["dossier.json"] = std::move(*new_json);
  (*files)["dossier.html"] = std::move(*new_html);
  return ResultChange{std::move(*files), 0};
}

}  // namespace

void put_findings_in_dossiers(BatchReport& report, const fs::path& out,
                              const Presentation& presentation) {
  std::map<std::string, Error> errors;
  for (BatchRow& row : report.rows) {
    if (!row.entry) continue;
    const auto findings = findings_for(report, row.name);
    row.verdict = worse(row.entry->verdict, joint_verdict(findings));
    const auto done = change_result(
        out, row.folder, [&] { return with_findings(row, findings, report, out, presentation); });
    if (!done) errors.emplace(row.name, done.error());
  }
  // Only now: while findings are put in place, each row lends its names to the others.
  for (BatchRow& row : report.rows) {
    const auto error = errors.find(row.name);
    if (error == errors.end()) continue;
    row.entry.reset();
    row.error = error->second.message;
  }
}

Result<void> write_batch_files(const BatchReport& report, const fs::path& out,
                               const Presentation& presentation, const std::string& index) {
  const auto page = write_index(report, presentation);
  if (!page) return tl::unexpected(page.error());
  const auto workbook = write_register(report, presentation);
  if (!workbook) return tl::unexpected(workbook.error());
  const std::string json = write_batch_json(report, presentation.language);
  if (auto done = publish_file(out, "batch.json", json); !done) return done;
  if (auto done = publish_file(out, "register.xlsx", *workbook); !done) return done;
  return publish_file(out, index, *page);
}

}  // namespace biaoshen
