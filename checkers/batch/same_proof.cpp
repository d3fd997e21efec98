// One file handed in as proof by two applicants: the same bytes serve as one of the materials
// in dossiers of different bodies. A body may use its own proof for several standards.
//
// Where an applicant is not readable, or only nearly the same, the file is shown as well: a
// person sees at once whether it is one body.
//
// Tested by tests/batch/same_proof_test.cpp.
#include <algorithm>
#include <map>

#include "checkers/batch/batch_predicates.h"
#include "checkers/batch/entry_facts.h"
#include "checkers/predicates/readings.h"
#include "pipeline/base/sha256.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostUses = 60;  // that are shown

struct Use {
  std::size_t entry;
  const BatchFile* file;
};

// An empty file is the same as every other empty file.
bool has_contents(const BatchFile& file) {
  static const std::string kNothing = sha256("");
  return !file.sha256.empty() && file.sha256 != kNothing;
}

bool serves_as(const BatchFile& file, const std::vector<std::string_view>& materials) {
  return std::any_of(file.materials.begin(), file.materials.end(), [&](const std::string& own) {
    return std::find(materials.begin(), materials.end(), own) != materials.end();
  });
}

// Uses of each file by its contents, one a dossier.
std::map<std::string, std::vector<Use>> uses_by_contents(const BatchInput& input,
                                                         const Check& check) {
  const auto materials = list_parameter(check, "materials");
  std::map<std::string, std::vector<Use>> uses;
  for (const std::size_t i : applications(input)) {
    for (const BatchFile& file : input.entries[i].files) {
      if (!has_contents(file) || !serves_as(file, materials)) continue;
      auto& known = uses[file.sha256];
      if (known.empty() || known.back().entry != i) known.push_back({i, &file});
    }
  }
  return uses;
}

// Every pair of dossiers names one applicant.
bool is_one_applicant(const BatchInput& input, const Check& check, const Entries& entries) {
  std::vector<const Fact*> readings;
  for (const std::size_t i : entries) {
    const auto applicants = entry_facts(input.entries[i], check, "applicant");
    if (applicants.empty()) return false;
    readings.insert(readings.end(), applicants.begin(), applicants.end());
  }
  return distinct_parties(readings).size() == 1;
}

Quote name_of_file(const BatchFile& file) {
  Quote quote;
  quote.file = file.id;
  quote.text = file.path;
  quote.origin = Origin::name;
  return quote;
}

BatchOutcome outcome_of(const BatchInput& input, const Check& check, const Entries& entries,
                        const std::vector<Use>& uses) {
  BatchOutcome outcome = outcome_about(input, entries);
  std::vector<std::string> files;
  std::vector<const Fact*> applicants;
  for (const Use& use : uses) {
    files.push_back(input.entries[use.entry].name + "/" + use.file->path);
    if (outcome.evidence.size() < kMostUses)
      outcome.evidence.push_back({use.entry, name_of_file(*use.file)});
  }
  for (const std::size_t i : entries)
    for (const Fact* fact : entry_facts(input.entries[i], check, "applicant"))
      applicants.push_back(fact);
  outcome.arguments["files"] = joined(files);
  const std::string names = joined(distinct_parties(applicants));
  outcome.reason = {"同一文件用于不同的申报：" + joined(files) +
                        (names.empty() ? "；未读出申报单位" : "；申报单位：" + names),
                    "one file in several applications: " + joined(files) +
                        (names.empty() ? "; no applicant was read" : "; applicants: " + names)};
  return outcome;
}

}  // namespace

std::vector<BatchOutcome> same_proof(const BatchInput& input, const Check& check) {
  std::map<Entries, std::vector<Use>> shared;  // files of the same dossiers are one finding
  for (const auto& [contents, uses] : uses_by_contents(input, check)) {
    Entries entries;
    for (const Use& use : uses) entries.insert(use.entry);
    if (entries.size() < 2 || is_one_applicant(input, check, entries)) continue;
    auto& known = shared[entries];
    if (known.size() < kMostUses) known.insert(known.end(), uses.begin(), uses.end());
  }
  std::vector<BatchOutcome> outcomes;
  for (const auto& [entries, uses] : shared)
    outcomes.push_back(outcome_of(input, check, entries, uses));
  return outcomes;
}

}  // namespace biaoshen
