#include "tests/app/shared_night.h"

#include <catch2/catch.hpp>
#include <sstream>

namespace fs = std::filesystem;

namespace biaoshen::test {
namespace {

const Environment kPlain = {{"OMP_THREAD_LIMIT", "1"}, {"LC_ALL", "C"}};

Ran run_plain(std::vector<std::string> arguments, const std::vector<std::string>& more = {}) {
  arguments.insert(arguments.end(), more.begin(), more.end());
  return biaoshen(std::move(arguments), kPlain);
}

}  // namespace

void write_small_dossiers(const fs::path& inbox, int count) {
  for (int i = 0; i < count; ++i) {
    const std::string number = std::to_string(1000 + i).substr(1),
                      n = std::to_string(i % 6 ? i : 0);
    const fs::path folder = inbox / ("材料" + number);
    fs::create_directories(folder);
    write_whole(folder / "申报书.txt", "团体标准应用示范项目申报书\n标准编号：T/XYZ " + n +
                                           "—2022\n标准名称：测试标准" + n +
                                           "\n申报单位：测试协会\n");
  }
}

Ran plan(const fs::path& inbox, const fs::path& manifest) {
  return run_plain({"plan", inbox.string(), "--out", manifest.string()});
}

Ran shard(const fs::path& manifest, int shard, int shards, const fs::path& out,
          const std::vector<std::string>& more) {
  return run_plain({"batch", "--manifest", manifest.string(), "--shard", std::to_string(shard),
                    "--shards", std::to_string(shards), "--out", out.string()},
                   more);
}

Ran merge(const fs::path& manifest, const fs::path& out, const std::vector<std::string>& more) {
  return run_plain({"merge", "--manifest", manifest.string(), "--out", out.string()}, more);
}

Ran whole_batch(const fs::path& inbox, const fs::path& out) {
  return run_plain({"batch", inbox.string(), "--out", out.string()});
}

std::map<std::string, std::string> published_tree(const fs::path& out) {
  std::map<std::string, std::string> files;
  for (auto at = fs::recursive_directory_iterator(out); at != fs::end(at); ++at) {
    if (at->path().filename() == ".biaoshen") at.disable_recursion_pending();
    if (at->is_regular_file()) files[at->path().lexically_relative(out)] = read_whole(at->path());
  }
  return files;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

Night::Night(const std::string& name, int count)
    : folder(fresh_folder(name)),
      in(folder / "in"),
      out(folder / "out"),
      manifest(folder / "m.tsv") {
  write_small_dossiers(in, count);
  REQUIRE(plan(in, manifest).exit == 0);
}

void Night::run_shards(int shards) const {
  for (int i = 0; i < shards; ++i) REQUIRE(shard(manifest, i, shards, out).exit == 0);
}

}  // namespace biaoshen::test
