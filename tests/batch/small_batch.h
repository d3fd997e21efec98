// A batch in a few lines, for tests of predicates: dossiers with readings, each with a quote.
// What a test does not say is an application and read without doubt.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen {

struct SmallBatch {
  Profile profile;
  std::vector<BatchEntry> entries, elsewhere;

  SmallBatch() {
    profile.id = "test-programme";
    profile.version = "1";
  }

  // The last entry is the one that `fact` and `file` add to.
  SmallBatch& dossier(std::string name) {
    BatchEntry entry;
    entry.name = std::move(name);
    entry.programme = profile.id;
    entry.version = profile.version;
    entries.push_back(std::move(entry));
    return *this;
  }

  SmallBatch& fact(std::string name, std::string value,
                   std::vector<std::pair<std::string, std::string>> details = {},
                   std::string doubt = "") {
    Fact fact;
    fact.name = std::move(name);
    fact.value = value;
    fact.quote.file = "f01";
    fact.quote.page = 1;
    fact.quote.text = std::move(value);
    fact.doubt = std::move(doubt);
    fact.details = std::move(details);
    entries.back().facts.push_back(std::move(fact));
    return *this;
  }

  SmallBatch& doubtful(std::string name, std::string value) {
    return fact(std::move(name), std::move(value), {}, "ocr");
  }

  // A row of a recommender's list.
  SmallBatch& row(std::string unit, std::string project, std::string rank = "") {
    return fact("roster", project, {{"unit", unit}, {"project", project}, {"rank", rank}});
  }

  SmallBatch& file(std::string path, char contents, std::string material) {
    entries.back().files.push_back({"f0" + std::to_string(entries.back().files.size() + 1),
                                    std::move(path),
                                    std::string(64, contents),
                                    {std::move(material)}});
    return *this;
  }

  BatchInput input() const { return {profile, entries, elsewhere}; }

  std::vector<BatchOutcome> ask(BatchPredicate predicate, Parameters parameters) const {
    return predicate(input(), Check{"", std::move(parameters), {}});
  }
};

inline bool says(const Wording& wording, const std::string& part) {
  return wording.zh.find(part) != std::string::npos;
}

}  // namespace biaoshen
