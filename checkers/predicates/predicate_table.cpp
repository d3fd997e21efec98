#include "checkers/predicates/predicate_table.h"

#include <algorithm>

#include "checkers/predicates/predicates.h"

namespace biaoshen {
namespace {

using Names = std::string_view;
constexpr Names kMaterial[] = {"material!:materials"};
constexpr Names kSeal[] = {"material!:materials", "fact:facts", "applicant:facts"};
constexpr Names kMaterialPresent[] = {"material!:materials", "draft:facts", "view:facts",
                                      "platform"};
constexpr Names kFact[] = {"fact!:facts"};
constexpr Names kYear[] = {"fact!:facts", "published!:facts"};
constexpr Names kConsistent[] = {"facts!:facts", "materials:materials", "differs", "near:whole"};
constexpr Names kOrder[] = {"published!:facts", "implemented!:facts"};
constexpr Names kMonths[] = {"fact!:facts", "months!:whole"};
constexpr Names kCycle[] = {"cycle!:facts", "published!:facts", "evidence:facts", "years!:whole"};
constexpr Names kStatus[] = {"fact!:facts", "good!", "bad!"};
constexpr Names kDisclosed[] = {"facts!:facts", "names!"};
constexpr Names kThreshold[] = {"fact!:facts", "threshold!:whole"};
constexpr Names kArithmetic[] = {"items!:facts", "subtotals!:facts", "total!:facts",
                                 "blanks:facts"};
constexpr Names kFacts[] = {"facts:facts"};
constexpr Names kSays[] = {"fact!:facts", "good!", "bad", "year-before:whole"};
constexpr Names kPhrasesAll[] = {"fact!:facts", "wanted!", "missing"};
constexpr Names kSuperseded[] = {"old!:facts", "new!:facts"};
constexpr Names kPatents[] = {"statement!:facts", "platform!:facts", "foreword:facts", "nil!"};
constexpr Names kCodeClass[] = {"fact!:facts", "classes!", "regions", "person-regions",
                                "otherwise"};
constexpr Names kSameParty[] = {"fact!:facts", "other!:facts", "position:whole"};
constexpr Names kConsents[] = {"fact!:facts", "parties!"};
constexpr Names kQuantity[] = {"fact!:facts", "minimum!:whole"};
constexpr Names kRatio[] = {"part!:facts", "whole!:facts", "percent!:whole"};
constexpr Names kFormats[] = {"material!:materials", "formats!", "missing"};
constexpr Names kEachPart[] = {"material!:materials", "facts!:facts", "names"};
constexpr Names kValueIs[] = {"fact!:facts", "values!"};

constexpr Names kFiles[] = {"files"};
constexpr Names kCount[] = {"count"};
constexpr Names kNumber[] = {"number"};
constexpr Names kCode[] = {"code"};
constexpr Names kNumberAndDate[] = {"number", "published"};
constexpr Names kValue[] = {"value"};
constexpr Names kDates[] = {"published", "implemented"};
constexpr Names kMonthsSay[] = {"date", "earliest", "as_of", "months"};
constexpr Names kCycleSays[] = {"cycle", "years", "published"};
constexpr Names kStatusSays[] = {"status"};
constexpr Names kMissing[] = {"missing"};
constexpr Names kScore[] = {"score", "threshold"};
constexpr Names kTotal[] = {"total"};
constexpr Names kFields[] = {"fields", "count"};
constexpr Names kPhrase[] = {"phrase"};
constexpr Names kSealed[] = {"seals"};
constexpr Names kFound[] = {"found", "count"};
constexpr Names kFoundOnly[] = {"found"};
constexpr Names kFoundAndMissing[] = {"found", "missing"};
constexpr Names kValueAndOther[] = {"value", "other"};
constexpr Names kConsentsSay[] = {"missing", "unsealed"};
constexpr Names kDateAndCutOff[] = {"date", "as_of"};
constexpr Names kValueAndMinimum[] = {"value", "minimum"};
constexpr Names kRatioSays[] = {"part", "whole", "ratio", "percent"};
constexpr Names kMissingAndFiles[] = {"missing", "files"};
constexpr Names kRanks[] = {"ranks"};

constexpr PredicateRow kPredicates[] = {
    {{"material-present",
      "Passes when a part of the dossier is the material; fails when it is not there and every "
      "file "
      "was read; `draft` names the fact that marks a draft, `view` the one that says which view of "
      "the platform a page shows, `platform` whose page counts.",
      kMaterialPresent, kFiles},
     material_present},
    {{"files-readable",
      "Fails for files that are encrypted, damaged, empty, refused or of an unknown format; review "
      "for pages that could not be read.",
      {},
      kCount},
     files_readable},
    {{"number-format", "Fails when the number is not T/CODE sequence—year with a four-digit year.",
      kFact, kNumber},
     number_format},
    {{"code-chars",
      "Fails when the code of the body has other characters than capital Latin letters and digits; "
      "review for a hyphen.",
      kFact, kCode},
     code_chars},
    {{"code-reserved",
      "Fails when the code of the body is that of a national, industry, local or other known class "
      "of standard.",
      kFact, kCode},
     code_reserved},
    {{"year-matches", "Review when the year of the number is not the year of publication.", kYear,
      kNumberAndDate},
     year_matches},
    {{"consistent",
      "Fails when two materials give firm readings that differ; `near` is the number of characters "
      "by which texts may differ and be for a person to judge, as every difference is where "
      "`differs` is review. `materials`: those that must say it, else all in which it is looked "
      "for.",
      kConsistent, kValue},
     consistent},
    {{"date-order", "Fails when every date of implementation is before every date of publication.",
      kOrder, kDates},
     date_order},
    {{"months-passed", "Passes when the date plus `months` months is not after the reference date.",
      kMonths, kMonthsSay},
     months_passed},
    {{"review-cycle",
      "Fails when a review cycle over `years` years is stated; review when the standard is older "
      "and no review is evidenced.",
      kCycle, kCycleSays},
     review_cycle},
    {{"platform-status", "Fails when the status on the platform is one of `bad`.", kStatus,
      kStatusSays},
     platform_status},
    {{"platform-disclosed", "Review when one of the facts has no value on the platform's page.",
      kDisclosed, kMissing},
     platform_disclosed},
    {{"score-threshold", "Fails when the total of the self-score is below `threshold`.", kThreshold,
      kScore},
     score_threshold},
    {{"score-arithmetic",
      "Fails when points exceed their maximum, parts do not add up, or totals differ.", kArithmetic,
      kTotal},
     score_arithmetic},
    {{"form-fields", "Fails when a field of the form is empty or still a placeholder.", kFact,
      kFields},
     form_fields},
    {{"uscc-valid", "Fails when a unified social credit code does not check.", kFact, kCode},
     uscc_valid},
    {{"phrase-found", "Review unless the phrase was found.", kFact, kPhrase}, phrase_found},
    {{"person-decides", "Always review, with the facts side by side.", kFacts, kFound},
     person_decides},
    {{"sealed", "Review unless the print of a seal was seen on the material; it is not judged.",
      kSeal, kSealed},
     sealed},
    {{"says",
      "Passes when a sentence states a word of `good`, fails when one states a word of `bad`; what "
      "is negated, listed or only mentioned is for a person. `year-before` 1: only sentences that "
      "name the year before the reference date count.",
      kSays, kFoundOnly},
     says},
    {{"phrases-all",
      "Passes when the readings have a word of each group of `wanted`; `missing` (review, fail) "
      "says what it is when one is missing and everything was read.",
      kPhrasesAll, kFoundAndMissing},
     phrases_all},
    {{"words-absent",
      "Passes when nothing was found and everything was read; what was found is "
      "for a person.",
      kFact, kFoundOnly},
     words_absent},
    {{"superseded", "Review when only `old` is cited, and not `new`.", kSuperseded, kFoundOnly},
     superseded},
    {{"patents-agree",
      "Passes when the statement, the platform's page and the foreword all say one of `nil`; "
      "anything else is for a person.",
      kPatents, kFoundOnly},
     patents_agree},
    {{"code-class",
      "Passes when a credit code begins with one of `classes` and its region with one of "
      "`regions`; review for `person-regions`; else `otherwise` (fail, review).",
      kCodeClass, kCode},
     code_class},
    {{"same-party",
      "Passes when a name of `fact` is one of `other` (at `position`, counted from 1); near names "
      "are for a person.",
      kSameParty, kValueAndOther},
     same_party},
    {{"consents",
      "Passes when each of `parties` has an opinion with date and seal; fails when its block is "
      "not on the form.",
      kConsents, kConsentsSay},
     consents},
    {{"by-cut-off", "Passes when the date is not after the reference date.", kFact, kDateAndCutOff},
     by_cut_off},
    {{"quantity-at-least", "Passes when the number is at least `minimum`.", kQuantity,
      kValueAndMinimum},
     quantity_at_least},
    {{"ratio-at-least", "Passes when `part` is at least `percent` per cent of `whole`.", kRatio,
      kRatioSays},
     ratio_at_least},
    {{"formats-present",
      "Passes when the material has a file of each group of `formats`; `missing` (review, fail) "
      "says what it is when one is missing and everything was read.",
      kFormats, kMissingAndFiles},
     formats_present},
    {{"each-part-states",
      "Review unless every part of the material states each of `facts`; `names` are their words in "
      "the message.",
      kEachPart, kMissing},
     each_part_states},
    {{"ranked", "Fails when the ranks of a list are not 1 to n, each once.", kFact, kRanks},
     ranked},
    {{"found", "Passes when the thing was read, fails when it was not and everything was read.",
      kFact, kFoundOnly},
     found},
    {{"value-is", "Passes when every reading is one of `values`, fails when none is.", kValueIs,
      kValue},
     value_is},
};

}  // namespace

std::span<const PredicateRow> predicate_table() {
  return kPredicates;
}

const PredicateRow* predicate_row(std::string_view name) {
  const auto* found = std::find_if(std::begin(kPredicates), std::end(kPredicates),
                                   [&](const PredicateRow& row) { return row.name == name; });
  return found == std::end(kPredicates) ? nullptr : found;
}

}  // namespace biaoshen
