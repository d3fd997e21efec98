#include "checkers/condition.h"

#include <catch2/catch.hpp>

#include "pipeline/base/text.h"

using namespace biaoshen;

namespace {

Condition asks(const std::string& name) {
  Condition condition;
  condition.check.predicate = name;
  return condition;
}

Condition joined(Condition::Kind kind, const std::string& names) {
  Condition condition;
  condition.kind = kind;
  for (char name : names) condition.parts.push_back(asks(std::string(1, name)));
  return condition;
}

// p passes, f fails, r is for review, n is not applicable; each says its own name.
Outcome answer(const Check& check) {
  Outcome outcome;
  const char name = check.predicate.front();
  outcome.status = name == 'p'   ? Status::pass
                   : name == 'f' ? Status::fail
                   : name == 'n' ? Status::not_applicable
                                 : Status::review;
  outcome.reason = {check.predicate, check.predicate};
  outcome.arguments["seen"] = check.predicate;
  outcome.evidence.emplace_back(Search{check.predicate, {}, true});
  return outcome;
}

Status all(const std::string& names) {
  return evaluate(joined(Condition::Kind::all, names), answer).status;
}
Status any(const std::string& names) {
  return evaluate(joined(Condition::Kind::any, names), answer).status;
}

}  // namespace

TEST_CASE("all, any and not have the truth tables of three-valued logic") {
  CHECK(all("ppp") == Status::pass);
  CHECK(all("ppr") == Status::review);
  CHECK(all("prf") == Status::fail);
  CHECK(any("fff") == Status::fail);
  CHECK(any("ffr") == Status::review);
  CHECK(any("frp") == Status::pass);
  CHECK(evaluate(joined(Condition::Kind::negation, "p"), answer).status == Status::fail);
  CHECK(evaluate(joined(Condition::Kind::negation, "f"), answer).status == Status::pass);
  CHECK(evaluate(joined(Condition::Kind::negation, "r"), answer).status == Status::review);
}

TEST_CASE("what is not applicable takes no part") {
  CHECK(all("pn") == Status::pass);
  CHECK(any("fn") == Status::fail);
  CHECK(all("nn") == Status::not_applicable);
  CHECK(evaluate(joined(Condition::Kind::negation, "n"), answer).status == Status::not_applicable);
}

TEST_CASE("reasons and evidence are those of the parts that decided") {
  const Outcome outcome = evaluate(joined(Condition::Kind::all, "pfrf"), answer);
  CHECK(outcome.reason.zh == "f");  // both say the same
  CHECK(outcome.evidence.size() == 2);
  CHECK(evaluate(joined(Condition::Kind::all, "pp"), answer).evidence.size() == 2);
}

TEST_CASE("conditions nest") {
  Condition either = joined(Condition::Kind::any, "f");
  either.parts.push_back(joined(Condition::Kind::all, "pp"));
  CHECK(evaluate(either, answer).status == Status::pass);
  either.parts.back().parts.push_back(asks("r"));
  CHECK(evaluate(either, answer).status == Status::review);
}

TEST_CASE("where it is not known whether a rule applies, only a pass stands") {
  const auto rule = [](const char* name) { return [=] { return answer({name, {}, {}}); }; };
  const Outcome unknown = answer({"r", {}, {}});
  CHECK(where_applicable(unknown, rule("p")).status == Status::pass);
  CHECK(where_applicable(unknown, rule("r")).status == Status::review);
  CHECK(where_applicable(unknown, rule("n")).status == Status::not_applicable);
  const Outcome open = where_applicable(unknown, rule("f"));
  CHECK(open.status == Status::review);
  CHECK(contains(open.reason.zh, "是否适用"));
  CHECK(open.evidence.size() == 2);
  CHECK(where_applicable(answer({"p", {}, {}}), rule("f")).status == Status::fail);
  CHECK(where_applicable(answer({"f", {}, {}}), rule("f")).status == Status::not_applicable);
}
