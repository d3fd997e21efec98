#include "checkers/batch/entry_facts.h"

#include <algorithm>

#include "checkers/predicates/readings.h"
#include "pipeline/base/text.h"
#include "pipeline/model/party_name.h"

namespace biaoshen {
namespace {

constexpr std::size_t kListed = 12;
constexpr std::size_t kMostEvidence = 60;

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return text;
}

}  // namespace

std::vector<const Fact*> entry_facts(const BatchEntry& entry, const Check& check,
                                     std::string_view name) {
  std::vector<const Fact*> found;
  for (std::string_view wanted : list_parameter(check, name)) {
    for (const Fact& fact : entry.facts)
      if (fact.name == wanted && is_of_application(fact)) found.push_back(&fact);
  }
  return found;
}

std::string comparable(std::string_view print) {
  std::string text = upper(bare(folded(print)));
  for (std::string_view mark : {"《", "》"}) text = replace_all(std::move(text), mark, "");
  return text;
}

bool is_telling(std::string_view comparable) {
  constexpr std::size_t kShortest = 4;
  return count_code_points(comparable) >= kShortest;
}

Entries applications(const BatchInput& input) {
  Entries found;
  for (std::size_t i = 0; i < input.entries.size(); ++i)
    if (input.entries[i].is_application) found.insert(i);
  return found;
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < std::min(names.size(), kListed); ++i)
    out += (i == 0 ? "" : "、") + names[i];
  if (names.size() > kListed) out += "……（" + std::to_string(names.size()) + "）";
  return out;
}

std::string dossier_names(const BatchInput& input, const Entries& entries) {
  std::vector<std::string> names;
  for (std::size_t i : entries) names.push_back(input.entries[i].name);
  return joined(names);
}

void add_evidence(BatchOutcome& outcome, std::size_t entry, const Fact& fact) {
  if (outcome.evidence.size() < kMostEvidence) outcome.evidence.push_back({entry, fact.quote});
}

BatchOutcome outcome_about(const BatchInput& input, const Entries& entries) {
  BatchOutcome outcome;
  outcome.concerned.assign(entries.begin(), entries.end());
  outcome.arguments["dossiers"] = dossier_names(input, entries);
  return outcome;
}

// Names are the same where stem and form are, of one of them perhaps as it was formerly (match() in
// party_name.h). Looked up, for a batch may have as many bodies as dossiers.
std::vector<std::string> distinct_parties(const std::vector<const Fact*>& readings) {
  using Key = std::pair<std::u32string, PartyName::Form>;
  const auto key_of = [](const PartyName& name) { return Key(name.stem, name.form); };
  std::vector<std::string> distinct;
  std::set<Key> present, former;
  for (const Fact* fact : readings) {
    const PartyName name = party_name(fact->value);
    const auto was_present = [&](const PartyName& old) {
      return !old.stem.empty() && present.contains(key_of(old));
    };
    const bool is_known = was_present(name) ||
                          (!name.stem.empty() && former.contains(key_of(name))) ||
                          std::any_of(name.former.begin(), name.former.end(), was_present);
    if (is_known) continue;
    present.insert(key_of(name));
    for (const PartyName& old : name.former) former.insert(key_of(old));
    distinct.push_back(squeeze(fact->value));
  }
  return distinct;
}

}  // namespace biaoshen
