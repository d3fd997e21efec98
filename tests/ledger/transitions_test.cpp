// Every way from one state of a dossier to the next.
#include "pipeline/ledger/transitions.h"

#include <catch2/catch.hpp>
#include <random>

using namespace biaoshen;

namespace {

const std::string kContents(64, 'a'), kOthers(64, 'b');

LedgerEntry fresh() {
  LedgerEntry entry;
  entry.folder = "甲";
  return entry;
}
LedgerEntry waiting() {
  return settled(seen(fresh(), "signature"), kContents);
}

LedgerEntry died(LedgerEntry entry, Death death) {
  return after_death(claimed(std::move(entry)), death, "died");
}
LedgerEntry quarantined() {
  return died(died(waiting(), Death::crashed), Death::hung);
}

}  // namespace

TEST_CASE("states have their names") {
  CHECK(name_of(LedgerState::seen) == "seen");
  CHECK(name_of(LedgerState::settled) == "settled");
  CHECK(name_of(LedgerState::claimed) == "claimed");
  CHECK(name_of(LedgerState::done) == "done");
  CHECK(name_of(LedgerState::quarantined) == "quarantined");
}

TEST_CASE("a dossier that lets itself be reviewed goes straight through") {
  LedgerEntry entry = seen(fresh(), "signature");
  CHECK(entry.state == LedgerState::seen);
  CHECK(entry.signature == "signature");
  entry = settled(entry, kContents);
  CHECK(entry.state == LedgerState::settled);
  CHECK(entry.input_sha256 == kContents);
  entry = claimed(entry);
  CHECK(entry.state == LedgerState::claimed);
  entry = done(entry);
  CHECK(entry.state == LedgerState::done);
  CHECK(entry.reason.empty());
}

TEST_CASE("a tree that looks as before stays what it is, another one is looked at anew") {
  const LedgerEntry entry = done(claimed(waiting()));
  CHECK(seen(entry, "signature") == entry);
  const LedgerEntry touched = seen(entry, "other");
  CHECK(touched.state == LedgerState::seen);
  CHECK(touched.input_sha256.empty());
  CHECK(settled(touched, kContents).state == LedgerState::settled);
}

TEST_CASE("two deaths of the worker are enough, whether it crashed or hung") {
  const LedgerEntry once = died(waiting(), Death::crashed);
  CHECK(once.state == LedgerState::settled);
  CHECK(once.reason == "died");
  CHECK_FALSE(is_given_up(once));
  CHECK(died(once, Death::crashed).state == LedgerState::quarantined);
  CHECK(died(once, Death::hung).state == LedgerState::quarantined);
}

TEST_CASE("a worker that was killed counts half") {
  LedgerEntry entry = waiting();
  for (int kills = 1; kills < 2 * kMostDeaths; ++kills) {
    entry = died(entry, Death::killed);
    CHECK(entry.state == LedgerState::settled);
  }
  CHECK(died(entry, Death::killed).state == LedgerState::quarantined);
  const LedgerEntry mixed = died(died(waiting(), Death::crashed), Death::killed);
  CHECK(mixed.state == LedgerState::settled);
  CHECK(died(mixed, Death::killed).state == LedgerState::quarantined);
  CHECK(died(mixed, Death::crashed).state == LedgerState::quarantined);
}

TEST_CASE("a program that goes away again and again gives the dossier up at last") {
  LedgerEntry entry = waiting();
  for (int losses = 1; losses < kMostLosses; ++losses) {
    entry = after_loss(claimed(entry), "interrupted");
    REQUIRE(entry.state == LedgerState::settled);
  }
  entry = after_loss(claimed(entry), "interrupted");
  CHECK(entry.state == LedgerState::quarantined);
  CHECK(entry.reason == "interrupted");
}

