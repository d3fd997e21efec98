#include <catch2/catch.hpp>

#include "checkers/batch/batch_predicates.h"
#include "small_batch.h"

using namespace biaoshen;

namespace {

Parameters at_most(const std::string& maximum, const std::string& over) {
  return {{"recommender", "recommender"},
          {"maximum", maximum},
          {"over", over},
          {"kind-word", "试点项目"}};
}

SmallBatch three_of_shandong() {
  SmallBatch batch;
  batch.dossier("一").fact("recommender", "山东省市场监督管理局");
  batch.dossier("二").fact("recommender", "山东省市场监管局");
  batch.dossier("三").fact("recommender", "山东市场监管局");
  return batch;
}

}  // namespace

TEST_CASE("as many as allowed are in order, one more is not") {
  CHECK(three_of_shandong().ask(quota, at_most("3", "fail")).empty());
  const auto found = three_of_shandong().ask(quota, at_most("2", "fail"));
  REQUIRE(found.size() == 1);
  CHECK(found[0].status == Status::fail);
  CHECK(found[0].arguments.at("recommender") == "山东省");
  CHECK(found[0].arguments.at("count") == "3");
  CHECK(found[0].arguments.at("maximum") == "2");
  CHECK(says(found[0].reason, "山东省推荐试点项目 3 个，多于 2 个"));
  CHECK(found[0].concerned.size() == 3);
  CHECK(found[0].evidence.size() == 3);
}

TEST_CASE("a call that counts in principle leaves the excess to a person") {
  CHECK(three_of_shandong().ask(quota, at_most("2", "review"))[0].status == Status::review);
}

TEST_CASE("each province has its own number") {
  SmallBatch batch = three_of_shandong();
  batch.dossier("四").fact("recommender", "河南省市场监督管理局");
  CHECK(batch.ask(quota, at_most("3", "fail")).empty());
}

TEST_CASE("a count that rests on doubtful readings never fails") {
  SmallBatch batch;
  batch.dossier("一").fact("recommender", "山东省市场监督管理局");
  batch.dossier("二").fact("recommender", "山东省市场监督管理局");
  batch.dossier("三").doubtful("recommender", "山东省市场监督管理局");
  const auto found = batch.ask(quota, at_most("2", "fail"));
  REQUIRE(found.size() == 1);
  CHECK(found[0].status == Status::review);
  CHECK(says(found[0].reason, "存疑"));
}

TEST_CASE("dossiers without a recommender, or with two, are for a person and not counted") {
  SmallBatch batch = three_of_shandong();
  batch.dossier("无");
  batch.dossier("两个")
      .fact("recommender", "山东省市场监管局")
      .fact("recommender", "河南省市场监管局");
  const auto found = batch.ask(quota, at_most("3", "fail"));
  REQUIRE(found.size() == 2);
  CHECK(found[0].status == Status::review);
  CHECK(found[0].arguments.at("dossiers") == "两个");
  CHECK(found[1].status == Status::review);
  CHECK(found[1].arguments.at("dossiers") == "无");
}

TEST_CASE("what a recommender sends along is no project") {
  SmallBatch batch = three_of_shandong();
  batch.entries.back().is_application = false;
  CHECK(batch.ask(quota, at_most("2", "fail")).empty());
}
