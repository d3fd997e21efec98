// When a drop is complete, on a clock of the test's own.
#include "pipeline/watch/settling.h"

#include <catch2/catch.hpp>
#include <functional>
#include <optional>

using namespace biaoshen;
using namespace std::chrono_literals;

namespace {

constexpr auto kSettle = 20s;

TreeState tree(const std::string& signature) {
  TreeState state;
  state.signature = signature;
  return state;
}

// A watch that scans every two seconds, with a monotonic clock that begins anywhere.
class Simulation {
 public:
  explicit Simulation(std::function<TreeState(std::chrono::seconds)> at) : at_(std::move(at)) {}

  // The time at which it is first held to be complete; nothing within `most`.
  std::optional<std::chrono::seconds> complete(std::chrono::seconds most = 1h) {
    for (auto time = 0s; time <= most; time += 2s) {
      last_ = settling_.look("材料", at_(time), begin_ + time);
      if (last_.waits_for == WaitsFor::nothing) return time;
    }
    return std::nullopt;
  }
  const Settled& last() const { return last_; }

 private:
  std::function<TreeState(std::chrono::seconds)> at_;
  Settling settling_{kSettle};
  Settling::Time begin_{1234567s};
  Settled last_;
};

// One that writes for ten seconds, pauses, and writes for ten seconds more.
std::optional<std::chrono::seconds> with_pause(std::chrono::seconds pause) {
  return Simulation([pause](std::chrono::seconds time) {
           const auto written = time <= 10s          ? time
                                : time < 10s + pause ? 10s
                                                     : std::min(time - pause, 20s);
           return tree(std::to_string(written.count()));
         })
      .complete();
}

}  // namespace

TEST_CASE("a drop that lies still is complete after the settle time, and not before") {
  Settling settling(kSettle);
  const Settling::Time begin{};
  CHECK(settling.look("材料", tree("a"), begin).waits_for == WaitsFor::stillness);
  const Settled almost = settling.look("材料", tree("a"), begin + 19999ms);
  CHECK(almost.waits_for == WaitsFor::stillness);
  CHECK(almost.left == 1ms);
  CHECK(settling.look("材料", tree("a"), begin + 20s).waits_for == WaitsFor::nothing);
}

TEST_CASE("a writer that pauses for half the settle time is waited for") {
  CHECK(with_pause(10s) == 50s);  // 10 + 10 of pause + 10, and still from then on
}

TEST_CASE("a writer that pauses as long as the settle time is taken as it is then") {
  CHECK(with_pause(20s) == 30s);  // seen still from 10 to 30; what comes then is a new revision
}

TEST_CASE("a writer that pauses longer is taken as it is, and taken again when it has ended") {
  CHECK(with_pause(30s) == 30s);
  Settling settling(kSettle);
  const Settling::Time begin{};
  settling.look("材料", tree("half"), begin);
  CHECK(settling.look("材料", tree("half"), begin + 20s).waits_for == WaitsFor::nothing);
  settling.forget("材料");  // it was reviewed
  CHECK(settling.look("材料", tree("more"), begin + 40s).waits_for == WaitsFor::stillness);
  CHECK(settling.look("材料", tree("whole"), begin + 50s).waits_for == WaitsFor::stillness);
  CHECK(settling.look("材料", tree("whole"), begin + 70s).waits_for == WaitsFor::nothing);
}

TEST_CASE("a storm of renames is waited out") {
  Simulation storm([](std::chrono::seconds time) {
    return tree(time < 300s ? "name " + std::to_string(time.count()) : "at last");
  });
  CHECK(storm.complete() == 320s);
}

TEST_CASE("a tree that goes back to what it was has moved") {
  Simulation swaps([](std::chrono::seconds time) {
    return tree(time < 100s && time / 2s % 2 == 1 ? "b" : "a");
  });
  CHECK(swaps.complete() == 120s);
}

TEST_CASE("a temporary name that stays holds a drop back for ever, and is told in the end") {
  Simulation download([](std::chrono::seconds) {
    TreeState state = tree("same");
    state.unfinished = "材料/附件.zip.part";
    return state;
  });
  CHECK_FALSE(download.complete(kUploadPatience - 2s));
  CHECK(download.last().waits_for == WaitsFor::upload);
  CHECK(download.last().detail == "材料/附件.zip.part");
  CHECK_FALSE(download.last().is_overdue);
  CHECK_FALSE(download.complete(48h));
  CHECK(download.last().is_overdue);
}

