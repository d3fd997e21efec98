#include "templates/html/revision_marks.h"

#include <algorithm>
#include <kainjow/mustache.hpp>

#include "templates/html/page_marks.h"
#include "templates/html/page_template.h"
#include "templates/html/template_data.h"
#include "templates/wording.h"

namespace biaoshen {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;

std::size_t count(const std::vector<Finding>& findings, std::string_view since) {
  return static_cast<std::size_t>(std::ranges::count_if(findings, [&](const Finding& finding) {
    return !finding.is_waived() && since_of(finding) == since;
  }));
}

// 已解决 3 项，仍存在 2 项（其中须人工核对 1 项），有变化 1 项，新出现 1 项
std::string what_became(const std::vector<Finding>& findings, Language language) {
  std::string out;
  const auto add = [&](std::string_view key, std::size_t number) {
    if (!out.empty()) out += word("revision.next", language);
    out += phrase(key, language, {{"count", std::to_string(number)}});
  };
  add("revision.resolved", count(findings, "absent"));
  if (const std::size_t gone = count(findings, "gone"); gone > 0) add("revision.gone", gone);
  add("revision.still", count(findings, "unchanged"));
  const auto still_to_look = std::ranges::count_if(findings, [](const Finding& finding) {
    return !finding.is_waived() && since_of(finding) == "unchanged" &&
           finding.status == Status::review;
  });
  if (still_to_look > 0)
    out += phrase("revision.still-look", language, {{"count", std::to_string(still_to_look)}});
  add("revision.updated", count(findings, "updated"));
  add("revision.new", count(findings, "new"));
  return out;
}

bool is_compared(const RevisedDossier& dossier) {
  return dossier.earlier && std::ranges::any_of(dossier.findings, [](const Finding& finding) {
           return finding.baseline.has_value();
         });
}

std::string summary_of(const RevisedDossier& dossier, Language language) {
  if (!is_compared(dossier)) return word("revision.not-compared", language);
  return phrase("revision.since", language,
                {{"n", std::to_string(dossier.earlier->revision)},
                 {"what", what_became(dossier.findings, language)}});
}

data data_of(const Finding& finding, Language language) {
  const std::string since(since_of(finding));
  data out;
  out["rule"] = text_data(finding.rule);
  out["name"] = text_data(finding.title.in(language));
  out["since_mark"] = text_data(since);
  out["since"] = text_data(since.empty() ? since : word("since." + since, language));
  return out;
}

data data_of(const RevisedDossier& dossier, Language language) {
  data out;
  list marked, resolved;
  for (const Finding& finding : dossier.findings) {
    marked.push_back(data_of(finding, language));
    if (finding.baseline == Baseline::absent) resolved.push_back(data_of(finding, language));
  }
  out["is_later"] = dossier.revision > 1;
  out["submission"] =
      text_data(phrase("revision.nth", language, {{"n", std::to_string(dossier.revision)}}));
  out["became"] = text_data(summary_of(dossier, language));
  out["has_resolved"] = !resolved.empty();
  out["resolved"] = data(resolved);
  out["marked"] = data(marked);
  return out;
}

}  // namespace

std::string_view since_of(const Finding& finding) {
  if (!finding.baseline) return {};
  const bool is_open = finding.status == Status::fail || finding.status == Status::review;
  if (*finding.baseline == Baseline::unchanged && !is_open) return {};
  if (*finding.baseline == Baseline::absent && finding.status == Status::not_applicable)
    return "gone";
  return name_of(*finding.baseline);
}

Result<std::string> with_revision(std::string_view page, const RevisedDossier& dossier,
                                  const Presentation& presentation) {
  const auto marks = render_template("revision_marks.mustache",
                                     data_of(dossier, presentation.language), presentation);
  if (!marks) return marks;
  return with_parts(page, parts_of(*marks));
}

}  // namespace biaoshen
