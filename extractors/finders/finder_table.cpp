#include "extractors/finders/finder_table.h"

#include <algorithm>

#include "extractors/finders/cited_finder.h"
#include "extractors/finders/cover_finder.h"
#include "extractors/finders/dateline_finder.h"
#include "extractors/finders/form_finder.h"
#include "extractors/finders/label_finder.h"
#include "extractors/finders/names_finder.h"
#include "extractors/finders/numbers_finder.h"
#include "extractors/finders/opinion_finder.h"
#include "extractors/finders/option_finder.h"
#include "extractors/finders/period_finder.h"
#include "extractors/finders/phrase_finder.h"
#include "extractors/finders/platform_finder.h"
#include "extractors/finders/quantity_finder.h"
#include "extractors/finders/roster_finder.h"
#include "extractors/finders/score_finder.h"
#include "extractors/finders/seal_finder.h"
#include "extractors/finders/sentence_finder.h"

namespace biaoshen {
namespace {

constexpr std::string_view kField[] = {"field!"};
constexpr std::string_view kKinds[] = {"kinds"};
constexpr std::string_view kLabels[] = {"labels!", "type"};
constexpr std::string_view kFields[] = {"fields!"};
constexpr std::string_view kPhrases[] = {"phrases!"};
constexpr std::string_view kAbout[] = {"about!"};
constexpr std::string_view kAboutWith[] = {"about!", "with"};
constexpr std::string_view kAboutUnit[] = {"about!", "unit!"};
constexpr std::string_view kParties[] = {"parties!"};
constexpr std::string_view kColumns[] = {"columns!"};
constexpr std::string_view kLabelsOnly[] = {"labels!"};
constexpr std::string_view kLabelsOptions[] = {"labels!", "options!"};

constexpr FinderRow kFinders[] = {
    {"cover", "One field of the cover of a standard.", kField, find_cover},
    {"cited", "The standard numbers of the normative references, in order.", {}, find_cited},
    {"numbers", "Every standard number of the part, of the given kinds.", kKinds, find_all_numbers},
    {"label", "The value that belongs to a label, to its right or below it.", kLabels, find_label},
    {"form", "Each field of a form, with its state: filled, empty or placeholder.", kFields,
     find_form},
    {"score", "Points of a score sheet: items, subtotals, total, items left blank.", kField,
     find_score},
    {"platform", "One field of a page of a standards platform.", kField, find_platform},
    {"phrase", "Each place where a phrase stands, compared without blanks.", kPhrases, find_phrase},
    {"dateline",
     "The day a letter or notice was issued, as it stands below its text.",
     {},
     find_dateline},
    {"period", "A number of years stated in a sentence that has one of the words.", kAbout,
     find_period},
    {"sentence", "Each sentence, cell or line that has one of the words.", kAboutWith,
     find_sentence},
    {"quantity", "A number with its unit in a sentence that has one of the words.", kAboutUnit,
     find_quantity},
    {"opinion", "The block of a form where a party gives its opinion and seals it.", kParties,
     find_opinion},
    {"roster", "Each row of a list of dossiers.", kColumns, find_roster},
    {"names", "The names listed after a label, with their positions.", kLabelsOnly, find_names},
    {"option", "The option chosen at a label.", kLabelsOptions, find_option},
    {"seal", "Each print of a seal that was seen, with the name on it.", {}, find_seal},
};

}  // namespace

std::span<const FinderRow> finders() {
  return kFinders;
}

const FinderRow* finder_named(std::string_view name) {
  const auto row = std::find_if(std::begin(kFinders), std::end(kFinders),
                                [&](const FinderRow& r) { return r.name == name; });
  return row == std::end(kFinders) ? nullptr : row;
}

}  // namespace biaoshen
