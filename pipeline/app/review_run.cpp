#include "pipeline/app/review_run.h"

#include <algorithm>
#include <thread>

#include "pipeline/app/dossier_reader.h"
#include "pipeline/app/limit_options.h"
#include "pipeline/app/machine.h"
#include "pipeline/app/program.h"
#include "pipeline/app/publish.h"
#include "pipeline/app/status_line.h"
#include "pipeline/base/sha256.h"
#include "templates/writer_table.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

Result<ReviewRequest> request_of(const ReviewSettings& settings) {
  ReviewRequest request;
  request.programme = settings.programme;
  request.today = today();
  request.jobs =
      settings.jobs > 0 ? settings.jobs : std::max(1u, std::thread::hardware_concurrency());
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

}  // namespace

fs::path plain_path(const fs::path& path) {
  std::error_code error;
  fs::path whole = fs::weakly_canonical(fs::absolute(path, error), error);
  return whole.has_filename() ? whole : whole.parent_path();
}

bool is_inside(const fs::path& inner, const fs::path& outer) {
  return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

Result<ReviewRun> prepare(const ReviewSettings& settings) {
  auto request = request_of(settings);
  if (!request) return tl::unexpected(request.error());
  if (const auto ready = check_machine(); !ready) return tl::unexpected(ready.error());
  auto knowledge = load_knowledge(settings.knowledge);
  if (!knowledge) return tl::unexpected(knowledge.error());
  if (const auto known = check_programme(settings, *knowledge); !known)
    return tl::unexpected(known.error());
  return ReviewRun{settings, std::move(*knowledge), std::move(*request)};
}

Result<Review> review_into(const fs::path& path, const ReviewRun& run) {
  DossierReader readers(run.settings.unsandboxed_office);
  StatusLine status(terminal_language());
  ReviewRequest request = run.request;
  request.path = path;
  request.waivers = run.knowledge.waivers;
  auto review = review_dossier(request, tools_with(readers.reader, run.knowledge.profiles), status);
  if (!review) return review;
  review->tool_version = BIAOSHEN_VERSION;
  review->setting_sha256 = setting_sha256(run, review->dossier.name, review->subject);
  status.writing();
  std::map<std::string, std::string> files(review->crops.begin(), review->crops.end());
  for (const Writer& writer : writers()) {
    auto bytes = writer.write(*review, run.settings.language);
    if (!bytes) return tl::unexpected(bytes.error());
    files.emplace(writer.file_name, std::move(*bytes));
  }
  const auto published = publish(run.settings.out, plain_path(path).filename().string(), files);
  if (!published) return tl::unexpected(published.error());
  return review;
}

std::string setting_sha256(const ReviewRun& run, const std::string& dossier,
                           const Subject& subject) {
  std::string all;
  add_field(all, BIAOSHEN_VERSION);
  add_field(all, run.settings.language == Language::zh ? "zh" : "en");
  add_field(all, run.settings.programme);
  add_field(all, limits_text(run.request.limits));
  add_field(all, run.settings.unsandboxed_office ? "unsandboxed office" : "");
  add_field(all, run.request.as_of ? to_string(*run.request.as_of) : "");
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
                           : verdict == Verdict::review ? (zh ? "待人工核查" : "review")
                                                        : (zh ? "通过形式审查" : "ready");
  return name + ": " + word + (zh ? "，需补正 " : ", to be corrected ") +
         std::to_string(counts.fail + counts.advice) + (zh ? " 项，需人工 " : ", for a person ") +
         std::to_string(counts.review) + (zh ? " 项，见 " : ", see ") +
         (result / "dossier.html").string();
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
