// A night that several processes share: an inbox of small dossiers, its plan, and its shards.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/app/run_program.h"

namespace biaoshen::test {

// `count` dossiers 材料000, … of one text each; every sixth is the same as the first.
void write_small_dossiers(const std::filesystem::path& inbox, int count);

Ran plan(const std::filesystem::path& inbox, const std::filesystem::path& manifest);
Ran shard(const std::filesystem::path& manifest, int shard, int shards,
          const std::filesystem::path& out, const std::vector<std::string>& more = {});
Ran merge(const std::filesystem::path& manifest, const std::filesystem::path& out,
          const std::vector<std::string>& more = {});
Ran whole_batch(const std::filesystem::path& inbox, const std::filesystem::path& out);

// One in a fresh folder of this name, planned.
struct Night {
  explicit Night(const std::string& name, int count = 4);
  void run_shards(int shards) const;
  std::filesystem::path folder, in, out, manifest;
};

// Path within the folder -> contents, without .biaoshen.
std::map<std::string, std::string> published_tree(const std::filesystem::path& out);
std::vector<std::string> lines_of(const std::string& text);

}  // namespace biaoshen::test