TEST_CASE("what is not the dossier's fault is not counted") {
  LedgerEntry entry = waiting();
  for (int tried = 0; tried < 1000; ++tried) entry = put_back(claimed(entry), "disk full");
  CHECK(entry.state == LedgerState::settled);
  CHECK(entry.reason == "disk full");
  CHECK((entry.deaths == 0 && entry.kills == 0 && entry.losses == 0));
}

TEST_CASE("a review that comes to its end wipes out earlier deaths") {
  const LedgerEntry entry = done(claimed(died(waiting(), Death::crashed)));
  CHECK(entry.state == LedgerState::done);
  CHECK(died(entry, Death::crashed).state == LedgerState::settled);
}

TEST_CASE("quarantine outlasts a touch, a move and a claim") {
  const LedgerEntry entry = quarantined();
  REQUIRE(entry.state == LedgerState::quarantined);
  CHECK(settled(seen(entry, "touched"), kContents).state == LedgerState::quarantined);
  CHECK(settled(seen(entry, "touched"), kContents).reason == "died");
  CHECK(done(claimed(entry)).state == LedgerState::quarantined);
  CHECK(put_back(claimed(entry), "disk full").state == LedgerState::quarantined);
  CHECK(put_back(claimed(entry), "disk full").reason == "died");
  CHECK(after_loss(claimed(entry), "interrupted").state == LedgerState::quarantined);
  CHECK(died(entry, Death::killed).state == LedgerState::quarantined);
}

TEST_CASE("quarantine ends with other contents, or when a person says so") {
  const LedgerEntry changed = settled(seen(quarantined(), "changed"), kOthers);
  CHECK(changed.state == LedgerState::settled);
  CHECK(changed.reason.empty());
  CHECK_FALSE(is_given_up(changed));
  CHECK(freed(quarantined()).state == LedgerState::settled);
  CHECK_FALSE(is_given_up(freed(quarantined())));
  CHECK(freed(seen(quarantined(), "touched")).state == LedgerState::seen);
}

// Any sequence at all, against what must always be so.
TEST_CASE("no sequence of events tries the same contents for ever or frees a dossier by itself") {
  std::mt19937 random(20240907);
  const auto pick = [&](int of) { return static_cast<int>(random() % static_cast<unsigned>(of)); };
  for (int life = 0; life < 200; ++life) {
    LedgerEntry entry = fresh();
    for (int event = 0; event < 300; ++event) {
      const LedgerEntry before = entry;
      bool may_free = false;
      switch (pick(8)) {
        case 0:
          entry = seen(entry, "signature " + std::to_string(pick(3)));
          break;
        case 1: {
          const std::string contents = pick(10) == 0 ? kOthers : kContents;
          may_free = contents != before.tried_sha256;
          entry = settled(entry, contents);
          break;
        }
        case 2:
          if (entry.state == LedgerState::settled) entry = claimed(entry);
          break;
        case 3:
          if (entry.state == LedgerState::claimed) entry = done(entry);
          break;
        case 4:
          if (entry.state == LedgerState::claimed) entry = put_back(entry, "disk");
          break;
        case 5:
          if (entry.state == LedgerState::claimed)
            entry = after_death(entry, static_cast<Death>(pick(3)), "died");
          break;
        case 6:
          if (entry.state == LedgerState::claimed) entry = after_loss(entry, "lost");
          break;
        default:
          may_free = pick(20) == 0;
          if (may_free) entry = freed(entry);
      }
      REQUIRE(2 * entry.deaths + entry.kills <= 2 * kMostDeaths + 1);
      REQUIRE(entry.losses <= kMostLosses);
      if (is_given_up(before) && !may_free) {
        REQUIRE(is_given_up(entry));
        REQUIRE((entry.state == LedgerState::quarantined || entry.state == LedgerState::seen));
      }
      if (entry.state == LedgerState::quarantined) REQUIRE(is_given_up(entry));
      if (entry.state == LedgerState::settled || entry.state == LedgerState::claimed) {
        REQUIRE_FALSE(is_given_up(entry));
        REQUIRE(!entry.input_sha256.empty());
      }
    }
  }
}
