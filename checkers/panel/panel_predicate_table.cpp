#include "checkers/panel/panel_predicate_table.h"

#include <algorithm>

#include "checkers/panel/panel_predicates.h"

namespace biaoshen {
namespace {

using Names = std::string_view;
constexpr Names kSize[] = {"minimum!:whole", "maximum!:whole", "odd"};
constexpr Names kTitles[] = {"titles!", "except"};
constexpr Names kLink[] = {"names!:facts", "employers!:facts"};

constexpr Names kSizeSays[] = {"count", "minimum", "maximum", "experts"};
constexpr Names kTitlesSays[] = {"count", "experts"};
constexpr Names kLinkSays[] = {"count", "experts", "dossiers"};

constexpr PanelPredicateRow kPredicates[] = {
    {{"panel-size",
      "Fails when the panel has fewer than `minimum` or more than `maximum` experts; review where "
      "`odd` is yes and the number even, and where somebody is listed twice.",
      "人数少于 minimum 或多于 maximum 的，不通过；odd 为 yes "
      "而人数为双数的、有人重复列出的，由人核对。",
      kSize, kSizeSays},
     panel_size},
    {{"senior-titles",
      "Passes when the title of each expert has one of the words of `titles` that does not follow "
      "助理 and is not part of a word of `except`; review for the others.",
      "每位专家的职称含有 titles 之一的，通过；跟在“助理”之后的、属于 except "
      "所列词的，不算；其余由人核对。",
      kTitles, kTitlesSays},
     senior_titles},
    {{"no-link",
      "Compares the employer of each expert with the facts of `employers` and the name with those "
      "of `names`, dossier by dossier. The same name fails; a near one, one that was read with "
      "doubt, and a fact that could not be read are for a person.",
      "逐件比对专家的工作单位与 employers 各项、姓名与 names "
      "各项：相同的不通过；相近的、存疑的、未能读取的，由人核对。",
      kLink, kLinkSays},
     no_link},
};

}  // namespace

std::span<const PanelPredicateRow> panel_predicate_table() {
  return kPredicates;
}

const PanelPredicateRow* panel_predicate_row(std::string_view name) {
  const auto* found = std::find_if(std::begin(kPredicates), std::end(kPredicates),
                                   [&](const PanelPredicateRow& row) { return row.name == name; });
  return found == std::end(kPredicates) ? nullptr : found;
}

}  // namespace biaoshen
