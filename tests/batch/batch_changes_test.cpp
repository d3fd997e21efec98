// What has changed in a batch since the one before it.
#include "pipeline/model/batch_changes.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "sample_batch.h"

using namespace biaoshen;

namespace {

DossierState state(const std::string& name, Ending ending, std::vector<OpenFinding> findings = {}) {
  return {name, ending, std::move(findings)};
}

std::optional<BatchChanges> changes_of(LastBatch last, std::vector<DossierState> now) {
  for (auto* states : {&last.dossiers, &now}) std::ranges::sort(*states, {}, &DossierState::name);
  return changes_since(last, {now.size(), [&](std::size_t at) { return now[at]; }});
}

const OpenFinding kNumber{"number.consistent", "编号一致", Status::fail};
const OpenFinding kSeal{"form.sealed", "盖章", Status::review};

}  // namespace

TEST_CASE("dossiers that came and went are told by name") {
  const LastBatch last{"digest", {state("甲", Ending::ready), state("乙", Ending::review)}, {}};
  const auto changes = changes_of(last, {state("乙", Ending::review), state("丙", Ending::failed)});
  REQUIRE(changes);
  CHECK(changes->since == "digest");
  CHECK(changes->added == std::vector<std::string>{"丙"});
  CHECK(changes->removed == std::vector<std::string>{"甲"});
  CHECK(changes->changed.empty());
}

TEST_CASE("a dossier has changed with its verdict, or with what failed or is open") {
  const LastBatch last{"x",
                       {state("甲", Ending::returned, {kSeal, kNumber}),
                        state("乙", Ending::review, {kSeal}), state("丙", Ending::ready)},
                       {}};
  OpenFinding number_open = kNumber;
  number_open.status = Status::review;
  const auto changes =
      changes_of(last, {state("甲", Ending::review, {kSeal, number_open}),
                        state("乙", Ending::review, {kSeal}), state("丙", Ending::failed)});
  REQUIRE(changes);
  REQUIRE(changes->changed.size() == 2);
  const DossierChange& first =
      changes->changed[0].name == "甲" ? changes->changed[0] : changes->changed[1];
  CHECK(first.from == Ending::returned);
  CHECK(first.to == Ending::review);
  CHECK(first.arisen == std::vector<OpenFinding>{number_open});
  CHECK(first.resolved == std::vector<OpenFinding>{kNumber});
}

TEST_CASE("a batch run again keeps what it said, also that it was the first") {
  const std::vector<DossierState> now = {state("甲", Ending::ready)};
  CHECK_FALSE(changes_of({"x", now, std::nullopt}, now));
  const auto kept = changes_of({"x", now, BatchChanges{"earlier", {"甲"}, {}, {}}}, now);
  REQUIRE(kept);
  CHECK(kept->since == "earlier");
  CHECK(kept->added == std::vector<std::string>{"甲"});
}

TEST_CASE("the states of a batch hold each finding once, those of the batch as well") {
  BatchReport report = sample_batch();
  report.findings.push_back(report.findings[0]);
  BatchFinding seal;
  seal.rule = kSeal.rule;
  seal.title = kSeal.title;
  report.rows[0].entry->findings = {seal};
  const auto states = all_of(states_of(report, Language::zh));
  REQUIRE(states.size() == report.rows.size());
  CHECK(std::ranges::is_sorted(states, {}, &DossierState::name));
  const auto first = std::ranges::find(states, report.rows[0].name, &DossierState::name);
  REQUIRE(first != states.end());
  CHECK(first->findings ==
        std::vector<OpenFinding>{{"batch.same-standard", "一项标准只申报一次", Status::review},
                                 kSeal});
  const auto failed = std::ranges::find(states, "坏<b>", &DossierState::name);
  REQUIRE(failed != states.end());
  CHECK(failed->ending == Ending::failed);
  CHECK(failed->findings.empty());
}
