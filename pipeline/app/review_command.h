// `biaoshen review PATH… --out OUT`: each PATH is a dossier; what goes wrong with one does
// not stop the others.
#pragma once

#include <string>
#include <vector>

#include "pipeline/app/review_run.h"

namespace biaoshen {

struct ReviewOptions : ReviewSettings {
  std::vector<std::string> paths;
  std::string log;  // path; empty: none is written
};

int review_command(const ReviewOptions& options);

}  // namespace biaoshen
