#include "pipeline/app/panel_command.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <set>

#include "checkers/panel/panel_check.h"
#include "extractors/panel/expert_list.h"
#include "pipeline/app/machine.h"
#include "pipeline/app/panel_results.h"
#include "pipeline/app/panel_text.h"
#include "pipeline/app/program.h"
#include "pipeline/app/review_run.h"
#include "pipeline/app/sandbox_notice.h"
#include "pipeline/base/plain_path.h"
#include "pipeline/stages/intake.h"
#include "pipeline/stages/read_files.h"
#include "templates/shown_text.h"

namespace biaoshen {
namespace {

// The list, opened where applicants' files are: in the sandboxed reader.
Result<File> read_list(const std::string& path, bool require_sandbox) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error))
    return fail(ErrorCode::input, path + ": a folder; the list of experts is one file");
  auto dossier = intake(plain_path(path), Limits());
  if (!dossier) return tl::unexpected(dossier.error());
  WorkerClient reader(reader_program(), demand(require_sandbox));
  Progress quiet;
  *dossier = read_files(std::move(*dossier), reader, Limits(), 1, quiet);
  if (const auto trouble = reader.trouble()) return tl::unexpected(*trouble);
  if (dossier->files.size() != 1) return fail(ErrorCode::input, path + ": not one file");
  File& list = dossier->files.front();
  list.id = list.path;  // evidence names it so
  return std::move(list);
}

bool is_by(const BatchEntry& entry, const Profile& profile) {
  return entry.programme == profile.id && entry.version == profile.version;
}

// Whether every dossier can be judged: nobody is cleared for one that was left out.
Result<void> check_rules(const std::vector<BatchEntry>& entries,
                         const std::vector<Profile>& profiles) {
  for (const BatchEntry& entry : entries) {
    const auto profile = std::find_if(profiles.begin(), profiles.end(),
                                      [&](const Profile& known) { return is_by(entry, known); });
    const std::string name = entry.programme + " " + entry.version;
    if (profile == profiles.end())
      return fail(ErrorCode::profile, entry.name + ": reviewed by " + name +
                                          ", which is not known here; give --profiles, or review "
                                          "the dossier again");
    if (profile->panel_rules.empty())
      return fail(ErrorCode::usage, entry.name + ": its programme, " + name +
                                        ", has no rules for panels; name with --programme the one "
                                        "that the panel is for");
  }
  return {};
}

// A copy of another dossier's result names the same people once more: the other stands for both.
void leave_out_duplicates(std::vector<BatchEntry>& entries) {
  const bool zh = terminal_language() == Language::zh;
  std::set<std::string> names;
  for (const BatchEntry& entry : entries) names.insert(entry.name);
  std::erase_if(entries, [&](const BatchEntry& entry) {
    const std::string& first = entry.duplicate_of;
    if (first.empty() || !names.contains(first)) return false;
    std::cerr << "biaoshen: " << visible(entry.name) << (zh ? "：与“" : ": the same contents as “")
              << visible(first) << (zh ? "”内容完全相同，不重复核查\n" : "”, checked once\n");
    return true;
  });
}

// The applications to judge: of `programme` where it is given.
std::vector<BatchEntry> applications(std::vector<BatchEntry> entries,
                                     const std::string& programme) {
  std::erase_if(entries, [&](const BatchEntry& entry) {
    const bool is_wanted = programme.empty() || entry.programme == programme ||
                           entry.programme + "@" + entry.version == programme;
    return !is_wanted || !entry.is_application;
  });
  return entries;
}

// The findings of each profile over its own dossiers, in the order of the profiles.
Result<std::vector<JointFinding>> findings_of(const PanelReport& report,
                                              const std::vector<Profile>& profiles) {
  if (auto fine = check_rules(report.entries, profiles); !fine) return tl::unexpected(fine.error());
  std::vector<JointFinding> findings;
  for (const Profile& profile : profiles) {
    std::vector<BatchEntry> own;
    std::copy_if(report.entries.begin(), report.entries.end(), std::back_inserter(own),
                 [&](const BatchEntry& entry) { return is_by(entry, profile); });
    if (own.empty()) continue;
    for (JointFinding& finding : panel_check({profile, report.experts, own}))
      findings.push_back(std::move(finding));
  }
  return findings;
}

Verdict verdict_of(const std::vector<JointFinding>& findings) {
  Verdict verdict = Verdict::ready;
  for (const JointFinding& finding : findings) {
    if (finding.status == Status::fail && finding.level == Level::error) return Verdict::returned;
    if (finding.status == Status::fail || finding.status == Status::review)
      verdict = Verdict::review;
  }
  return verdict;
}

Result<PanelReport> report_of(const PanelOptions& options) {
  if (auto ready = check_machine(options.require_sandbox); !ready)
    return tl::unexpected(ready.error());
  warn_of_sandbox();
  const auto knowledge = load_knowledge(options.knowledge);
  if (!knowledge) return tl::unexpected(knowledge.error());
  const auto list = read_list(options.experts, options.require_sandbox);
  if (!list) return tl::unexpected(list.error());
  auto experts = read_experts(*list);
  if (!experts) return tl::unexpected(experts.error());
  auto entries = entries_in(options.results);
  if (!entries) return tl::unexpected(entries.error());
  leave_out_duplicates(*entries);
  PanelReport report{BIAOSHEN_VERSION,
                     list->path,
                     list->sha256,
                     std::move(*experts),
                     applications(std::move(*entries), options.programme),
                     {},
                     Verdict::review};
  if (report.entries.empty())
    return fail(ErrorCode::input,
                "no application among the results" +
                    (options.programme.empty() ? "" : " of " + options.programme));
  auto findings = findings_of(report, knowledge->profiles);
  if (!findings) return tl::unexpected(findings.error());
  report.findings = std::move(*findings);
  report.verdict = verdict_of(report.findings);
  return report;
}

}  // namespace

int panel_command(const PanelOptions& options) {
  const auto made = report_of(options);
  if (!made) return report(made.error());
  if (options.form == Form::json)
    std::cout << write_panel_json(*made, options.language.value_or(Language::zh));
  else
    std::cout << panel_text(*made, options.language.value_or(terminal_language()));
  return is_failure(made->verdict, options.fail_on) ? 1 : 0;
}

}  // namespace biaoshen
