// The entries of an inbox: each is a dossier but what operating systems leave behind.
//
// It refuses, with the reason and the remedy, entries that are not what they seem (symbolic
// links) or whose result would take the place of an output of the batch.
//
// Tested by tests/app/batch_command_test.cpp.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/base/result.h"

namespace biaoshen {

struct InboxEntry {
  std::filesystem::path path;
  std::string refused;  // why it cannot be reviewed; empty: it can
};

// By name. Errors: usage (INBOX and OUT are not disjoint), input (INBOX cannot be opened).
Result<std::vector<InboxEntry>> inbox_entries(const std::filesystem::path& inbox,
                                              const std::filesystem::path& out);

}  // namespace biaoshen
