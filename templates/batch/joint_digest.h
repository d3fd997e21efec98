// Says from what the findings of a batch in a result were made, in dossier.json and in the section
// of dossier.html: whatever would change one of them changes the digest. The two files are
// published together in one rename, so that a later batch that finds its digest in dossier.json
// need not open dossier.html to know that both are as they should be.
//
// Each finding is taken in once, however many dossiers it is about.
//
// Tested by tests/batch/joint_digest_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "pipeline/model/batch_report.h"
#include "pipeline/model/presentation.h"

namespace biaoshen {

class JointDigests {
 public:
  // The report outlives it, with its rows and findings where they are.
  JointDigests(const BatchReport& report, const BatchNames& names,
               const Presentation& presentation);

  // For the result of `dossier` with the findings about it. None: there are none.
  std::optional<std::string> of(std::string_view dossier) const;

 private:
  const BatchNames& names_;
  std::string all_alike_;  // what goes into each
  std::unordered_map<const JointFinding*, std::string> findings_;
};

}  // namespace biaoshen
