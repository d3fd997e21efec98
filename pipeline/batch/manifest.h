// The manifest of a batch that several machines share, written by `plan` and read by shards and
// `merge`: TSV, a line a dossier, by falling cost, so that every n-th line is a fair share.
//
//   key    path    bytes    files    cost
//
// key: name of the result folder, unique; path: absolute; cost: a guess, in CPU seconds. In names a
// tab, a line end and a backslash are written \t, \n, \r, \\; other bytes are as they are, and need
// not be text. There is no head line.
//
// It refuses a file with a line that is anything else, naming it: half a manifest would be half a
// night. Tested by tests/batch/manifest_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "pipeline/base/result.h"

namespace biaoshen {

struct ManifestRow {
  std::string key;
  std::filesystem::path path;
  std::uint64_t bytes = 0, files = 0;
  double cost = 0;  // CPU seconds

  bool operator==(const ManifestRow&) const = default;
};

// By falling cost; where that is the same, by key.
void sort_by_cost(std::vector<ManifestRow>& rows);

std::string manifest_text(const std::vector<ManifestRow>& rows);

// Errors: input (cannot be read, a line that is none, a key twice: file:line: message).
Result<std::vector<ManifestRow>> manifest_in(const std::filesystem::path& file);

// The folders in which the dossiers lie.
std::set<std::filesystem::path> inboxes_of(const std::vector<ManifestRow>& rows);

// Every `shards`-th row, beginning with row `shard` (from 0).
std::vector<ManifestRow> shard_of(const std::vector<ManifestRow>& rows, std::size_t shard,
                                  std::size_t shards);

}  // namespace biaoshen
