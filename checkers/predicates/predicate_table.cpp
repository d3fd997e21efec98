#include "checkers/predicates/predicate_table.h"

#include <algorithm>

#include "checkers/predicates/predicates.h"

namespace biaoshen {
namespace {

using Names = std::string_view;
constexpr Names kMaterial[] = {"material!"};
constexpr Names kSeal[] = {"material!", "fact", "applicant"};
constexpr Names kMaterialPresent[] = {"material!", "draft", "view", "platform"};
constexpr Names kFact[] = {"fact!"};
constexpr Names kYear[] = {"fact!", "published!"};
constexpr Names kConsistent[] = {"facts!", "materials!", "near"};
constexpr Names kOrder[] = {"published!", "implemented!"};
constexpr Names kInForce[] = {"fact!", "months!"};
constexpr Names kCycle[] = {"cycle!", "published!", "evidence", "years!"};
constexpr Names kStatus[] = {"fact!", "good!", "bad!"};
constexpr Names kDisclosed[] = {"facts!", "names!"};
constexpr Names kThreshold[] = {"fact!", "threshold!"};
constexpr Names kArithmetic[] = {"items!", "subtotals!", "total!", "blanks"};
constexpr Names kFacts[] = {"facts"};

constexpr Names kFiles[] = {"files"};
constexpr Names kCount[] = {"count"};
constexpr Names kNumber[] = {"number"};
constexpr Names kCode[] = {"code"};
constexpr Names kNumberAndDate[] = {"number", "published"};
constexpr Names kValue[] = {"value"};
constexpr Names kDates[] = {"published", "implemented"};
constexpr Names kInForceSays[] = {"implemented", "earliest", "as_of", "months"};
constexpr Names kCycleSays[] = {"cycle", "years", "published"};
constexpr Names kStatusSays[] = {"status"};
constexpr Names kMissing[] = {"missing"};
constexpr Names kScore[] = {"score", "threshold"};
constexpr Names kTotal[] = {"total"};
constexpr Names kFields[] = {"fields", "count"};
constexpr Names kPhrase[] = {"phrase"};
constexpr Names kSealed[] = {"seals"};
constexpr Names kFound[] = {"found", "count"};

constexpr PredicateRow kPredicates[] = {
    {"material-present",
     "Passes when a part of the dossier is the material; fails when it is not there and every file "
     "was read; `draft` names the fact that marks a draft, `view` the one that says which view of "
     "the platform a page shows, `platform` whose page counts.",
     kMaterialPresent, kFiles, material_present},
    {"files-readable",
     "Fails for files that are encrypted, damaged, empty, refused or of an unknown format; review "
     "for pages that could not be read.",
     {},
     kCount,
     files_readable},
    {"number-format", "Fails when the number is not T/CODE sequence—year with a four-digit year.",
     kFact, kNumber, number_format},
    {"code-chars",
     "Fails when the code of the body has other characters than capital Latin letters and digits; "
     "review for a hyphen.",
     kFact, kCode, code_chars},
    {"code-reserved",
     "Fails when the code of the body is that of a national, industry, local or other known class "
     "of standard.",
     kFact, kCode, code_reserved},
    {"year-matches", "Review when the year of the number is not the year of publication.", kYear,
     kNumberAndDate, year_matches},
    {"consistent",
     "Fails when two materials give firm readings that differ; `near` is the number of characters "
     "by which texts may differ and be for a person to judge.",
     kConsistent, kValue, consistent},
    {"date-order", "Fails when every date of implementation is before every date of publication.",
     kOrder, kDates, date_order},
    {"in-force", "Passes when implementation plus `months` months is not after the reference date.",
     kInForce, kInForceSays, in_force},
    {"review-cycle",
     "Fails when a review cycle over `years` years is stated; review when the standard is older "
     "and no review is evidenced.",
     kCycle, kCycleSays, review_cycle},
    {"platform-status", "Fails when the status on the platform is one of `bad`.", kStatus,
     kStatusSays, platform_status},
    {"platform-disclosed", "Review when one of the facts has no value on the platform's page.",
     kDisclosed, kMissing, platform_disclosed},
    {"score-threshold", "Fails when the total of the self-score is below `threshold`.", kThreshold,
     kScore, score_threshold},
    {"score-arithmetic",
     "Fails when points exceed their maximum, parts do not add up, or totals differ.", kArithmetic,
     kTotal, score_arithmetic},
    {"form-fields", "Fails when a field of the form is empty or still a placeholder.", kFact,
     kFields, form_fields},
    {"uscc-valid", "Fails when a unified social credit code does not check.", kFact, kCode,
     uscc_valid},
    {"phrase-found", "Review unless the phrase was found.", kFact, kPhrase, phrase_found},
    {"person-decides", "Always review, with the facts side by side.", kFacts, kFound,
     person_decides},
    {"sealed", "Review unless the print of a seal was seen on the material; it is not judged.",
     kSeal, kSealed, sealed},
};

constexpr Names kFactParameters[] = {"fact",     "facts",     "published", "implemented", "cycle",
                                     "evidence", "draft",     "view",      "items",       "total",
                                     "blanks",   "subtotals", "applicant"};
constexpr Names kMaterialParameters[] = {"material", "materials"};
constexpr Names kWholeParameters[] = {"months", "years", "threshold", "near"};

bool has(std::span<const Names> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::span<const PredicateRow> predicate_table() {
  return kPredicates;
}

const PredicateRow* predicate_row(std::string_view name) {
  const auto* found = std::find_if(std::begin(kPredicates), std::end(kPredicates),
                                   [&](const PredicateRow& row) { return row.name == name; });
  return found == std::end(kPredicates) ? nullptr : found;
}

ParameterKind kind_of_parameter(std::string_view name) {
  if (has(kFactParameters, name)) return ParameterKind::facts;
  if (has(kMaterialParameters, name)) return ParameterKind::materials;
  return has(kWholeParameters, name) ? ParameterKind::whole : ParameterKind::text;
}

}  // namespace biaoshen
