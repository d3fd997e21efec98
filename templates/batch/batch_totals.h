// What a batch adds up to: by programme, and by what is found most often.
//
// Tested by tests/batch/batch_totals_test.cpp.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/model/batch_report.h"

namespace biaoshen {

// A programme, and what became of its applications.
struct ProgrammeTotal {
  std::string title;
  std::set<std::string> as_of;
  std::size_t count = 0, returned = 0, review = 0, ready = 0;
};
using ProgrammeTotals = std::map<std::pair<std::string, std::string>, ProgrammeTotal>;
// By id and version; those of which there are only recommenders' papers count nothing.
ProgrammeTotals programme_totals(const BatchReport& report);
// Of the entry's programme, from 1.
std::size_t place_among(const ProgrammeTotals& totals, const BatchEntry& entry);

// A rule, and in how many dossiers it failed or is open.
struct RuleCount {
  std::string rule, title;
  std::size_t fail = 0, review = 0;
};
class RuleCounts {
 public:
  void add(const DossierState& state);
  std::vector<RuleCount> sorted() const;  // those that fail most often first

 private:
  std::map<std::string, RuleCount, std::less<>> by_rule_;
};

}  // namespace biaoshen
