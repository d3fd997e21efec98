#include <catch2/catch.hpp>

#include "checkers/batch/batch_predicates.h"
#include "small_batch.h"

using namespace biaoshen;

namespace {

const Parameters kSameStandard = {
    {"fact", "number|title"}, {"applicant", "applicant"}, {"recommender", "recommender"}};

}  // namespace

TEST_CASE("one number in two dossiers is for a person, however it is printed") {
  SmallBatch batch;
  batch.dossier("甲").fact("number", "T/BAIIA 015—2022");
  batch.dossier("乙").fact("number", "Ｔ/BAIIA015-2022");
  batch.dossier("丙").fact("number", "T/BAIIA 016—2022");
  const auto found = batch.ask(same_standard, kSameStandard);
  REQUIRE(found.size() == 1);
  CHECK(found[0].status == Status::review);
  CHECK(found[0].concerned == std::vector<std::size_t>{0, 1});
  CHECK(found[0].arguments.at("number") == "T/BAIIA 015—2022");
  CHECK(found[0].arguments.at("dossiers") == "甲、乙");
  CHECK(found[0].evidence.size() == 2);
}

TEST_CASE("different standards are in order") {
  SmallBatch batch;
  batch.dossier("甲").fact("number", "T/BAIIA 015—2022").fact("title", "人型机器人安全要求");
  batch.dossier("乙").fact("number", "T/BAIIA 015—2023").fact("title", "人形机器人安全要求");
  CHECK(batch.ask(same_standard, kSameStandard).empty());
}

TEST_CASE("the message tells several recommenders and applicants from one") {
  SmallBatch batch;
  batch.dossier("甲").fact("number", "T/A 1—2022").fact("applicant", "甲科技有限公司");
  batch.fact("recommender", "山东省市场监管局");
  batch.dossier("乙").fact("number", "T/A 1—2022").fact("applicant", "甲科技有限责任公司");
  batch.fact("recommender", "河南省市场监督管理局");
  const auto found = batch.ask(same_standard, kSameStandard);
  REQUIRE(found.size() == 1);
  CHECK(says(found[0].reason, "申报单位均为甲科技有限公司"));
  CHECK(says(found[0].reason, "经不同推荐单位推荐：山东省、河南省"));
}

TEST_CASE("what number and title both show is told once") {
  SmallBatch batch;
  for (const char* name : {"甲", "乙"})
    batch.dossier(name).fact("number", "T/A 1—2022").fact("title", "《机器人安全技术要求》");
  CHECK(batch.ask(same_standard, kSameStandard).size() == 1);
}

TEST_CASE("a title alone is enough, a short word is not") {
  SmallBatch batch;
  batch.dossier("甲").fact("title", "《机器人安全技术要求》");
  batch.dossier("乙").fact("title", "机器人 安全技术要求");
  CHECK(batch.ask(same_standard, kSameStandard).size() == 1);
  SmallBatch blank;
  blank.dossier("甲").fact("title", "无").fact("number", "/");
  blank.dossier("乙").fact("title", "无").fact("number", "/");
  CHECK(blank.ask(same_standard, kSameStandard).empty());
}

TEST_CASE("a doubtful number is worth a look as well, a placeholder is none") {
  SmallBatch batch;
  batch.dossier("甲").doubtful("number", "T/BAIIA 015—2022");
  batch.dossier("乙").fact("number", "T/BAIIA 015—2022");
  CHECK(batch.ask(same_standard, kSameStandard).size() == 1);
  SmallBatch templates;
  for (const char* name : {"甲", "乙"})
    templates.dossier(name).fact("number", "T/XXX 001—20XX", {}, "placeholder");
  CHECK(templates.ask(same_standard, kSameStandard).empty());
}

TEST_CASE("a standard that two dossiers only enclose is not put forward twice") {
  SmallBatch batch;
  for (const char* name : {"甲", "乙"})
    batch.dossier(name).fact("number", "T/BAIIA 015—2022", {}, "other-standard");
  CHECK(batch.ask(same_standard, kSameStandard).empty());
}

TEST_CASE("a recommender's list names the standards of the dossiers and doubles none") {
  SmallBatch batch;
  batch.dossier("甲").fact("number", "T/A 1—2022");
  batch.dossier("推荐函").fact("number", "T/A 1—2022");
  batch.entries.back().is_application = false;
  CHECK(batch.ask(same_standard, kSameStandard).empty());
}
