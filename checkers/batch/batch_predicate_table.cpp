#include "checkers/batch/batch_predicate_table.h"

#include <algorithm>

#include "checkers/batch/batch_predicates.h"

namespace biaoshen {
namespace {

using Names = std::string_view;
constexpr Names kSameStandard[] = {"fact!:facts", "applicant:facts", "recommender:facts"};
constexpr Names kSeries[] = {"drafter!:facts", "fact!:facts", "title:facts"};
constexpr Names kQuota[] = {"recommender!:facts", "maximum!:whole", "over", "kind-word"};
constexpr Names kListed[] = {"roster!:facts", "unit!:facts", "project!:facts", "recommender:facts"};
constexpr Names kSameProof[] = {"materials!:materials", "applicant:facts"};

constexpr Names kNumberSays[] = {"number", "dossiers"};
constexpr Names kSeriesSays[] = {"drafter", "dossiers"};
constexpr Names kQuotaSays[] = {"recommender", "count", "maximum", "dossiers"};
constexpr Names kListedSays[] = {"recommender", "missing", "unlisted"};
constexpr Names kProofSays[] = {"files", "dossiers"};

constexpr BatchPredicateRow kPredicates[] = {
    {{"same-standard",
      "Review for dossiers of which `fact` (number, title) reads the same; says whether they come "
      "from several applicants or through several recommenders.",
      "fact（编号或名称）相同的各件申报由人核对，并说明是否由不同单位申报、经不同部门推荐。",
      kSameStandard, kNumberSays},
     same_standard},
    {{"series",
      "Review for dossiers with the same first drafter whose numbers or titles differ only by "
      "their part.",
      "第一起草单位相同、编号或名称只差部分号的各件申报，由人核对。", kSeries, kSeriesSays},
     series},
    {{"quota",
      "Counts the dossiers of each recommending province or body; more than `maximum` is what "
      "`over` says (review or fail; review where not given), but only review where the count rests "
      "on doubtful readings; review for dossiers without a readable recommender.",
      "按推荐的省份或部门计数，超过 maximum 的，按 over（review 或 fail，未给出时为 "
      "review）；计数依据存疑的，由人核对；读不到推荐单位的，由人核对。",
      kQuota, kQuotaSays},
     quota},
    {{"listed",
      "Compares the rows of the recommenders' lists with the dossiers by unit and project; review "
      "for dossiers in no list, for rows without a dossier, for ranks with gaps or doubles, and "
      "where there is no list.",
      "推荐汇总表的各行与各件申报按单位和项目名称比对：不在表中的申报、没有申报的行、排序有空缺或重"
      "复的、没有汇总表的，由人核对。",
      kListed, kListedSays},
     listed},
    {{"same-proof", "Review for a file that serves as one of `materials` for different applicants.",
      "同一文件由不同单位作为 materials 之一提交的，由人核对。", kSameProof, kProofSays},
     same_proof},
};

}  // namespace

std::span<const BatchPredicateRow> batch_predicate_table() {
  return kPredicates;
}

const BatchPredicateRow* batch_predicate_row(std::string_view name) {
  const auto* found = std::find_if(std::begin(kPredicates), std::end(kPredicates),
                                   [&](const BatchPredicateRow& row) { return row.name == name; });
  return found == std::end(kPredicates) ? nullptr : found;
}

}  // namespace biaoshen
