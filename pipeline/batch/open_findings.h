// What failed or is open in a dossier.json, with what reviewers decided about it, short enough
// that ten thousand dossiers fit into memory together.
//
// It refuses to trust the file, as pipeline/batch/batch_entry.h does.
//
// Tested by tests/batch/open_findings_test.cpp.
#pragma once

#include "pipeline/batch/json_member.h"
#include "pipeline/model/batch.h"

namespace biaoshen {

// Counts all findings, and adds the open ones and the standing to `entry`.
void add_findings(BatchEntry& entry, const JsonMember& dossier, std::string& mistake);

// The first kLongestInBatch code points. The end is never half a telephone number or address,
// which nobody would mask: what could be one is left out.
std::string cut_for_batch(const std::string& text);

}  // namespace biaoshen
