#include "pipeline/app/review_run.h"

#include <algorithm>

#include "pipeline/app/closed_reader.h"
#include "pipeline/app/dossier_reader.h"
#include "pipeline/app/limit_options.h"
#include "pipeline/app/machine.h"
#include "pipeline/app/program.h"
#include "pipeline/app/record_outputs.h"
#include "pipeline/base/plain_path.h"
#include "pipeline/base/sha256.h"
#include "pipeline/base/untrusted_path.h"
#include "pipeline/base/usable_cores.h"
#include "pipeline/batch/decision_reader.h"
#include "pipeline/batch/record_reader.h"
#include "pipeline/batch/revisions.h"
#include "pipeline/ledger/publish.h"
#include "pipeline/model/input_digest.h"
#include "pipeline/model/thumbnail.h"
#include "pipeline/watch/tree_signature.h"
#include "templates/shown_text.h"
#include "templates/writer_table.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

Result<ReviewRequest> request_of(const ReviewSettings& settings) {
  ReviewRequest request;
  request.programme = settings.programme;
  request.today = today();
  request.jobs = settings.jobs > 0 ? settings.jobs : usable_cores();
  auto limits = limits_with(settings.limits);
  if (!limits) return tl::unexpected(limits.error());
  request.limits = *limits;
  if (!settings.as_of.empty()) {
    request.as_of = parse_date(settings.as_of);
    if (!request.as_of)
      return fail(ErrorCode::usage, "--as-of " + settings.as_of + ": not a date; write YYYY-MM-DD");
  }
  return request;
}

Result<void> check_programme(const ReviewSettings& settings, const Knowledge& knowledge) {
  const auto named = [&](const Profile& profile) {
    return is_programme(profile, settings.programme);
  };
  const auto& profiles = knowledge.profiles;
  if (settings.programme.empty() || std::any_of(profiles.begin(), profiles.end(), named)) return {};
  return fail(ErrorCode::profile, "unknown programme '" + settings.programme +
                                      "'; `biaoshen programmes` lists those it knows");
}

bool is_for(const GivenWaiver& waiver, const std::string& dossier, const Subject& subject) {
  if (!waiver.dossier.empty()) return waiver.dossier == dossier;
  return !waiver.number.empty() && subject.key == waiver.number;
}

// Fields of any text, each with its length, so that no two lists of fields are one text.
void add_field(std::string& text, const std::string& field) {
  text += std::to_string(field.size()) + " " + field + "\n";
}

// What is made from dossier.json, once that is there.
Result<void> add_record_outputs(std::map<std::string, std::string>& files, const ReviewRun& run) {
  const auto record = record_of(files.at("dossier.json"), "dossier.json");
  if (!record) return fail(ErrorCode::internal, record.error().message);
  auto outputs = record_outputs(*record, run.notice_template.parts);
  if (!outputs) return tl::unexpected(outputs.error());
  for (auto& [name, bytes] : *outputs)
    if (bytes) files.emplace(name, std::move(*bytes));
  return {};
}

}  // namespace

Result<ReviewRun> prepare(const ReviewSettings& settings) {
  if (settings.require_sandbox && settings.unsandboxed_office)
    return fail(ErrorCode::usage,
                "--require-sandbox and --unsandboxed-office contradict each other; leave out one");
  auto request = request_of(settings);
  if (!request) return tl::unexpected(request.error());
  if (const auto ready = check_machine(settings.require_sandbox); !ready)
    return tl::unexpected(ready.error());
  auto knowledge = load_knowledge(settings.knowledge);
  if (!knowledge) return tl::unexpected(knowledge.error());
  if (const auto known = check_programme(settings, *knowledge); !known)
    return tl::unexpected(known.error());
  auto notice_template = notice_template_in(settings.notice_template);
  if (!notice_template) return tl::unexpected(notice_template.error());
  return ReviewRun{settings, std::move(*knowledge), std::move(*request),
                   std::move(*notice_template)};
}

