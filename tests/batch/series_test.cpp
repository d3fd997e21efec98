#include <catch2/catch.hpp>

#include "checkers/batch/batch_predicates.h"
#include "small_batch.h"

using namespace biaoshen;

namespace {

const Parameters kSeries = {{"drafter", "drafting-unit"}, {"fact", "number"}, {"title", "title"}};

SmallBatch two(const std::string& number_1, const std::string& drafter_1,
               const std::string& number_2, const std::string& drafter_2) {
  SmallBatch batch;
  batch.dossier("一")
      .fact("number", number_1)
      .fact("drafting-unit", drafter_1, {{"position", "1"}});
  batch.dossier("二")
      .fact("number", number_2)
      .fact("drafting-unit", drafter_2, {{"position", "1"}});
  return batch;
}

}  // namespace

TEST_CASE("parts of one number with one first drafter are a series") {
  const auto found =
      two("T/BAIIA 021.1—2022", "甲研究院有限公司", "T/BAIIA 021.2—2022", "甲研究院有限责任公司")
          .ask(series, kSeries);
  REQUIRE(found.size() == 1);
  CHECK(found[0].status == Status::review);
  CHECK(found[0].arguments.at("drafter") == "甲研究院有限公司");
  CHECK(found[0].concerned.size() == 2);
  CHECK(found[0].evidence.size() == 4);
}

TEST_CASE("other drafters, other numbers, or one number twice are no series") {
  CHECK(two("T/A 021.1—2022", "甲研究院", "T/A 021.2—2022", "乙大学").ask(series, kSeries).empty());
  CHECK(two("T/A 021—2022", "甲研究院", "T/A 022—2022", "甲研究院").ask(series, kSeries).empty());
  CHECK(
      two("T/A 021.1—2022", "甲研究院", "T/A 021.1—2022", "甲研究院").ask(series, kSeries).empty());
  CHECK(
      two("T/A 021.1—2022", "甲研究院", "T/B 021.2—2022", "甲研究院").ask(series, kSeries).empty());
}

TEST_CASE("titles that differ only by their part are a series") {
  SmallBatch batch;
  for (const char* part : {"第1部分：术语", "第2部分：试验方法"})
    batch.dossier(part)
        .fact("title", std::string("机器人安全 ") + part)
        .fact("drafting-unit", "甲研究院", {{"position", "1"}});
  CHECK(batch.ask(series, kSeries).size() == 1);
}

TEST_CASE("number and title of one series are told once") {
  SmallBatch batch = two("T/A 21.1—2022", "甲研究院", "T/A 21.2—2022", "甲研究院");
  batch.entries[0].facts.push_back(batch.entries[0].facts[0]);
  batch.entries[0].facts.back().name = "title";
  batch.entries[0].facts.back().value = "机器人安全 第一部分：术语";
  batch.entries[1].facts.push_back(batch.entries[1].facts[0]);
  batch.entries[1].facts.back().name = "title";
  batch.entries[1].facts.back().value = "机器人安全 第二部分：试验";
  CHECK(batch.ask(series, kSeries).size() == 1);
}

TEST_CASE("only the first drafter counts") {
  SmallBatch batch;
  batch.dossier("一").fact("number", "T/A 21.1—2022");
  batch.fact("drafting-unit", "甲研究院", {{"position", "1"}});
  batch.dossier("二").fact("number", "T/A 21.2—2022");
  batch.fact("drafting-unit", "乙大学", {{"position", "1"}});
  batch.fact("drafting-unit", "甲研究院", {{"position", "2"}});
  CHECK(batch.ask(series, kSeries).empty());
}
