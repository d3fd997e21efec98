// One look at an entry: what of it is held against it.
#include "pipeline/watch/arrival.h"

#include <catch2/catch.hpp>

#include "tests/watch/scratch_folder.h"

using namespace biaoshen;
using namespace std::chrono_literals;

namespace {

const std::string kCutZip = "PK\3\4 and nothing after it";

}  // namespace

TEST_CASE("a whole dossier has arrived after the settle time") {
  const test::ScratchFolder folder;
  folder.file("材料/a.pdf");
  Settling settling(20s);
  const InboxEntry entry{folder / "材料", "", ""};
  CHECK(look_at(entry, settling, {}).settled.waits_for == WaitsFor::stillness);
  const Arrival arrival = look_at(entry, settling, Settling::Time{} + 20s);
  CHECK(arrival.settled.waits_for == WaitsFor::nothing);
  CHECK(arrival.tree.files == 1);
}

TEST_CASE("an archive without its end is found once all else is well") {
  const test::ScratchFolder folder;
  folder.file("材料/附件/b.zip", kCutZip);
  Settling settling(20s);
  const InboxEntry entry{folder / "材料", "", ""};
  CHECK(look_at(entry, settling, {}).settled.waits_for == WaitsFor::stillness);
  const Settled cut = look_at(entry, settling, Settling::Time{} + 20s).settled;
  CHECK(cut.waits_for == WaitsFor::archive);
  CHECK(cut.detail == "材料/附件/b.zip");
  CHECK(look_at(entry, settling, Settling::Time{} + 300s).settled.waits_for == WaitsFor::nothing);
}

TEST_CASE("a file waits for the temporary one beside it that is to become it") {
  const test::ScratchFolder folder;
  const InboxEntry entry{folder.file("a.zip", ""), "", "a.zip.part"};
  Settling settling(20s);
  look_at(entry, settling, {});
  const Settled settled = look_at(entry, settling, Settling::Time{} + 60s).settled;
  CHECK(settled.waits_for == WaitsFor::upload);
  CHECK(settled.detail == "a.zip.part");
}

TEST_CASE("an entry that has gone has no signature and is not complete") {
  const test::ScratchFolder folder;
  Settling settling(20s);
  const InboxEntry entry{folder / "gone", "", ""};
  look_at(entry, settling, {});
  const Arrival arrival = look_at(entry, settling, Settling::Time{} + 60s);
  CHECK(arrival.tree.signature.empty());
  CHECK(arrival.settled.waits_for != WaitsFor::nothing);
}
