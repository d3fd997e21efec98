// Rows of the recommenders' lists (推荐汇总表) in a batch, and which dossier each row means.
//
// A row surely means a dossier where project or number reads the same and the units are not
// different ones. Where the unit is another, or one character of the project's name, it is
// nearly that dossier, for a person to confirm. A row that stands in several copies of a
// list counts once.
//
// Tested by tests/batch/listed_test.cpp.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "checkers/batch/entry_facts.h"
#include "pipeline/model/party_name.h"

namespace biaoshen {

struct RecommendedRow {
  std::size_t entry;            // where the list stands
  const Fact* fact;             // its roster fact
  PartyName unit;               // empty where the row has none
  std::string project, number;  // comparable; empty where the row has none
};

// A dossier by the names that a row may call it.
struct NamedDossier {
  std::size_t entry;
  std::vector<std::string> projects;  // comparable: titles and numbers
  std::vector<PartyName> units;
};

enum class RowMatch : unsigned char { none, nearly, surely };

std::vector<RecommendedRow> recommended_rows(const BatchInput& input, const Check& check);
// The applications among `entries`.
std::vector<NamedDossier> named_dossiers(std::span<const BatchEntry> entries, const Check& check);
RowMatch match(const RecommendedRow& row, const NamedDossier& dossier);

// What a list calls its row: 项目（单位）.
std::string shown(const RecommendedRow& row);

}  // namespace biaoshen
