#include <catch2/catch.hpp>

#include "checkers/batch/batch_predicates.h"
#include "checkers/batch/recommended_row.h"
#include "checkers/batch/row_ranks.h"
#include "small_batch.h"

using namespace biaoshen;

namespace {

const Parameters kListed = {{"roster", "roster"},
                            {"unit", "applicant"},
                            {"project", "project"},
                            {"recommender", "recommender"}};

SmallBatch with_list() {
  SmallBatch batch;
  batch.dossier("一").fact("applicant", "甲科技有限公司").fact("project", "智能制造标准化试点");
  batch.dossier("二").fact("applicant", "乙大学").fact("project", "新能源标准化试点");
  batch.dossier("推荐函");
  batch.entries.back().is_application = false;
  return batch;
}

}  // namespace

TEST_CASE("a list that names each dossier, in whatever form, is in order") {
  SmallBatch batch = with_list();
  batch.row("甲科技有限责任公司", "智能制造 标准化试点", "1")
      .row("乙大学", "新能源标准化试点", "2");
  CHECK(batch.ask(listed, kListed).empty());
}

TEST_CASE("a dossier in no list and a row without a dossier are both told") {
  SmallBatch batch = with_list();
  batch.row("甲科技有限公司", "智能制造标准化试点", "1").row("丙集团", "氢能标准化试点", "2");
  const auto found = batch.ask(listed, kListed);
  REQUIRE(found.size() == 2);
  CHECK(found[0].status == Status::review);
  CHECK(found[0].arguments.at("unlisted") == "二");
  CHECK(found[0].concerned == std::vector<std::size_t>{1});
  CHECK(found[1].arguments.at("missing") == "氢能标准化试点（丙集团）");
  CHECK(found[1].concerned == std::vector<std::size_t>{2});
}

TEST_CASE("each recommender's unlisted dossiers are told apart") {
  SmallBatch batch;
  batch.dossier("一").fact("project", "智能制造标准化试点").fact("recommender", "山东省市场监管局");
  batch.dossier("二").fact("project", "新能源标准化试点").fact("recommender", "河南省市场监管局");
  batch.dossier("三").fact("project", "氢能标准化试点").fact("recommender", "河南省市场监管局");
  batch.row("丙集团", "氢能标准化试点");
  const auto found = batch.ask(listed, kListed);
  REQUIRE(found.size() == 2);
  CHECK(found[0].arguments.at("recommender") == "山东省");
  CHECK(found[1].arguments.at("recommender") == "河南省");
}

TEST_CASE("another unit for the same project, or one other character, is for a person to confirm") {
  SmallBatch other_unit = with_list();
  other_unit.row("丁公司", "智能制造标准化试点").row("乙大学", "新能源标准化试点");
  auto found = other_unit.ask(listed, kListed);
  REQUIRE(found.size() == 1);
  CHECK(found[0].concerned == std::vector<std::size_t>{0});
  CHECK(says(found[0].reason, "相近"));
  SmallBatch other_character = with_list();
  other_character.row("甲科技有限公司", "智慧制造标准化试点").row("乙大学", "新能源标准化试点");
  found = other_character.ask(listed, kListed);
  REQUIRE(found.size() == 1);
  CHECK(found[0].concerned == std::vector<std::size_t>{0});
}

TEST_CASE("a dossier that one row surely means is not nearly another row's") {
  SmallBatch batch = with_list();
  batch.row("甲科技有限公司", "智能制造标准化试点").row("乙大学", "新能源标准化试点");
  batch.row("丁公司", "智能制造标准化试点");
  const auto found = batch.ask(listed, kListed);
  REQUIRE(found.size() == 1);
  CHECK(found[0].arguments.at("missing") == "智能制造标准化试点（丁公司）");
}

TEST_CASE("copies of a list count once") {
  SmallBatch batch = with_list();
  batch.row("甲科技有限公司", "智能制造标准化试点").row("丙集团", "氢能标准化试点");
  batch.dossier("推荐函（扫描件）");
  batch.entries.back().is_application = false;
  batch.row("乙大学", "新能源标准化试点").row("丙集团", "氢能标准化试点");
  const auto found = batch.ask(listed, kListed);
  REQUIRE(found.size() == 1);
  CHECK(found[0].arguments.at("missing") == "氢能标准化试点（丙集团）");
}

TEST_CASE("ranks with gaps or doubles are told with the list") {
  SmallBatch batch = with_list();
  batch.row("甲科技有限公司", "智能制造标准化试点", "1").row("乙大学", "新能源标准化试点", "1");
  const auto found = batch.ask(listed, kListed);
  REQUIRE(found.size() == 1);
  CHECK(found[0].status == Status::review);
  CHECK(says(found[0].reason, "序号重复：1；缺少序号：2"));
  CHECK(found[0].concerned == std::vector<std::size_t>{2});
}

TEST_CASE("ranks may begin anew with each kind of project, and need not be given") {
  SmallBatch batch = with_list();
  batch.fact("roster", "智能制造标准化试点",
             {{"project", "智能制造标准化试点"}, {"rank", "1"}, {"kind", "试点"}});
  batch.fact("roster", "新能源标准化试点",
             {{"project", "新能源标准化试点"}, {"rank", "（1）"}, {"kind", "示范"}});
  CHECK(batch.ask(listed, kListed).empty());
  SmallBatch unranked = with_list();
  unranked.row("甲科技有限公司", "智能制造标准化试点").row("乙大学", "新能源标准化试点");
  CHECK(unranked.ask(listed, kListed).empty());
}

TEST_CASE("without any list a person must look, and no dossier is blamed") {
  const auto found = with_list().ask(listed, kListed);
  REQUIRE(found.size() == 1);
  CHECK(found[0].status == Status::review);
  CHECK(found[0].concerned.empty());
}

TEST_CASE("a list of several programmes is compared with each, and its own faults told once") {
  SmallBatch batch = with_list();
  batch.row("甲科技有限公司", "智能制造标准化试点", "1").row("乙大学", "新能源标准化试点", "2");
  batch.row("丁公司", "数字基建标准化试点", "3").row("丙集团", "氢能标准化试点", "3");
  SmallBatch other;
  other.dossier("四").fact("applicant", "丁公司").fact("project", "数字基建标准化试点");
  batch.elsewhere = other.entries;
  const auto found = batch.ask(listed, kListed);
  REQUIRE(found.size() == 2);
  CHECK(found[0].arguments.at("missing") == "氢能标准化试点（丙集团）");
  CHECK(says(found[1].reason, "序号重复：3"));
  batch.entries.back().programme = "another-programme";
  CHECK(batch.ask(listed, kListed).empty());
}
