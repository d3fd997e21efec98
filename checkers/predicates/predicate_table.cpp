#include "checkers/predicates/predicate_table.h"

#include <algorithm>

#include "checkers/predicates/predicates.h"

namespace biaoshen {
namespace {

using Names = std::string_view;
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
constexpr Names kQuantity[] = {"fact!:facts", "minimum!:whole", "promise"};
constexpr Names kRatio[] = {"part!:facts", "whole!:facts", "percent!:whole"};
constexpr Names kFormats[] = {"material!:materials", "formats!", "missing"};
constexpr Names kEachPart[] = {"material!:materials", "facts!:facts", "names"};
constexpr Names kOneStandard[] = {"fact!:facts", "materials!:materials"};
constexpr Names kCopies[] = {"about!:facts", "fields!:facts"};
constexpr Names kValueIs[] = {"fact!:facts", "values!"};

constexpr Names kFiles[] = {"files"};
constexpr Names kFilesAndCount[] = {"files", "count"};
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
      "材料中有该类材料的，通过；没有而且所有文件均已读取的，不通过。draft "
      "为表明是草案的事实，view 为平台页面是详情还是列表，platform 为以哪个平台的页面为准。",
      kMaterialPresent, kFiles},
     material_present},
    {{"files-readable",
      "Fails for files that are encrypted, damaged, empty, refused or of an unknown format; review "
      "for pages that could not be read.",
      "有文件加密、损坏、为空、被拒绝读取或格式不明的，不通过；有页面未能读取的，由人核对。",
      {},
      kCount},
     files_readable},
    {{"number-format", "Fails when the number is not T/CODE sequence—year with a four-digit year.",
      "编号不是“T/代号 顺序号—四位年代号”的，不通过。", kFact, kNumber},
     number_format},
    {{"code-chars",
      "Fails when the code of the body has other characters than capital Latin letters and digits; "
      "review for a hyphen.",
      "团体代号含有大写拉丁字母和数字以外的字符的，不通过；含连字符的，由人核对。", kFact, kCode},
     code_chars},
    {{"code-reserved",
      "Fails when the code of the body is that of a national, industry, local or other known class "
      "of standard.",
      "团体代号与国家、行业、地方等已有标准的代号相同的，不通过。", kFact, kCode},
     code_reserved},
    {{"year-matches", "Review when the year of the number is not the year of publication.",
      "编号的年代号与发布年份不同的，由人核对。", kYear, kNumberAndDate},
     year_matches},
    {{"consistent",
      "Fails when two materials give firm readings that differ; `near` is the number of characters "
      "by which texts may differ and be for a person to judge, as every difference is where "
      "`differs` is review. `materials`: those that must say it, else all in which it is looked "
      "for.",
      "两份材料的确定读数不同的，不通过；相差不超过 near 个字符的，或 differs 为 review "
      "时凡有不同的，由人核对。materials 为须写明的材料，未给出时为所有查找过的材料。",
      kConsistent, kValue},
     consistent},
    {{"date-order", "Fails when every date of implementation is before every date of publication.",
      "所有实施日期都早于所有发布日期的，不通过。", kOrder, kDates},
     date_order},
    {{"months-passed", "Passes when the date plus `months` months is not after the reference date.",
      "该日期加 months 个月不晚于审查基准日的，通过。", kMonths, kMonthsSay},
     months_passed},
    {{"review-cycle",
      "Fails when a review cycle over `years` years is stated; review when the standard is older "
      "and no review is evidenced.",
      "写明的复审周期超过 years 年的，不通过；标准已超过该年限而未见复审记录的，由人核对。", kCycle,
      kCycleSays},
     review_cycle},
    {{"platform-status", "Fails when the status on the platform is one of `bad`.",
      "平台上的状态属于 bad 所列的，不通过。", kStatus, kStatusSays},
     platform_status},
    {{"platform-disclosed", "Review when one of the facts has no value on the platform's page.",
      "平台页面上有一项为空的，由人核对。", kDisclosed, kMissing},
     platform_disclosed},
    {{"score-threshold", "Fails when the total of the self-score is below `threshold`.",
      "自评总分低于 threshold 的，不通过。", kThreshold, kScore},
     score_threshold},
    {{"score-arithmetic",
      "Fails when points exceed their maximum, parts do not add up, or totals differ.",
      "得分超过满分、分项与合计不符或两处总分不同的，不通过。", kArithmetic, kTotal},
     score_arithmetic},
    {{"form-fields",
      "Fails when a field of the form is empty or still a placeholder; a blank form beside a "
      "filled "
      "one does not count.",
      "申报书有栏目未填或仍为模板文字的，不通过；已填写的表之外所附的空白表不计。", kFact, kFields},
     form_fields},
    {{"uscc-valid", "Fails when a unified social credit code does not check.",
      "统一社会信用代码校验不符的，不通过。", kFact, kCode},
     uscc_valid},
    {{"phrase-found", "Review unless the phrase was found.", "没有找到该文字的，由人核对。", kFact,
      kPhrase},
     phrase_found},
    {{"person-decides", "Always review, with the facts side by side.",
      "总是由人判断，程序把有关内容并列。", kFacts, kFound},
     person_decides},
    {{"sealed", "Review unless the print of a seal was seen on the material; it is not judged.",
      "材料上没有看到印章的，由人核对；不辨真伪。", kSeal, kSealed},
     sealed},
    {{"says",
      "Passes when a sentence states a word of `good`, fails when one states a word of `bad`; what "
      "is negated, listed or only mentioned is for a person. `year-before` 1: only sentences that "
      "name the year before the reference date count.",
      "有句子写明 good 所列的词的，通过；写明 bad "
      "所列的词的，不通过；否定、并列或仅提及的，由人核对。year-before 为 1 "
      "时只看写明审查基准日上一年度的句子。",
      kSays, kFoundOnly},
     says},
    {{"phrases-all",
      "Passes when the readings have a word of each group of `wanted`; `missing` (review, fail) "
      "says what it is when one is missing and everything was read.",
      "wanted 的每一组都有一个词读到的，通过；缺一组而全部材料均已读取的，按 missing（review 或 "
      "fail）。",
      kPhrasesAll, kFoundAndMissing},
     phrases_all},
    {{"words-absent",
      "Passes when nothing was found and everything was read; what was found is "
      "for a person.",
      "没有读到这些词而且全部材料均已读取的，通过；读到的，由人核对。", kFact, kFoundOnly},
     words_absent},
    {{"superseded", "Review when only `old` is cited, and not `new`.",
      "只引用了 old 而没有引用 new 的，由人核对。", kSuperseded, kFoundOnly},
     superseded},
    {{"patents-agree",
      "Passes when the statement, the platform's page and the foreword all say one of `nil`; "
      "anything else is for a person.",
      "披露说明、平台页面和前言都表示 nil 所列的意思的，通过；其他情形由人核对。", kPatents,
      kFoundOnly},
     patents_agree},
    {{"code-class",
      "Passes when a credit code begins with one of `classes` and its region with one of "
      "`regions`; review for `person-regions`; else `otherwise` (fail, review).",
      "信用代码以 classes 之一开头、行政区划以 regions 之一开头的，通过；属于 person-regions "
      "的由人核对；其他按 otherwise（fail 或 review）。",
      kCodeClass, kCode},
     code_class},
    {{"same-party",
      "Passes when a name of `fact` is one of `other` (at `position`, counted from 1); near names "
      "are for a person.",
      "fact 的一个名称与 other（第 position 位，从 1 数起）的一个相同的，通过；相近的由人核对。",
      kSameParty, kValueAndOther},
     same_party},
    {{"consents",
      "Passes when each of `parties` has an opinion with date and seal; fails when its block is "
      "not on the form.",
      "parties 的每一方都有写明日期并盖章的意见的，通过；表上没有该方意见栏的，不通过。", kConsents,
      kConsentsSay},
     consents},
    {{"by-cut-off", "Passes when the date is not after the reference date.",
      "该日期不晚于审查基准日的，通过。", kFact, kDateAndCutOff},
     by_cut_off},
    {{"quantity-at-least",
      "Passes when the number is at least `minimum`. A lower one fails, with `promise` only where "
      "its sentence has one of these words.",
      "该数不小于 minimum 的，通过；小于的不通过，给出 promise "
      "时只有所在句子含有其中一个词的才不通过，其他由人核对。",
      kQuantity, kValueAndMinimum},
     quantity_at_least},
    {{"ratio-at-least", "Passes when `part` is at least `percent` per cent of `whole`.",
      "part 不少于 whole 的百分之 percent 的，通过。", kRatio, kRatioSays},
     ratio_at_least},
    {{"formats-present",
      "Passes when the material has a file of each group of `formats`; `missing` (review, fail) "
      "says what it is when one is missing and everything was read.",
      "该材料有 formats 每一组格式的文件的，通过；缺一组而全部材料均已读取的，按 missing（review "
      "或 fail）。",
      kFormats, kMissingAndFiles},
     formats_present},
    {{"each-part-states",
      "Review unless every part of the material states each of `facts`; `names` are their words in "
      "the message.",
      "该材料的每一份都写明各项事实的，通过；否则由人核对。names 为这些事实在提示中的名称。",
      kEachPart, kMissing},
     each_part_states},
    {{"ranked", "Fails when the ranks of a list are not 1 to n, each once.",
      "一份表的排序不是从 1 到 n 各一次的，不通过。", kFact, kRanks},
     ranked},
    {{"found", "Passes when the thing was read, fails when it was not and everything was read.",
      "读到的，通过；没有读到而全部材料均已读取的，不通过。", kFact, kFoundOnly},
     found},
    {{"one-standard",
      "Review when covers and pages in `materials` have numbers that are not of one standard; "
      "editions and parts of one are named.",
      "materials "
      "中的封面和页面出现不属于同一标准的编号的，由人核对；同一标准的其他版本和部分只列出。",
      kOneStandard, kFound},
     one_standard},
    {{"copies-agree",
      "Review when two copies of one material differ in a field of the matrix or in a field "
      "`fields` of the form; only materials in which `about` is looked for.",
      "同一材料的两份文件在对照表各项或申报书栏目（fields）上所写不同的，由人核对；只比较查找 "
      "about "
      "的材料。",
      kCopies, kFilesAndCount},
     copies_agree},
    {{"value-is", "Passes when every reading is one of `values`, fails when none is.",
      "所有读数都属于 values 的，通过；都不属于的，不通过。", kValueIs, kValue},
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
