#include "templates/html/decision_marks.h"

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

std::string how_many(const DecisionSheet& sheet, Treatment treatment) {
  return std::to_string(std::ranges::count(sheet.decisions, treatment, &Decision::treatment));
}

data data_of(const DecisionSheet& sheet, const std::string& input_sha256, Language language) {
  data out;
  out["summary"] = text_data(phrase("decisions.sheet", language,
                                    {{"by", sheet.by},
                                     {"on", sheet.on},
                                     {"accept", how_many(sheet, Treatment::accept)},
                                     {"return", how_many(sheet, Treatment::send_back)},
                                     {"look", how_many(sheet, Treatment::look)}}));
  out["is_earlier"] = sheet.input_sha256 != input_sha256;
  out["digest"] = text_data(sheet.sha256.substr(0, 16));
  return out;
}

data data_of(const Finding& finding, const Decided& made, Language language) {
  data out;
  out["rule"] = text_data(finding.rule);
  out["has_decision"] = made.decision != nullptr;
  if (made.decision == nullptr) return out;
  const std::string mark(name_of(made.decision->treatment));
  out["treatment_mark"] = text_data(mark);
  out["treatment"] = text_data(word("treatment." + mark, language));
  out["by"] =
      text_data(phrase("decision.by", language, {{"by", made.sheet->by}, {"on", made.sheet->on}}));
  out["note"] = text_data(made.decision->note);
  out["is_current"] = made.is_current;
  return out;
}

data data_of(const DecidedDossier& dossier, Language language) {
  data out;
  const std::string mark(name_of(standing_of(dossier.sheets, dossier.findings)));
  const std::size_t open = undecided(dossier.sheets, dossier.findings);
  out["has_sheets"] = !dossier.sheets.empty();
  out["standing_mark"] = text_data(mark);
  out["standing"] = text_data(word("standing." + mark, language));
  out["undecided"] =
      open == 0 ? data(false)
                : data(phrase("decisions.undecided", language, {{"count", std::to_string(open)}}));
  list sheets, recorded;
  for (const DecisionSheet& sheet : dossier.sheets)
    sheets.push_back(data_of(sheet, dossier.input_sha256, language));
  for (const Finding& finding : dossier.findings)
    if (needs_decision(finding))
      recorded.push_back(data_of(finding, decided(dossier.sheets, finding), language));
  out["sheets"] = data(sheets);
  out["recorded"] = data(recorded);
  return out;
}

}  // namespace

Result<std::string> with_decisions(std::string_view page, const DecidedDossier& dossier,
                                   const Presentation& presentation) {
  const auto marks = render_template("decision_marks.mustache",
                                     data_of(dossier, presentation.language), presentation);
  if (!marks) return marks;
  return with_parts(page, parts_of(*marks));
}

}  // namespace biaoshen
