// The predicates over a batch, one file each. They see what results on disk say of the
// dossiers of one programme, and give one outcome for each thing they find; none where the
// batch is in order.
//
// What was only recognised or doubted counts here, too, where the outcome is that a person
// must look: two dossiers for one standard are worth a look even if a number was hard to read.
//
// Tested by tests/batch/.
#pragma once

#include "pipeline/contracts.h"

namespace biaoshen {

std::vector<BatchOutcome> same_standard(const BatchInput& input, const Check& check);
std::vector<BatchOutcome> series(const BatchInput& input, const Check& check);
std::vector<BatchOutcome> quota(const BatchInput& input, const Check& check);
std::vector<BatchOutcome> listed(const BatchInput& input, const Check& check);
std::vector<BatchOutcome> same_proof(const BatchInput& input, const Check& check);

}  // namespace biaoshen
