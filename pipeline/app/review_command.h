// `biaoshen review PATH… --out OUT`: each PATH is a dossier; what goes wrong with one does
// not stop the others.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/model/profile.h"

namespace biaoshen {

struct ReviewOptions {
  std::vector<std::string> paths;
  std::string out, programme, as_of, fail_on;
  unsigned jobs = 0;                 // 0: one a core
  Language language = Language::zh;  // of the dossier
};

int review_command(const ReviewOptions& options);

}  // namespace biaoshen
