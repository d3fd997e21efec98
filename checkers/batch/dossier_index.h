// Which dossiers a row of a recommender's list may mean, found without asking each: a night may
// have a hundred thousand of both.
//
// A name with one wrong character still has its first or its second half whole, so a dossier stands
// under its whole names and under both halves of each.
//
//   机器人安全技术要求, 9 characters     found under 机器人安全技术要求, under 机器人安 and under
//                                    全技术要求: by 机器入安全技术要求, by 机器人安全技术需求
//
// It refuses to judge: match() in recommended_row.h does. A row that names only a unit is answered
// with all dossiers, for units are alike in too many ways.
//
// Tested by tests/batch/dossier_index_test.cpp.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "checkers/batch/recommended_row.h"

namespace biaoshen {

class DossierIndex {
 public:
  // The dossiers outlive it and stay where they are.
  explicit DossierIndex(const std::vector<NamedDossier>& dossiers);

  // All that match() finds for the row, in their order, and perhaps others.
  std::vector<const NamedDossier*> candidates(const RecommendedRow& row) const;

 private:
  void add_under(std::size_t key, std::vector<std::uint32_t>& found) const;

  const std::vector<NamedDossier>& dossiers_;
  std::vector<std::pair<std::size_t, std::uint32_t>> places_;  // by key
};

}  // namespace biaoshen
