// What shards leave for the merge: every whole line, and nothing of a torn one.
#include "pipeline/batch/receipts.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/ledger/scratch_folder.h"

using namespace biaoshen;
using biaoshen::test::ScratchFolder;

namespace {

Receipt receipt(const std::string& folder) {
  Receipt one;
  one.folder = folder;
  one.signature = "signature";
  one.input_sha256 = std::string(64, 'a');
  one.result_stamp = "1 2 3.4";
  one.result_input = std::string(64, 'a');
  one.programme = "group@2024";
  one.setting_sha256 = std::string(64, 'c');
  one.as_of = "2024-09-01";
  one.number_key = "T/XYZ 1-2024";
  one.duplicate_of = "第一份";
  one.verdict = "return";
  one.is_quarantined = true;
  one.revision = 3;
  return one;
}

}  // namespace

TEST_CASE("receipts of several shards are read by dossier, with the files they came from") {
  const ScratchFolder scratch;
  const Receipt odd = receipt("a\tb\n\xff");
  Receipt later = receipt("甲");
  later.signature = "another look";
  {
    auto first = ReceiptBook::begin(scratch.path(), "0-of-2.host.1");
    auto second = ReceiptBook::begin(scratch.path(), "1-of-2.host.2");
    REQUIRE(first);
    REQUIRE(second);
    REQUIRE(first->add(receipt("甲")));
    REQUIRE(second->add(odd));
    REQUIRE(second->add(later));
  }
  const auto all = receipts_in(scratch.path());
  REQUIRE(all);
  CHECK(all->files.size() == 2);
  CHECK(all->by_folder.at("甲") == std::vector<Receipt>{receipt("甲"), later});
  CHECK(all->by_folder.at(odd.folder) == std::vector<Receipt>{odd});
}

TEST_CASE("a line that was torn, or that another version wrote, is no receipt") {
  const ScratchFolder scratch;
  const std::string line = receipts_text({receipt("甲")});
  std::filesystem::create_directories(receipts_folder(scratch.path()));
  for (std::size_t cut = 0; cut + 2 < line.size(); cut += 3) {
    std::ofstream(receipts_folder(scratch.path()) / "0.tsv") << line.substr(0, cut) << "\n";
    const auto all = receipts_in(scratch.path());
    REQUIRE(all);
    CHECK(all->by_folder.empty());
  }
  std::ofstream(receipts_folder(scratch.path()) / "0.tsv") << "2" << line.substr(1) << line;
  CHECK(receipts_in(scratch.path())->by_folder.at("甲").size() == 1);
}

TEST_CASE("where no shard was there are no receipts") {
  const ScratchFolder scratch;
  const auto all = receipts_in(scratch / "nowhere");
  REQUIRE(all);
  CHECK(all->by_folder.empty());
}
