// What a batch adds up to.
#include "templates/batch/batch_totals.h"

#include <catch2/catch.hpp>

#include "sample_batch.h"

using namespace biaoshen;

TEST_CASE("each programme counts its applications by what became of them") {
  BatchReport report = sample_batch();
  report.rows.push_back(sample_row("丁", Verdict::ready));
  report.rows.back().entry->version = "2025";
  report.rows.back().entry->as_of = "2025-08-31";
  const ProgrammeTotals totals = programme_totals(report);
  REQUIRE(totals.size() == 2);
  const ProgrammeTotal& first = totals.begin()->second;
  CHECK(first.count == 2);
  CHECK(first.returned == 1);
  CHECK(first.review == 1);
  CHECK(first.ready == 0);
  CHECK(first.as_of == std::set<std::string>{"2024-08-31"});
  CHECK(place_among(totals, *report.rows[0].entry) == 1);
  CHECK(place_among(totals, *report.rows.back().entry) == 2);
}

TEST_CASE("rules that fail in most dossiers stand first") {
  const OpenFinding number{"number.consistent", "编号", Status::fail};
  const OpenFinding seal{"form.sealed", "盖章", Status::review};
  RuleCounts all;
  all.add({"甲", Ending::review, {seal}});
  all.add({"乙", Ending::returned, {seal, number}});
  all.add({"丙", Ending::review, {seal}});
  const auto counts = all.sorted();
  REQUIRE(counts.size() == 2);
  CHECK(counts[0].rule == "number.consistent");
  CHECK(counts[0].fail == 1);
  CHECK(counts[1].title == "盖章");
  CHECK(counts[1].review == 3);
  CHECK(counts[1].fail == 0);
}
