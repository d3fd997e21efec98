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
      kSize, kSizeSays},
     panel_size},
    {{"senior-titles",
      "Passes when the title of each expert has one of the words of `titles` that does not follow "
      "助理 and is not part of a word of `except`; review for the others.",
      kTitles, kTitlesSays},
     senior_titles},
    {{"no-link",
      "Compares the employer of each expert with the facts of `employers` and the name with those "
      "of `names`, dossier by dossier. The same name fails; a near one, one that was read with "
      "doubt, and a fact that could not be read are for a person.",
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
