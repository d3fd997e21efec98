// The samples of samples/, made once a test run, and their reviews, made once as well.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/app/run_program.h"

namespace biaoshen::test {

struct Sample {
  std::string
      place;  // dossiers/good, rules/date.order/fail-implemented-first, formats/pdf/rotated.pdf
  std::filesystem::path path;
  Json expected;
};

struct Reviewed {
  const Sample* sample = nullptr;
  Ran ran;
  std::filesystem::path folder;  // OUT/<name>
  Json dossier;                  // null where there is no dossier.json or it is not JSON
};

// Below dossiers/ and rules/, in the order of their places.
const std::vector<Sample>& sample_dossiers();
// Below formats/.
const std::vector<Sample>& sample_formats();
// Below batches/: an inbox each. Below panels/: a list of experts each.
const std::vector<Sample>& sample_batches();
const std::vector<Sample>& sample_panels();
const Sample& sample_at(const std::string& place);
const std::filesystem::path& good_dossier();

// Reviews of all sample dossiers, in their order.
const std::vector<Reviewed>& sample_reviews();
Reviewed review(const Sample& sample, const std::filesystem::path& out,
                const Environment& more = {});

// SHA-256 over the names, times and contents of everything in a folder.
std::string digest_of(const std::filesystem::path& folder);
// The digest of the samples just after they were made.
const std::string& samples_digest_when_made();
std::filesystem::path samples_folder();

}  // namespace biaoshen::test
