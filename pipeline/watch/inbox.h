// The entries of an inbox: each is a dossier but what operating systems and locks of Word leave
// behind.
//
// It refuses, with the reason and the remedy, entries that are not what they seem (symbolic
// links, devices, pipes) or whose result would take the place of an output of the batch. A file
// that is still being uploaded (x.zip.part) is an entry that waits, and so is one beside which such
// a file says that it is to be written again (an empty x.zip, as Firefox makes it).
//
// Tested by tests/watch/inbox_test.cpp.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/base/result.h"

namespace biaoshen {

struct InboxEntry {
  std::filesystem::path path;  // absolute, no link in it
  std::string refused;         // why it cannot be reviewed; empty: it can
  std::string unfinished;      // name of a file beside it that is to become this one; empty: none
};

// Error: usage, where one lies in the other: INBOX is never written to.
Result<void> check_disjoint(const std::filesystem::path& inbox, const std::filesystem::path& out);

// The one at `path`, as it is now, without a look at what lies beside it.
InboxEntry inbox_entry(const std::filesystem::path& path);

// By name. Error: input (INBOX cannot be opened, or not be listed to its end).
Result<std::vector<InboxEntry>> inbox_entries(const std::filesystem::path& inbox);

// By name. Errors: usage (INBOX and OUT are not disjoint), input (INBOX cannot be opened, or not
// be listed to its end).
Result<std::vector<InboxEntry>> inbox_entries(const std::filesystem::path& inbox,
                                              const std::filesystem::path& out);

}  // namespace biaoshen
