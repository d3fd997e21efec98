#include "pipeline/stages/review_dossier.h"

#include <algorithm>

#include "pipeline/stages/choose_profile.h"
#include "pipeline/stages/classify.h"
#include "pipeline/stages/crops.h"
#include "pipeline/stages/find_facts.h"
#include "pipeline/stages/intake.h"
#include "pipeline/stages/read_files.h"

namespace biaoshen {
namespace {

Verdict verdict_of(const std::vector<Finding>& findings) {
  const auto blocks = [](const Finding& f) {
    return f.status == Status::fail && f.level == Level::error && !f.is_waived();
  };
  const auto open = [](const Finding& f) {
    return (f.status == Status::review || f.status == Status::fail) && !f.is_waived();
  };
  if (std::any_of(findings.begin(), findings.end(), blocks)) return Verdict::returned;
  return std::any_of(findings.begin(), findings.end(), open) ? Verdict::review : Verdict::ready;
}

bool has_own_text(const File& file) {
  const auto& pages = file.document.pages;
  return std::any_of(pages.begin(), pages.end(), [](const Page& page) {
    return page.source == Source::text || page.source == Source::mixed;
  });
}

// What read the words, for the dossier to say: the files' own text, then the engines that
// recognised something, in the order of the files.
std::vector<std::string> engines_of(const Dossier& dossier) {
  std::vector<std::string> engines;
  if (std::any_of(dossier.files.begin(), dossier.files.end(), has_own_text))
    engines.push_back("text-layer");
  for (const File& file : dossier.files)
    for (const std::string& engine : file.document.engines)
      if (std::find(engines.begin(), engines.end(), engine) == engines.end())
        engines.push_back(engine);
  return engines;
}

}  // namespace

Result<Review> review_dossier(const ReviewRequest& request, const Tools& tools,
                              Progress& progress) {
  auto taken_in = intake(request.path, request.limits);
  if (!taken_in) return tl::unexpected(taken_in.error());
  Dossier dossier =
      read_files(std::move(*taken_in), tools.reader, request.limits, request.jobs, progress);
  if (const auto trouble = tools.reader.trouble()) return tl::unexpected(*trouble);

  const auto chosen =
      choose_profile(dossier, request.programme, request.as_of, tools.profiles, tools.finders);
  if (!chosen) return tl::unexpected(chosen.error());
  const Profile& profile = **chosen;

  progress.checking();
  dossier.parts = classify(dossier, profile, tools.structures);
  auto [facts, left_out] = find_facts(dossier, profile, tools.finders);
  dossier = with_left_out(std::move(dossier), left_out);
  const Date as_of = request.as_of.value_or(profile.cut_off.value_or(request.today));
  const CheckInput input{profile, dossier, facts, as_of};

  Review review;
  review.findings = tools.check(input);
  review.matrix = tools.matrix(input);
  review.subject = tools.subject(input);
  apply_waivers(review.findings, request.waivers, dossier.name, review.subject, as_of);
  review.is_application = is_application(dossier, profile);
  review.verdict = verdict_of(review.findings);
  review.as_of = as_of;
  review.as_of_given = request.as_of.has_value();
  review.reading_engines = engines_of(dossier);
  review.profile = profile;
  review.dossier = std::move(dossier);
  review.facts = std::move(facts);
  review = with_crops(std::move(review), tools.reader, {request.limits, request.personal_data});
  if (const auto trouble = tools.reader.trouble()) return tl::unexpected(*trouble);
  return review;
}

}  // namespace biaoshen
