// The manifest of a night: what is written comes back, fair shares, and no half night.
#include "pipeline/batch/manifest.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <set>

#include "pipeline/batch/tsv.h"
#include "tests/ledger/scratch_folder.h"

using namespace biaoshen;
using biaoshen::test::ScratchFolder;

namespace {

ManifestRow row(const std::string& key, double cost) {
  return {key, "/inbox/" + key, 1234, 5, cost};
}

Result<std::vector<ManifestRow>> read_back(const std::string& text) {
  const ScratchFolder scratch;
  std::ofstream(scratch / "m.tsv", std::ios::binary) << text;
  return manifest_in(scratch / "m.tsv");
}

}  // namespace

TEST_CASE("a manifest is a line a dossier, and what was written is read") {
  const std::vector<ManifestRow> rows = {row("某协会申报材料", 12.5), row("a b.zip", 0.25)};
  CHECK(manifest_text(rows) ==
        "某协会申报材料\t/inbox/某协会申报材料\t1234\t5\t12.50\n"
        "a b.zip\t/inbox/a b.zip\t1234\t5\t0.25\n");
  CHECK(read_back(manifest_text(rows)).value() == rows);
  CHECK(read_back("")->empty());
}

TEST_CASE("names with tabs, line ends, backslashes and bytes that are no text come through") {
  const std::vector<ManifestRow> rows = {row("a\tb\nc\\d\r\xff\xfe", 1), row("\\t", 1)};
  const std::string text = manifest_text(rows);
  CHECK(std::count(text.begin(), text.end(), '\n') == 2);
  CHECK(read_back(text).value() == rows);
}

TEST_CASE("the largest cost that a number holds is written whole") {
  const std::vector<ManifestRow> rows = {row("a", 1.7e308)};
  CHECK(read_back(manifest_text(rows)).value() == rows);
}

TEST_CASE("the costliest dossiers come first, and shares of every n-th line are all of them once") {
  std::vector<ManifestRow> rows;
  for (int i = 0; i < 100; ++i) rows.push_back(row(std::to_string(i), i % 7));
  sort_by_cost(rows);
  CHECK(rows.front().cost == 6);
  CHECK(rows.back().cost == 0);
  CHECK(std::is_sorted(rows.begin(), rows.end(),
                       [](const auto& a, const auto& b) { return a.cost > b.cost; }));
  std::set<std::string> seen;
  for (std::size_t shard = 0; shard < 8; ++shard) {
    const auto own = shard_of(rows, shard, 8);
    CHECK((own.size() == 12 || own.size() == 13));
    for (const ManifestRow& one : own) CHECK(seen.insert(one.key).second);
  }
  CHECK(seen.size() == 100);
  CHECK(shard_of(rows, 7, 1000) == std::vector<ManifestRow>{rows[7]});
  CHECK(shard_of(rows, 500, 1000).empty());
}

TEST_CASE("a line that is none is named, and nothing is read") {
  const std::string good = "a\t/in/a\t1\t1\t0.10\n";
  for (const std::string bad :
       {"b\t/in/b\t1\t1\n", "b\t/in/b\t1\t1\t0.1\tmore\n", "b\tin/b\t1\t1\t0.1\n",
        "b\t/in/c\t1\t1\t0.1\n", "b\t/in/b\t-1\t1\t0.1\n", "b\t/in/b\t1\tx\t0.1\n",
        "b\t/in/b\t1\t1\tnan\n", "b\\q\t/in/b\\q\t1\t1\t0.1\n", "\t/in/\t1\t1\t0.1\n", "\n",
        "b\t/in/b\t1\t1\t0.1\\\n"}) {
    const auto rows = read_back(good + bad);
    INFO(bad);
    REQUIRE(!rows);
    CHECK(rows.error().code == ErrorCode::input);
    CHECK(rows.error().message.find("m.tsv:2: ") != std::string::npos);
  }
}

TEST_CASE("a key that stands there twice is told with both lines") {
  const auto rows = read_back("a\t/in/a\t1\t1\t0.10\nb\t/in/b\t1\t1\t0.10\na\t/other/a\t1\t1\t0\n");
  REQUIRE(!rows);
  CHECK(rows.error().message.find("m.tsv:3: the key of line 1") != std::string::npos);
}

TEST_CASE("a file that is not there is an error with the remedy") {
  const auto rows = manifest_in("/nowhere/m.tsv");
  REQUIRE(!rows);
  CHECK(rows.error().message.find("biaoshen plan") != std::string::npos);
}

TEST_CASE("fields of a line come back, empty ones too") {
  const std::vector<std::string> fields = {"", "a\tb", "", "\\", "end\n"};
  std::string line = tsv_line(fields);
  REQUIRE(line.back() == '\n');
  line.pop_back();
  CHECK(tsv_fields(line) == fields);
  CHECK(tsv_fields("") == std::vector<std::string>{""});
  CHECK(!tsv_fields("a\\"));
}
