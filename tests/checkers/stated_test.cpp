#include "checkers/predicates/stated.h"

#include <catch2/catch.hpp>

using namespace biaoshen;

namespace {

constexpr std::string_view kGood[] = {"合格"};
constexpr std::string_view kBad[] = {"不合格"};

Mention bad(const char* sentence) {
  return mention_of("不合格", sentence, Speaks::against_applicant, kGood);
}
Mention good(const char* sentence) {
  return mention_of("合格", sentence, Speaks::for_applicant, kBad);
}

}  // namespace

TEST_CASE("a plain sentence states its word") {
  CHECK(bad("2023年度年检结论：不合格。") == Mention::stated);
  CHECK(bad("年检结论为 不 合格") == Mention::stated);
  CHECK(good("2023年度年检结论：合格") == Mention::stated);
  CHECK(good("年检结论为基本合格，特此证明") == Mention::stated);
}

TEST_CASE("a word inside a longer one is not there") {
  CHECK(good("年检不合格") == Mention::none);
  CHECK(good("年检不合格，复查合格") == Mention::stated);
  CHECK(good("") == Mention::none);
  CHECK(mention_of("", "年检合格", Speaks::for_applicant) == Mention::none);
}

TEST_CASE("against the applicant a negation counts from anywhere in the sentence before") {
  CHECK(bad("不存在应参加而未参加年检或年报，以及年检不合格情况") == Mention::denied);
  CHECK(bad("无年检不合格") == Mention::denied);
  CHECK(bad("没有年检不合格") == Mention::denied);
  CHECK(bad("如年检不合格") == Mention::denied);
  CHECK(bad("是否年检不合格") == Mention::denied);
}

TEST_CASE("against the applicant a denial behind the kind of thing counts") {
  CHECK(bad("年检不合格情况：无") == Mention::denied);
  CHECK(bad("年检不合格的记录：没有") == Mention::denied);
  CHECK(bad("年检不合格情况说明") == Mention::mentioned);
}

TEST_CASE("options, lists and whoever it may be do not state a word against the applicant") {
  CHECK(bad("□合格 □不合格") == Mention::mentioned);
  CHECK(bad("合格/不合格") == Mention::mentioned);
  CHECK(bad("不合格、基本合格") == Mention::mentioned);
  CHECK(bad("年检不合格的单位，取消资格") == Mention::mentioned);
  CHECK(bad("年检不合格者") == Mention::mentioned);
}

TEST_CASE("for the applicant a negation counts in its own clause, and a list states it") {
  CHECK(good("年检未达到合格") == Mention::denied);
  CHECK(good("无违法记录，年检合格") == Mention::stated);
  CHECK(good("确保年检合格") == Mention::denied);
  CHECK(good("年检合格后") == Mention::mentioned);
  CHECK(good("□合格") == Mention::mentioned);
  CHECK(mention_of("无违法", "近三年无违法、失信记录", Speaks::for_applicant) == Mention::stated);
}

TEST_CASE("a name that only has the letter of a negation negates nothing") {
  CHECK(good("无锡市某某协会年检合格") == Mention::stated);
  CHECK(bad("无人机协会年检不合格") == Mention::stated);
  CHECK(mention_of("应用良好", "标准应用良好", Speaks::for_applicant) == Mention::stated);
}

TEST_CASE("what is too long for a sentence states nothing, however often it has the word") {
  std::string text = "年检";
  for (int i = 0; i < 50000; ++i) text += "不合格";
  CHECK(bad(text.c_str()) == Mention::mentioned);
}
