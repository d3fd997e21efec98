// What was read and recognised is kept from one review to the next: time is saved, and not a byte
// changes.
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <map>

#include "tests/app/sample_set.h"

namespace fs = std::filesystem;
using namespace biaoshen::test;

namespace {

// Each entry by its inode: one that is written again is another.
std::map<std::string, ino_t> entries_of(const fs::path& cache) {
  std::map<std::string, ino_t> entries;
  for (const auto& entry : fs::recursive_directory_iterator(cache)) {
    struct stat about {};
    if (entry.is_regular_file() && ::stat(entry.path().c_str(), &about) == 0)
      entries[entry.path().filename().string()] = about.st_ino;
  }
  return entries;
}

std::map<std::string, std::string> review_of(const fs::path& dossier, const fs::path& out,
                                             const std::vector<std::string>& more) {
  std::vector<std::string> command = {"review", dossier.string(), "--out", out.string()};
  command.insert(command.end(), more.begin(), more.end());
  const Ran ran = biaoshen::test::biaoshen(command);
  INFO(ran.err);
  REQUIRE(ran.exit == 0);
  return files_of(out / dossier.filename());
}

// Of one scanned paper: recognition takes its time.
std::map<std::string, std::string> review_of_scan(const fs::path& out,
                                                  const std::vector<std::string>& more) {
  return review_of(sample_at("dossiers/scanned").path / "02 自评打分表", out, more);
}

}  // namespace

TEST_CASE("a review under other rules recognises nothing again, and says what it would have said") {
  const fs::path folder = fresh_folder("known");
  const std::string cache = (folder / "cache").string();
  const std::vector<std::string> other_rules = {"--as-of", "2025-06-30"};
  const auto first = review_of_scan(folder / "first", {"--cache", cache});
  const auto entries = entries_of(cache);
  REQUIRE_FALSE(entries.empty());
  const auto again =
      review_of_scan(folder / "again", {"--cache", cache, other_rules[0], other_rules[1]});
  CHECK((entries_of(cache) == entries));
  CHECK((again == review_of_scan(folder / "afresh", other_rules)));
  CHECK_FALSE((again == first));
}

TEST_CASE("a cache that was damaged or deleted changes nothing but the time it takes") {
  const fs::path folder = fresh_folder("broken-cache");
  const std::string cache = (folder / "cache").string();
  const auto first = review_of_scan(folder / "first", {"--cache", cache});
  for (const auto& entry : fs::recursive_directory_iterator(cache))
    if (entry.is_regular_file()) write_whole(entry.path(), "damaged");
  CHECK((review_of_scan(folder / "damaged", {"--cache", cache}) == first));
  write_whole(folder / "no folder", "");
  CHECK((review_of_scan(folder / "none", {"--cache", (folder / "no folder").string()}) == first));
}

TEST_CASE("files of all kinds that were read before say what they said, under whatever rules") {
  const fs::path folder = fresh_folder("read-before"), cache = folder / "cache";
  for (const char* name : {"dossiers/demo", "dossiers/zip-in-tar-gz", "dossiers/truncated-pdf"}) {
    const fs::path dossier = sample_at(name).path;
    for (const char* day : {"2024-08-31", "2025-06-30"}) {
      CAPTURE(name, day);
      const std::vector<std::string> rules = {"--as-of", day};
      const std::vector<std::string> kept = {"--as-of", day, "--cache", cache.string()};
      const auto afresh = review_of(dossier, folder / "afresh", rules);
      CHECK((review_of(dossier, folder / "first", kept) == afresh));
      CHECK((review_of(dossier, folder / "again", kept) == afresh));
    }
  }
}
