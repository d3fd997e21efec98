// Compares what the program said with what a sample's .expected.json states, and says every
// difference in one line: sample, what, wanted, got, the program's own message.
//
// Only what is stated is compared; a member that this file does not know is a difference too,
// so that a misspelt expectation cannot pass in silence.
#pragma once

#include <string>
#include <vector>

#include "tests/app/sample_set.h"

namespace biaoshen::test {

using Differences = std::vector<std::string>;

Differences differences_of(const Reviewed& reviewed);

// `said`: what `biaoshen inspect` printed for a sample below formats/.
Differences differences_of(const Sample& sample, const Json& said);

// Prints each difference on a line of its own: Catch would break lines inside a Chinese character.
bool says_none(const Differences& differences);

}  // namespace biaoshen::test
