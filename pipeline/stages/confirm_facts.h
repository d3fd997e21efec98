// What one reading cannot decide alone, the dossier sometimes can: a recognised value that
// another material says as well is right. Two prints of one thing are not misread the same
// way by chance.
//
//   confirmed by      the same value, read firmly in another material
//   confirm another   the same value in two materials, both recognised surely and as printed
//
// A number whose blank is lost (T/ABC2020015) takes the one of its firm twin; that is where
// the blank is, no guess. The same picture handed in twice is one reading, not two.
//
// It refuses to choose between values that differ; rules show both.
// Tested by tests/stages/confirm_facts_test.cpp.
#pragma once

#include <vector>

#include "pipeline/model/fact.h"

namespace biaoshen {

// The facts in their order; doubts that are resolved are gone, and the detail
// `confirmed-by` names the material.
std::vector<Fact> confirm_facts(std::vector<Fact> facts);

}  // namespace biaoshen