namespace {

// For a log, readable already, and short: it crosses to the supervisor in one line of a job.
std::string told(const std::vector<LastWords>& last_words) {
  constexpr std::size_t kMost = 4000, kMostOfOne = 1000;
  std::string all;
  for (const LastWords& one : last_words) {
    const std::string line = one.path + ": " + one.said.substr(0, kMostOfOne);
    const std::string readable = readable_name(line).text;
    if (all.size() + readable.size() > kMost) break;
    all += (all.empty() ? "" : "\n") + readable;
  }
  return all;
}

// What a review is made of before it is written: read, checked, of one state of the files.
Result<DoneReview> reviewed(const ReviewTask& task, const ReviewRun& run, Progress& progress) {
  std::optional<RecognitionCache> cache;
  if (!run.settings.cache.empty())
    cache.emplace(run.settings.cache, run.settings.cache_bytes, recognition_parameters());
  DossierReader readers(run.settings.unsandboxed_office, run.settings.require_sandbox,
                        cache ? &*cache : nullptr, progress);
  ClosedReader closed(task.quarantined);
  Reader& reader = task.quarantined.empty() ? static_cast<Reader&>(readers.reader) : closed;
  ReviewRequest request = run.request;
  request.path = task.path;
  request.jobs = task.jobs;
  request.personal_data = run.settings.presentation.personal_data;
  request.waivers = run.knowledge.waivers;
  const std::string before = tree_state(task.path).signature;
  auto review = review_dossier(request, tools_with(reader, run.knowledge.profiles), progress);
  if (!review) return tl::unexpected(review.error());
  if (tree_state(task.path).signature != before ||
      (!task.expected_sha256.empty() && input_sha256(review->dossier) != task.expected_sha256))
    return fail(ErrorCode::again, task.path.string() + ": changed while it was reviewed");
  if (!task.quarantined.empty())
    review->dossier.problems.push_back({"quarantined", 0, task.quarantined});
  review->tool_version = BIAOSHEN_VERSION;
  review->notice_template_sha256 = run.notice_template.sha256;
  review->setting_sha256 = setting_sha256(run, review->dossier.name, review->subject);
  return DoneReview{std::move(*review), readers.client.layers(), told(readers.client.last_words())};
}

Result<std::map<std::string, std::string>> files_of(const Review& review, const ReviewRun& run) {
  std::map<std::string, std::string> files;
  for (const auto& [name, png] : review.crops)
    if (!is_thumbnail(name)) files.emplace(name, png);
  for (const Writer& writer : writers()) {
    auto bytes = writer.write(review, run.settings.presentation);
    if (!bytes) return tl::unexpected(bytes.error());
    files.emplace(writer.file_name, std::move(*bytes));
  }
  if (auto made = add_record_outputs(files, run); !made) return tl::unexpected(made.error());
  return files;
}

// Written over what is there now, with what was decided about that until this moment.
Result<void> write_over(Review& review, const std::string& folder, const ReviewRun& run) {
  const fs::path out = run.settings.out, result = out / folder;
  return change_result(out, folder, [&]() -> Result<std::optional<ResultChange>> {
    auto decisions = decisions_in(result);
    if (!decisions) return tl::unexpected(decisions.error());
    review.decisions = std::move(*decisions);
    const auto there = record_at(result);
    const auto before = record_at(history_folder(out, folder, revision_before(there)));
    const Succession next = succession(there, before, input_sha256(review.dossier));
    set_baseline(review, next, run.settings.presentation.language);
    auto files = files_of(review, run);
    if (!files) return tl::unexpected(files.error());
    return ResultChange{std::move(*files), next.keep_as};
  });
}

}  // namespace

Result<DoneReview> review_into(const ReviewTask& task, const ReviewRun& run, Progress& progress) {
  const std::string folder = plain_path(task.path).filename().string();
  const fs::path result = fs::path(run.settings.out) / folder;
  if (const auto usable = decisions_in(result); !usable) return tl::unexpected(usable.error());
  auto done = reviewed(task, run, progress);
  if (!done) return done;
  progress.writing();
  if (const auto written = write_over(done->review, folder, run); !written)
    return tl::unexpected(written.error());
  return done;
}

std::string setting_sha256(const ReviewRun& run, const std::string& dossier,
                           const Subject& subject) {
  std::string all;
  add_field(all, BIAOSHEN_VERSION);
  const Presentation& shown = run.settings.presentation;
  add_field(all, shown.language == Language::zh ? "zh" : "en");
  add_field(all, shown.personal_data == PersonalData::shown ? "personal data" : "");
  add_field(all, run.settings.programme);
  add_field(all, limits_text(run.request.limits));
  add_field(all, run.settings.unsandboxed_office ? "unsandboxed office" : "");
  add_field(all, run.request.as_of ? to_string(*run.request.as_of) : "");
  add_field(all, run.notice_template.sha256);
  for (const Profile& profile : run.knowledge.profiles) {
    for (const std::string& field : {profile.id, profile.version, profile.sha256})
      add_field(all, field);
    add_field(all, profile.policy ? profile.policy->sha256 : "");
  }
  for (const GivenWaiver& waiver : run.knowledge.waivers) {
    if (!is_for(waiver, dossier, subject)) continue;
    const Waiver& given = waiver.waiver;
    for (const std::string& field : {waiver.rule, given.by, given.on, given.until, given.reason,
                                     given.scope, given.evidence_sha256})
      add_field(all, field);
  }
  return sha256(all);
}

std::string told(const std::string& name, Verdict verdict, const FindingCounts& counts,
                 const fs::path& result) {
  const bool zh = terminal_language() == Language::zh;
  const std::string word = verdict == Verdict::returned ? (zh ? "退回补正" : "return")
                           : verdict == Verdict::review ? (zh ? "须人工核对" : "review")
                                                        : (zh ? "符合形式要求" : "ready");
  return name + ": " + word + (zh ? "，须补正 " : ", to be corrected ") +
         std::to_string(counts.fail + counts.advice) +
         (zh ? " 项，须人工核对 " : ", for a person ") + std::to_string(counts.review) +
         (zh ? " 项，见 " : ", see ") + readable_name((result / "dossier.html").string()).text;
}

FindingCounts counts_of(const Review& review) {
  FindingCounts counts;
  for (const Finding& finding : review.findings) {
    if (finding.is_waived()) {
      ++counts.waived;
    } else {
      counts.add(finding.status, finding.level);
    }
  }
  return counts;
}

bool is_failure(Verdict verdict, const std::string& fail_on) {
  if (fail_on == "return") return verdict == Verdict::returned;
  return fail_on == "review" && verdict != Verdict::ready;
}

}  // namespace biaoshen
