// The standards that the text cites beside those that a comparison names: what an expert needs to
// judge whether technical requirements are below others. Which facts are meant stands in the
// rules: those that a person decides from facts which are standard numbers.
#include <algorithm>
#include <set>

#include "pipeline/base/text.h"
#include "templates/view_parts.h"

namespace biaoshen {
namespace {

constexpr std::size_t kListedStandards = 200;
constexpr std::size_t kListedPlaces = 4;  // of one standard in one column

const StandardNumber* other_standard(const Fact& fact) {
  const auto* number = std::get_if<StandardNumber>(&fact.typed);
  const bool is_own = number != nullptr &&
                      (number->role == NumberRole::own || number->role == NumberRole::replaced);
  return is_own ? nullptr : number;
}

std::set<std::string, std::less<>> facts_a_person_compares(const Profile& profile) {
  std::set<std::string, std::less<>> out;
  const auto add = [&](const Check& check) {
    const auto facts = check.parameters.find("facts");
    if (check.predicate != "person-decides" || facts == check.parameters.end()) return;
    for (const std::string_view name : split(facts->second, '|')) out.emplace(trim(name));
  };
  for (const RuleSpec& rule : profile.rules) for_each_check(rule.condition, add);
  return out;
}

// Those facts that are numbers of other standards here: what the text itself cites, then the rest
// in the order of the profile.
std::vector<const FactSpec*> columns_of(const Review& review) {
  const auto compared = facts_a_person_compares(review.profile);
  std::vector<const FactSpec*> out;
  for (const FactSpec& spec : review.profile.facts) {
    const bool is_new =
        std::ranges::none_of(out, [&](const FactSpec* known) { return known->name == spec.name; });
    const bool is_there = std::ranges::any_of(review.facts, [&](const Fact& fact) {
      return fact.name == spec.name && other_standard(fact) != nullptr;
    });
    if (is_new && is_there && compared.contains(spec.name)) out.push_back(&spec);
  }
  std::stable_partition(out.begin(), out.end(),
                        [](const FactSpec* spec) { return spec->finder == "cited"; });
  return out;
}

// By its number alone: recommended standards say so with /T, guides with /Z.
bool is_mandatory(const StandardNumber& number) {
  return number.nature.empty() &&
         (number.kind == NumberKind::national || number.kind == NumberKind::industry ||
          number.kind == NumberKind::local);
}

struct Row {
  const StandardNumber* number;
  std::vector<std::vector<CitedPlaceView>> places;  // one list for each column
};

void add_place(const ViewSource& source, std::vector<CitedPlaceView>& places, const Quote& quote) {
  CitedPlaceView place{source.link(quote.file), {}};
  if (quote.page > 0)
    place.place = source.in_words("page", {{"pages", std::to_string(quote.page)}});
  const bool is_known = std::ranges::any_of(places, [&](const CitedPlaceView& one) {
    return one.file.id == place.file.id && one.place == place.place;
  });
  if (!is_known && places.size() < kListedPlaces) places.push_back(std::move(place));
}

std::vector<Row> rows_of(const ViewSource& source, const std::vector<const FactSpec*>& columns) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (const Fact& fact : source.review.facts) {
      const StandardNumber* number = other_standard(fact);
      if (fact.name != columns[i]->name || number == nullptr) continue;
      auto row = std::ranges::find_if(
          rows, [&](const Row& one) { return one.number->key == number->key; });
      if (row == rows.end())
        row = rows.insert(row, {number, std::vector<std::vector<CitedPlaceView>>(columns.size())});
      add_place(source, row->places[i], fact.quote);
    }
  }
  return rows;
}

// Whether the same standard is named with another year, or once with and once without.
bool has_other_year(const std::vector<Row>& rows, const StandardNumber& number) {
  return std::ranges::any_of(rows, [&](const Row& row) {
    const StandardNumber& other = *row.number;
    return other.prefix == number.prefix && other.code == number.code &&
           other.nature == number.nature && other.sequence == number.sequence &&
           other.year != number.year;
  });
}

CitedRowView row_view(const ViewSource& source, const std::vector<std::string>& columns,
                      const std::vector<Row>& rows, const Row& row) {
  const StandardNumber& number = *row.number;
  CitedRowView out;
  out.number = source.brief(number.display, kLongestLine);
  out.kind = source.code_in_words("kind.", std::string(name_of(number.kind)));
  out.is_undated = number.year.empty();
  out.year = out.is_undated ? source.in_words("cited.undated") : number.year;
  if (is_mandatory(number)) out.mandatory = source.in_words("cited.mandatory");
  if (has_other_year(rows, number)) out.other_year = source.in_words("cited.other-year");
  for (std::size_t i = 0; i < columns.size(); ++i) out.cells.push_back({columns[i], row.places[i]});
  return out;
}

}  // namespace

CitedView cited_view(const ViewSource& source) {
  const std::vector<const FactSpec*> columns = columns_of(source.review);
  const std::vector<Row> rows = rows_of(source, columns);
  CitedView out;
  std::size_t undated = 0, mandatory = 0;
  for (const FactSpec* column : columns)
    out.columns.push_back(column->material.empty() ? source.in_words("cited.in-dossier")
                                                   : source.material_title(column->material));
  for (const Row& row : rows) {
    undated += row.number->year.empty() ? 1 : 0;
    mandatory += is_mandatory(*row.number) ? 1 : 0;
    if (out.rows.size() < kListedStandards)
      out.rows.push_back(row_view(source, out.columns, rows, row));
  }
  out.sum = source.in_words("cited.sum", {{"count", std::to_string(rows.size())},
                                          {"undated", std::to_string(undated)},
                                          {"mandatory", std::to_string(mandatory)}});
  if (const std::size_t rest = rows.size() - out.rows.size(); rest > 0)
    out.unlisted = source.in_words("evidence.unlisted", {{"count", std::to_string(rest)}});
  return out;
}

}  // namespace biaoshen