TEST_CASE("an upload that moves is never overdue") {
  Simulation upload([](std::chrono::seconds time) {
    TreeState state = tree(std::to_string(time / 60s));
    state.unfinished = "x.part";
    return state;
  });
  CHECK_FALSE(upload.complete(5h));
  CHECK_FALSE(upload.last().is_overdue);
}

TEST_CASE("a drop is complete a settle time after its last temporary name went") {
  Simulation upload([](std::chrono::seconds time) {
    TreeState state = tree(time < 100s ? "a.part" : "a");
    if (time < 100s) state.unfinished = "a.part";
    return state;
  });
  CHECK(upload.complete() == 120s);
}

TEST_CASE("a lock of Word holds a drop back for a day, not for ever") {
  Simulation open([](std::chrono::seconds) {
    TreeState state = tree("same");
    state.locked = "材料/~$附件2.docx";
    return state;
  });
  CHECK_FALSE(open.complete(kLockPatience - 2s));
  CHECK(open.last().waits_for == WaitsFor::upload);
  CHECK(open.last().detail == "材料/~$附件2.docx");
  CHECK(open.complete(48h) == kLockPatience);
}

TEST_CASE("an archive that never gets its end is reviewed as what it is, but late") {
  Simulation cut([](std::chrono::seconds time) {
    TreeState state = tree(time < 10s ? "growing" : "cut");
    state.unended_archive = "材料/附件.zip";
    return state;
  });
  CHECK(cut.complete() == 10s + kArchivePatience * kSettle);
}

TEST_CASE("what an archive waits for is named") {
  Settling settling(kSettle);
  TreeState state = tree("a");
  state.unended_archive = "附件.zip";
  settling.look("附件.zip", state, Settling::Time{});
  const Settled settled = settling.look("附件.zip", state, Settling::Time{} + 21s);
  CHECK(settled.waits_for == WaitsFor::archive);
  CHECK(settled.detail == "附件.zip");
  CHECK(settled.left > 0ms);
  CHECK(settled.left <= kSettle);
}

TEST_CASE(
    "an upload of an archive that pauses at most as long as an archive is waited for is whole") {
  Simulation upload([](std::chrono::seconds time) {
    TreeState state = tree(time < 290s ? "half" : "whole");
    if (time < 290s) state.unended_archive = "附件.zip";
    return state;
  });
  CHECK(upload.complete() == 310s);
}

TEST_CASE("a drop that may not be opened waits, and goes on a settle time after it may") {
  Simulation closed([](std::chrono::seconds time) {
    TreeState state = tree(time < 2h ? "closed" : "open");
    if (time < 2h) state.unreadable = "材料: Permission denied";
    return state;
  });
  CHECK_FALSE(closed.complete(2h - 2s));
  CHECK(closed.last().waits_for == WaitsFor::permission);
  CHECK(closed.last().detail == "材料: Permission denied");
  CHECK(closed.complete(3h) == 2h + kSettle);
}

TEST_CASE("each entry has a stillness of its own, and a forgotten one begins anew") {
  Settling settling(kSettle);
  const Settling::Time begin{};
  settling.look("一", tree("a"), begin);
  settling.look("二", tree("a"), begin + 15s);
  CHECK(settling.look("一", tree("a"), begin + 20s).waits_for == WaitsFor::nothing);
  CHECK(settling.look("二", tree("a"), begin + 20s).waits_for == WaitsFor::stillness);
  settling.forget("一");
  CHECK(settling.look("一", tree("a"), begin + 21s).waits_for == WaitsFor::stillness);
}

TEST_CASE("a settle time of another length counts at once") {
  Settling settling(kSettle);
  settling.look("一", tree("a"), Settling::Time{});
  settling.settle_time(5s);
  CHECK(settling.look("一", tree("a"), Settling::Time{} + 5s).waits_for == WaitsFor::nothing);
}

TEST_CASE("what an entry waits for has the words of status.json") {
  CHECK(name_of(WaitsFor::stillness) == "settle");
  CHECK(name_of(WaitsFor::upload) == "upload");
  CHECK(name_of(WaitsFor::archive) == "archive");
  CHECK(name_of(WaitsFor::permission) == "permission");
  CHECK(name_of(WaitsFor::nothing) == "nothing");
}
