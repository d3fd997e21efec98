#include "pipeline/model/party_name.h"

#include <catch2/catch.hpp>

using namespace biaoshen;

namespace {

// Whichever comes first.
PartyMatch both_ways(const char* a, const char* b) {
  const PartyMatch result = match_parties(a, b);
  CHECK(match_parties(b, a) == result);
  return result;
}

bool same(const char* a, const char* b) {
  return both_ways(a, b) == PartyMatch::same;
}
bool near(const char* a, const char* b) {
  return both_ways(a, b) == PartyMatch::near;
}
bool different(const char* a, const char* b) {
  return both_ways(a, b) == PartyMatch::different;
}

}  // namespace

TEST_CASE("blanks, widths and the place for the seal do not change a name") {
  CHECK(same("甲乙科技有限公司", "甲乙 科技　有限公司（盖章）"));
  CHECK(same("甲乙（北京）科技有限公司", "甲乙(北京)科技有限公司"));
  CHECK(same("ABC认证中心", "Ａｂｃ认证中心"));
  CHECK(same("张 三", "张三"));
}

TEST_CASE("a limited company is the same in both its wordings, by shares it is only near") {
  CHECK(same("甲乙科技有限公司", "甲乙科技有限责任公司"));
  CHECK(near("甲乙科技有限公司", "甲乙科技股份有限公司"));
  CHECK(near("甲乙科技有限公司", "甲乙科技"));
  CHECK(near("国某电网公司", "国某电网有限公司"));
}

TEST_CASE("a name is the same as the one it had before") {
  CHECK(same("甲市标准化研究院（原甲市质量标准化所）", "甲市质量标准化所"));
  CHECK(same("甲乙科技有限公司（曾用名：丙丁科技有限公司）", "丙丁科技有限责任公司"));
  CHECK(same("甲乙科技有限公司（原名丙丁有限公司、戊己有限公司）（盖章）", "戊己有限公司"));
  CHECK(same("甲乙科技有限公司（曾用名：丙丁科技有限公司）", "甲乙科技有限公司"));
  CHECK(different("甲乙科技有限公司（曾用名：丙丁科技有限公司）",
                  "庚辛科技有限公司（曾用名：丙丁科技有限公司）"));
}

TEST_CASE("a place in brackets is part of the name") {
  CHECK(different("甲乙（北京）科技有限公司", "甲乙（上海）科技有限公司"));
  CHECK(near("甲乙（北京）科技有限公司", "甲乙科技有限公司"));
  CHECK(near("甲乙（北京）科技有限公司", "甲乙北京科技有限公司"));
  CHECK(different("某某（原阳）", "阳"));
}

TEST_CASE("one name inside the other is near: a department, a subsidiary") {
  CHECK(near("某某大学", "某某大学计算机学院"));
  CHECK(near("某某集团", "某某集团（江苏）能源有限公司"));
  CHECK(different("张三", "张三丰"));
}

TEST_CASE("a short form made of the name's letters is near, another full name is not") {
  CHECK(near("标准院", "中国标准化研究院"));
  CHECK(near("中科院", "中国科学院"));
  CHECK(different("北京大学", "北京航空航天大学"));
  CHECK(different("中国学会", "中国标准化某某学会"));
  CHECK(different("李院士", "中国标准化研究院"));
}

TEST_CASE("one wrong letter in a long name is near, in a short one it is another name") {
  CHECK(near("人形机器人协会", "人型机器人协会"));
  CHECK(near("北京市标准化协会", "北京标准化协会"));
  CHECK(near("北京标准化协会X", "北京标准化协会"));
  CHECK(different("王小明", "王小月"));
  CHECK(different("山东省标准化协会", "山西省标准化协会"));
  CHECK(near("山东省标准化协会", "山东省标准化学会"));
  CHECK(different("甲市标准化协会", "乙省标准化协会"));
}

TEST_CASE("nothing is the same as nothing") {
  CHECK(different("", ""));
  CHECK(different("（盖章）", "（盖章）"));
  CHECK(different("）", "甲乙科技有限公司"));
  CHECK(different("(((", "甲乙科技有限公司）"));
}
