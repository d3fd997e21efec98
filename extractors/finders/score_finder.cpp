// Points of self-score sheets as facts: items, sub-totals, totals, and the items
// that were left blank with their maxima. score_sheet.h says how sheets are read.
//
// It refuses to mix an unfilled sheet (for the other class of standards) with the
// filled one: blank sheets count only where no sheet is filled.
//
// Tested by tests/finders/score_finder_test.cpp.
#include "extractors/finders/score_finder.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "extractors/finders/finder_fact.h"
#include "extractors/finders/quote.h"
#include "extractors/finders/score_sheet.h"

namespace biaoshen {
namespace {

// Which entries the call asks for.
enum class Wanted : unsigned char { item, subtotal, total, maximum, nothing };

Wanted wanted_by(const FactSpec& spec) {
  const std::string_view field = parameter(spec, "field");
  if (field == "item") return Wanted::item;
  if (field == "subtotal") return Wanted::subtotal;
  if (field == "total") return Wanted::total;
  return field == "maximum" ? Wanted::maximum : Wanted::nothing;
}

bool is_blank(const ScoreEntry& entry) {
  return !entry.points && entry.unread.empty();
}

std::vector<ScoreEntry> entries_of(const ScoreSheet& sheet, Wanted wanted) {
  if (wanted == Wanted::subtotal) return sheet.subtotals;
  if (wanted == Wanted::total) return sheet.totals;
  std::vector<ScoreEntry> entries;
  std::copy_if(sheet.items.begin(), sheet.items.end(), std::back_inserter(entries),
               [&](const ScoreEntry& e) { return is_blank(e) == (wanted == Wanted::maximum); });
  return entries;
}

Fact fact_of(const File& file, const Part& part, const FactSpec& spec, const ScoreEntry& entry,
             Wanted wanted) {
  TypedValue value;
  if (entry.points) {
    value.value = shortest(*entry.points);
    value.typed = *entry.points;
  } else if (!entry.unread.empty()) {
    value.value = entry.unread;
    value.doubt = "unparsed";
  }
  const FactPlace at{file, part, *entry.page, spec};
  Fact fact = fact_at(at, entry.begin, entry.end, std::move(value));
  if (wanted == Wanted::item || wanted == Wanted::maximum)
    fact.details.emplace_back("name", entry.name);
  if (entry.maximum) fact.details.emplace_back("maximum", shortest(*entry.maximum));
  if (wanted != Wanted::total) fact.details.emplace_back("group", entry.group);
  return fact;
}

// Totals of the text that no table's row has given already.
void add_text_totals(std::vector<ScoreEntry>& totals, const std::vector<const Page*>& pages) {
  for (const Page* page : pages) {
    for (ScoreEntry& total : totals_in_text(*page)) {
      const bool known = std::any_of(totals.begin(), totals.end(), [&](const ScoreEntry& t) {
        return t.page == page && t.begin < total.end && total.begin < t.end;
      });
      if (!known) totals.push_back(std::move(total));
    }
  }
}

}  // namespace

std::vector<Fact> find_score(const Dossier& dossier, const Part& part, const FactSpec& spec) {
  const Wanted wanted = wanted_by(spec);
  const auto pages = pages_of(dossier, part);
  const auto sheets = read_score_sheets(pages);
  const bool any_filled =
      std::any_of(sheets.begin(), sheets.end(), [](const ScoreSheet& s) { return s.is_filled(); });
  std::vector<ScoreEntry> entries;
  for (const ScoreSheet& sheet : sheets) {
    if (any_filled && !sheet.is_filled()) continue;
    const auto more = entries_of(sheet, wanted);
    entries.insert(entries.end(), more.begin(), more.end());
  }
  if (wanted == Wanted::total) add_text_totals(entries, pages);
  std::vector<Fact> facts;
  for (const ScoreEntry& entry : entries) {
    facts.push_back(fact_of(dossier.files[part.file], part, spec, entry, wanted));
  }
  return facts;
}

}  // namespace biaoshen
