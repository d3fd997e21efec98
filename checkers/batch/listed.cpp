// The recommenders' lists against the dossiers: both name the same projects, and the rows are
// ranked without gaps.
//
// One list may name projects of several programmes. A row that means a dossier of another one
// is in order; what is wrong with a list itself is told once, in the programme that it was
// taken for.
//
// It never fails: a list may be incomplete because a page of it was not readable, a row may
// call its project by another name. What does not agree is laid before a person.
//
// Tested by tests/batch/listed_test.cpp.
#include <algorithm>
#include <map>

#include "checkers/batch/batch_predicates.h"
#include "checkers/batch/dossier_index.h"
#include "checkers/batch/province_name.h"
#include "checkers/batch/recommended_row.h"
#include "checkers/batch/row_ranks.h"

namespace biaoshen {
namespace {

struct Comparison {
  Entries unlisted;
  std::vector<const RecommendedRow*> missing;
  std::vector<std::pair<const RecommendedRow*, std::size_t>> near;  // row, entry
};

// Dossiers that the row surely means.
Entries surely(const RecommendedRow& row, const DossierIndex& dossiers) {
  Entries found;
  for (const NamedDossier* dossier : dossiers.candidates(row))
    if (match(row, *dossier) == RowMatch::surely) found.insert(dossier->entry);
  return found;
}

bool is_own(const BatchInput& input, std::size_t entry) {
  return input.entries[entry].programme == input.profile.id;
}

// A dossier that a row surely means is not nearly another row's.
Comparison compare(const BatchInput& input, const std::vector<RecommendedRow>& rows,
                   const std::vector<NamedDossier>& dossiers,
                   const std::vector<NamedDossier>& elsewhere) {
  Comparison out;
  const DossierIndex index(dossiers), index_elsewhere(elsewhere);
  Entries found;
  std::vector<const RecommendedRow*> open;
  for (const RecommendedRow& row : rows) {
    const Entries meant = surely(row, index);
    found.insert(meant.begin(), meant.end());
    if (meant.empty() && surely(row, index_elsewhere).empty()) open.push_back(&row);
  }
  Entries listed = found;
  for (const RecommendedRow* row : open) {
    const auto like = index.candidates(*row);
    const auto near = std::ranges::find_if(like, [&](const NamedDossier* one) {
      return !found.contains(one->entry) && match(*row, *one) == RowMatch::nearly;
    });
    if (near == like.end()) {
      if (is_own(input, row->entry)) out.missing.push_back(row);
    } else {
      out.near.emplace_back(row, (*near)->entry);
      listed.insert((*near)->entry);
    }
  }
  for (const NamedDossier& dossier : dossiers)
    if (!listed.contains(dossier.entry)) out.unlisted.insert(dossier.entry);
  return out;
}

BatchOutcome no_list() {
  BatchOutcome outcome;
  outcome.reason = {"本批材料中没有读到推荐汇总表", "no recommender's list was read in this batch"};
  return outcome;
}

// Of each recommender, so that each can be asked for its own.
std::map<std::string, Entries> by_recommender(const BatchInput& input, const Check& check,
                                              const Entries& entries) {
  std::map<std::string, Entries> out;
  for (const std::size_t i : entries) {
    const auto readings = entry_facts(input.entries[i], check, "recommender");
    out[readings.empty() ? std::string() : province_name(readings.front()->value)].insert(i);
  }
  return out;
}

BatchOutcome not_in_list(const BatchInput& input, const Check& check,
                         const std::string& recommender, const Entries& entries) {
  BatchOutcome outcome = outcome_about(input, entries);
  const std::string names = dossier_names(input, entries);
  outcome.arguments["unlisted"] = names;
  outcome.arguments["recommender"] = recommender;
  outcome.reason = {"推荐汇总表中没有读到：" + names, "in no recommender's list: " + names};
  for (const std::size_t i : entries)
    for (const char* parameter : {"unit", "project"}) {
      const auto readings = entry_facts(input.entries[i], check, parameter);
      if (!readings.empty()) add_evidence(outcome, i, *readings.front());
    }
  return outcome;
}

// Rows without a dossier, shown where the list stands.
BatchOutcome without_dossier(const BatchInput& input,
                             const std::vector<const RecommendedRow*>& rows) {
  Entries lists;
  std::vector<std::string> names;
  for (const RecommendedRow* row : rows) {
    lists.insert(row->entry);
    names.push_back(shown(*row));
  }
  BatchOutcome outcome = outcome_about(input, lists);
  for (const RecommendedRow* row : rows) add_evidence(outcome, row->entry, *row->fact);
  outcome.arguments["missing"] = joined(names);
  outcome.reason = {"推荐汇总表所列项目没有对应的申报材料：" + joined(names),
                    "rows of a list without a dossier: " + joined(names)};
  return outcome;
}

BatchOutcome nearly_listed(const BatchInput& input, const Check& check, const RecommendedRow& row,
                           std::size_t entry) {
  BatchOutcome outcome = outcome_about(input, {entry});
  outcome.arguments["unlisted"] = input.entries[entry].name;
  outcome.arguments["missing"] = shown(row);
  outcome.reason = {"推荐汇总表所列“" + shown(row) + "”与材料 " + input.entries[entry].name +
                        " 相近，但单位或项目名称不一致",
                    "the row “" + shown(row) + "” is close to " + input.entries[entry].name +
                        ", but its unit or project is written in another way"};
  add_evidence(outcome, row.entry, *row.fact);
  for (const char* parameter : {"unit", "project"})
    for (const Fact* fact : entry_facts(input.entries[entry], check, parameter))
      add_evidence(outcome, entry, *fact);
  return outcome;
}

BatchOutcome badly_ranked(const BatchInput& input, const RankMistake& mistake) {
  BatchOutcome outcome = outcome_about(input, {mistake.entry});
  outcome.reason = {"推荐汇总表（" + input.entries[mistake.entry].name + "）" + mistake.what.zh,
                    "the list in " + input.entries[mistake.entry].name + ": " + mistake.what.en};
  for (const Fact* row : mistake.rows) add_evidence(outcome, mistake.entry, *row);
  return outcome;
}

}  // namespace

std::vector<BatchOutcome> listed(const BatchInput& input, const Check& check) {
  const std::vector<RecommendedRow> rows = recommended_rows(input, check);
  const std::vector<NamedDossier> dossiers = named_dossiers(input.entries, check);
  if (rows.empty()) return dossiers.empty() ? std::vector<BatchOutcome>() : std::vector{no_list()};
  std::vector<BatchOutcome> outcomes;
  const Comparison compared =
      compare(input, rows, dossiers, named_dossiers(input.elsewhere, check));
  for (const auto& [recommender, entries] : by_recommender(input, check, compared.unlisted))
    outcomes.push_back(not_in_list(input, check, recommender, entries));
  if (!compared.missing.empty()) outcomes.push_back(without_dossier(input, compared.missing));
  for (const auto& [row, entry] : compared.near)
    outcomes.push_back(nearly_listed(input, check, *row, entry));
  for (const RankMistake& mistake : rank_mistakes(input, check))
    if (is_own(input, mistake.entry)) outcomes.push_back(badly_ranked(input, mistake));
  return outcomes;
}

}  // namespace biaoshen
