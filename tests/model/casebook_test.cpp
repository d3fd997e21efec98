// Which dossiers are in the casebook, in which order, and what is quoted of them.
#include "pipeline/model/casebook.h"

#include <catch2/catch.hpp>

using namespace biaoshen;

namespace {

CaseResult with_verdict(Verdict verdict) {
  CaseResult result;
  result.verdict = verdict;
  Finding finding;
  finding.rule = "number.consistent";
  finding.status = verdict == Verdict::returned ? Status::fail
                   : verdict == Verdict::review ? Status::review
                                                : Status::pass;
  finding.evidence_sha256 = "e";
  result.record.findings = {finding};
  return result;
}

CaseResult decided_as(CaseResult result, Treatment treatment, const std::string& evidence = "e") {
  DecisionSheet sheet;
  sheet.decisions = {{"number.consistent", treatment, "", evidence}};
  result.record.decisions.push_back(sheet);
  return result;
}

Case named(const std::string& name, const std::string& key, const std::string& programme = "p") {
  Case one;
  one.record.name = name;
  one.record.programme = programme;
  if (!key.empty()) one.record.subject.key = key;
  return one;
}

std::string names_of(const std::vector<Case>& cases) {
  std::string out;
  for (const Case& one : cases) out += (out.empty() ? "" : " ") + one.record.name;
  return out;
}

Fact fact(const std::string& name, const std::string& text, const std::string& doubt = "",
          const std::string& file = "f01") {
  Fact out;
  out.quote.file = file;
  out.name = name;
  out.value = text;
  out.quote.text = text;
  out.doubt = doubt;
  return out;
}

std::string quoted(const std::vector<Fact>& facts, const std::vector<std::string>& names) {
  Record record;
  record.facts = facts;
  std::string out;
  for (const CaseQuote& quote : quotes_of(record, {{"摘要", "abstract"}, names}))
    out += quote.fact->quote.text + std::string(quote.same.size(), '+') + "|";
  return out;
}

}  // namespace

TEST_CASE("a dossier is in where it is ready or reviewers accepted what was open") {
  CHECK_FALSE(left_out(with_verdict(Verdict::ready)));
  CHECK(left_out(with_verdict(Verdict::review)) == LeftOut::open);
  CHECK(left_out(with_verdict(Verdict::returned)) == LeftOut::returned);
  CHECK_FALSE(left_out(decided_as(with_verdict(Verdict::review), Treatment::accept)));
  CHECK_FALSE(left_out(decided_as(with_verdict(Verdict::returned), Treatment::accept)));
}

TEST_CASE("what reviewers sent back, look at again, or decided on other evidence is out") {
  CHECK(left_out(decided_as(with_verdict(Verdict::review), Treatment::send_back)) ==
        LeftOut::returned);
  CHECK(left_out(decided_as(with_verdict(Verdict::ready), Treatment::send_back)) ==
        LeftOut::returned);
  CHECK(left_out(decided_as(with_verdict(Verdict::review), Treatment::look)) == LeftOut::open);
  CHECK(left_out(decided_as(with_verdict(Verdict::review), Treatment::accept, "old")) ==
        LeftOut::open);
}

TEST_CASE("what the batch left open is out, whatever reviewers accepted of the dossier itself") {
  CaseResult result = decided_as(with_verdict(Verdict::review), Treatment::accept);
  result.is_open_in_batch = true;
  CHECK(left_out(result) == LeftOut::open);
}

TEST_CASE("what a recommender sent along is no case") {
  CaseResult result = with_verdict(Verdict::ready);
  result.record.is_application = false;
  CHECK(left_out(result) == LeftOut::no_application);
}

TEST_CASE("cases stand by programme, number and name; those without a number last") {
  CHECK(names_of(in_order({named("x", ""), named("b", "T/B 2-2020"), named("a", "T/B 10-2020", "o"),
                           named("c", "T/B 1-2020")})) == "a c b x");
}

TEST_CASE("several dossiers of one standard are one case that names the others") {
  const auto cases = in_order(
      {named("二", "T/B 1-2020"), named("一", "T/B 1-2020"), named("别项", "T/B 1-2020", "other")});
  REQUIRE(names_of(cases) == "别项 一");
  CHECK(cases[0].also_from.empty());
  CHECK(cases[1].also_from == std::vector<std::string>{"二"});
  CHECK(names_of(in_order({named("a", ""), named("b", "")})) == "a b");
}

TEST_CASE("quotes come in the order of the part's facts, the same text once with its other files") {
  CHECK(quoted({fact("b", "乙"), fact("a", "甲", "", "f02"), fact("c", "丙"), fact("a", "甲 "),
                fact("b", "甲", "", "f03")},
               {"a", "b"}) == "甲++|乙|");
}

TEST_CASE("a second reading of what a file says is not quoted again") {
  const std::string effect = "年节约费用约八十万元。";
  CHECK(quoted({fact("a", effect), fact("a", "应用效果 " + effect), fact("a", "节约费用")},
               {"a"}) == effect + "|");
  const std::string more = "示例公司自发布之日起在全部九条产线应用本标准。";
  CHECK(quoted({fact("a", "示例公司"), fact("a", more)}, {"a"}) == "示例公司|" + more + "|");
  CHECK(quoted({fact("a", effect), fact("a", "应用效果 " + effect, "", "f02")}, {"a"}) ==
        effect + "|应用效果 " + effect + "|");
}

TEST_CASE("what says nothing of this standard is not quoted") {
  CHECK(quoted({fact("a", ""), fact("a", "请填写", "placeholder"),
                fact("a", "另一项", "other-standard"), fact("a", "表", "blank-form")},
               {"a"}) == "");
  CHECK(quoted({fact("a", "识别的", "ocr")}, {"a"}) == "识别的|");
}

TEST_CASE("a copy of another dossier's result is no case of its own") {
  CaseResult copy = with_verdict(Verdict::ready);
  CHECK_FALSE(left_out(copy));
  copy.record.duplicate_of = "甲";
  CHECK(left_out(copy) == LeftOut::duplicate);
}
