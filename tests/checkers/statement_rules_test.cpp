#include <catch2/catch.hpp>

#include "small_dossier.h"

using namespace biaoshen;

namespace {

const Parameters kInspected = {
    {"fact", "inspection"}, {"good", "合格|基本合格"}, {"bad", "不合格"}, {"year-before", "1"}};
const Parameters kAnyYear = {{"fact", "inspection"}, {"good", "合格"}, {"bad", "不合格"}};
const Parameters kPatents = {{"statement", "patent.statement"},
                             {"platform", "platform.patent"},
                             {"foreword", "patent.foreword"},
                             {"nil", "不涉及专利|无专利|否"}};

SmallDossier with_sentences(std::initializer_list<const char*> sentences) {
  SmallDossier d;
  for (const char* sentence : sentences) d.fact("inspection", sentence, "other");
  return d;
}

Status inspected(std::initializer_list<const char*> sentences) {
  return with_sentences(sentences).ask(says, kInspected).status;
}

SmallDossier with_patents(const char* statement, const char* platform) {
  SmallDossier d;
  if (*statement != '\0') d.fact("patent.statement", statement, "patent-disclosure");
  if (*platform != '\0') d.fact("platform.patent", platform, "platform-screenshot");
  return d;
}

}  // namespace

TEST_CASE("last year's inspection passed or not, as the sentence says") {
  CHECK(inspected({"2023年度年检结论：合格"}) == Status::pass);
  CHECK(inspected({"二〇二三年度年检结论：基本合格"}) == Status::pass);
  CHECK(inspected({"上年度年检合格"}) == Status::pass);
  const Outcome failed = with_sentences({"2023年度年检结论：不合格"}).ask(says, kInspected);
  CHECK(failed.status == Status::fail);
  CHECK(failed.arguments.at("found") == "2023年度年检结论：不合格");
  CHECK(quotes_in(failed) == 1);
}

TEST_CASE("another year's inspection says nothing of last year's") {
  CHECK(inspected({"2021年度年检结论：不合格"}) == Status::review);
  CHECK(inspected({"2022年度年检结论：合格"}) == Status::review);
  CHECK(inspected({"2021年度年检结论：不合格", "2023年度年检结论：合格"}) == Status::pass);
  CHECK(inspected({"2021年度年检不合格2023年度年检合格"}) == Status::review);
  CHECK(inspected({"2022年度年检合格，2023年度年检不合格"}) == Status::review);
  CHECK(inspected({"2024年6月核发：2023年度年检合格"}) == Status::pass);
  CHECK(with_sentences({"2021年度年检结论：不合格"}).ask(says, kAnyYear).status == Status::fail);
}

TEST_CASE("sentences that contradict each other are for a person with both") {
  const Outcome outcome =
      with_sentences({"2023年度年检合格", "2023年度年检不合格"}).ask(says, kInspected);
  CHECK(outcome.status == Status::review);
  CHECK(quotes_in(outcome) == 2);
  CHECK(inspected({"2023年度：合格，复查：不合格"}) == Status::review);
}

TEST_CASE("a sentence that only denies the bad word, or offers options, is for a person") {
  CHECK(inspected({"2023年度不存在年检不合格情况"}) == Status::review);
  CHECK(inspected({"2023年度年检结论：□合格 □基本合格 □不合格"}) == Status::review);
  CHECK(inspected({"2023年度年检结论：合格、基本合格、不合格"}) == Status::review);
  CHECK(inspected({"2023年度年检不合格的单位不得申报"}) == Status::review);
}

TEST_CASE("a doubtful sentence neither passes nor fails, and disturbs one that is firm") {
  SmallDossier d;
  d.fact("inspection", "2023年度年检不合格", "other", "ocr");
  CHECK(d.ask(says, kInspected).status == Status::review);
  d.fact("inspection", "2023年度年检合格", "other");
  CHECK(d.ask(says, kInspected).status == Status::review);
  d.facts.front().value = "2023年度年检合格";
  CHECK(d.ask(says, kInspected).status == Status::pass);
}

TEST_CASE("where no sentence was read a person looks, and the unread page is named") {
  SmallDossier d;
  d.file("登记证书.pdf");
  d.unread();
  const Outcome outcome = d.ask(says, kInspected);
  CHECK(outcome.status == Status::review);
  CHECK(contains(outcome.reason.zh, "登记证书.pdf"));
}

TEST_CASE("no patent anywhere passes; the foreword need not speak of it") {
  SmallDossier d = with_patents("经查，本标准不涉及专利", "否");
  CHECK(d.ask(patents_agree, kPatents).status == Status::pass);
  d.fact("patent.foreword", "不涉及专利", "standard-text");
  CHECK(d.ask(patents_agree, kPatents).status == Status::pass);
  d.fact("patent.foreword", "涉及到的专利", "standard-text");
  CHECK(d.ask(patents_agree, kPatents).status == Status::review);
}

TEST_CASE("a patent in one place and none in the other is for a person") {
  const Outcome outcome = with_patents("不涉及专利", "是").ask(patents_agree, kPatents);
  CHECK(outcome.status == Status::review);
  CHECK(contains(outcome.reason.zh, "平台页面"));
  CHECK(quotes_in(outcome) == 2);
  CHECK(with_patents("专利号", "否").ask(patents_agree, kPatents).status == Status::review);
  CHECK(with_patents("是否涉及专利", "否").ask(patents_agree, kPatents).status == Status::review);
}

TEST_CASE("a statement or page that is missing or doubtful is for a person") {
  const Outcome missing = with_patents("", "否").ask(patents_agree, kPatents);
  CHECK(missing.status == Status::review);
  CHECK(search_of(missing) != nullptr);
  CHECK(with_patents("不涉及专利", "").ask(patents_agree, kPatents).status == Status::review);
  SmallDossier d = with_patents("不涉及专利", "否");
  d.facts.back().doubt = "ocr";
  CHECK(d.ask(patents_agree, kPatents).status == Status::review);
}
