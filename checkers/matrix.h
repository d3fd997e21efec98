// The consistency matrix: what each material says of each field, side by side.
//
// It shows and does not judge; `consistent` rules do. A row agrees when all its
// readings have one value. Equal readings of one material are shown once.
//
// Tested by tests/checkers/readings_test.cpp.
#pragma once

#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen {

std::vector<MatrixRow> consistency_matrix(const CheckInput& input);

}  // namespace biaoshen
