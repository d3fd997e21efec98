#include "checkers/profile_reader.h"

#include <catch2/catch.hpp>

#include "known_finders.h"
#include "pipeline/base/sha256.h"
#include "pipeline/base/text.h"

using namespace biaoshen;

namespace {

// A good profile; each line can be exchanged by its number (from 1) to make a mistake in it.
std::vector<std::string> good_lines() {
  return {
      R"(<profile id="x" version="1"><title><zh>题</zh><en>t</en></title><cut-off date="2024-08-31"/>)",
      R"(<recognised-by><phrase>申报书</phrase></recognised-by>)",
      R"(<instruments><instrument id="plan" title="方案"/></instruments>)",
      R"(<materials><material id="form" required="yes"><title><zh>表</zh><en>form</en></title>)",
      R"(<cue where="heading" weight="6">申报书</cue><cue where="structure" weight="9">score-table</cue></material></materials>)",
      R"(<facts><fact name="number" material="form" finder="label" labels="编号 | 标准号" type="number"/>)",
      R"(<fact name="score" finder="score" field="total"/></facts>)",
      R"(<matrix><field fact="number"><zh>编号</zh><en>number</en></field></matrix>)",
      R"(<rules><rule id="a" level="error"><title><zh>甲</zh><en>a</en></title><cite instrument="plan" clause="1">原文</cite>)",
      R"(<check predicate="score-threshold" fact="score" threshold="80"/>)",
      R"(<pass><zh>{score}</zh><en>{score}</en></pass><review><zh>{reason}</zh><en>{reason}</en></review>)",
      R"(<remedy><zh>改</zh><en>mend</en></remedy><rationale><zh>因</zh><en>why</en></rationale></rule>)",
      R"(<rule id="b" level="note"><title><zh>乙</zh><en>b</en></title><cite instrument="plan" clause="2">原文</cite>)",
      R"(<check predicate="material-present" material="form"/>)",
      R"(<review><zh>{reason}</zh><en>{reason}</en></review>)",
      R"(<remedy><zh>改</zh><en>mend</en></remedy><rationale><zh>因</zh><en>why</en></rationale></rule></rules>)",
      R"(</profile>)"};
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

using Exchange = std::tuple<int, std::string, std::string>;  // line, from, to

ReadProfile read_with(const std::vector<Exchange>& exchanges) {
  auto lines = good_lines();
  for (const auto& [line, from, to] : exchanges) {
    std::string& text = lines[static_cast<std::size_t>(line - 1)];
    REQUIRE(contains(text, from));
    text = replace_all(text, from, to);
  }
  return read_profile(joined(lines), known_finders(), ModuleShelf({}));
}

// The one mistake is on `line` and says `part`.
void check_mistake(const Exchange& exchange, int line, const std::string& part) {
  const ReadProfile read = read_with({exchange});
  INFO(std::get<2>(exchange));
  CHECK_FALSE(read.profile);
  REQUIRE_FALSE(read.mistakes.empty());
  INFO(read.mistakes.front().message);
  CHECK(read.mistakes.size() == 1);
  CHECK(read.mistakes.front().line == line);
  CHECK(contains(read.mistakes.front().message, part));
}

}  // namespace

TEST_CASE("a good profile is read as it stands") {
  const std::string xml = joined(good_lines());
  const ReadProfile read = read_profile(xml, known_finders(), ModuleShelf({}));
  REQUIRE(read.mistakes.empty());
  REQUIRE(read.profile);
  const Profile& profile = *read.profile;
  CHECK(profile.id == "x");
  CHECK(profile.sha256 == sha256(xml));
  CHECK(profile.cut_off == Date{2024, 8, 31});
  CHECK(profile.recognised_by.phrases == std::vector<std::string>{"申报书"});
  CHECK(profile.materials.front().cues.back().where == Cue::Where::structure);
  CHECK(profile.facts.front().parameters.at("labels") == "编号|标准号");
  CHECK(profile.facts.back().material.empty());
  REQUIRE(profile.rules.size() == 2);
  CHECK(profile.rules[0].cites.front().instrument == "方案");
  CHECK(profile.rules[0].messages.at(Status::pass).en == "{score}");
  CHECK(profile.rules[1].level == Level::note);
}

TEST_CASE("wrong names are found with the name that was meant") {
  check_mistake({10, "score-threshold", "score-treshold"}, 10, "did you mean “score-threshold”");
  check_mistake({6, "finder=\"label\"", "finder=\"lable\""}, 6, "did you mean “label”");
  check_mistake({6, "labels=", "lables=\"x\" labels="}, 6, "did you mean “labels”");
  check_mistake({6, "material=\"form\"", "material=\"from\""}, 6, "did you mean “form”");
  check_mistake({10, "fact=\"score\"", "fact=\"scor\""}, 10, "did you mean “score”");
  check_mistake({9, "instrument=\"plan\"", "instrument=\"plam\""}, 9, "did you mean “plan”");
  check_mistake({5, "score-table", "score-tabel"}, 5, "did you mean “score-table”");
  check_mistake({14, "material=\"form\"", "material=\"forn\""}, 14, "did you mean “form”");
  check_mistake({8, "fact=\"number\"", "fact=\"nunber\""}, 8, "did you mean “number”");
}

TEST_CASE("a placeholder that nothing fills is a mistake") {
  check_mistake({11, "<zh>{score}</zh>", "<zh>{scroe}</zh>"}, 11, "did you mean “score”");
  check_mistake({12, "<zh>改</zh>", "<zh>{reason}</zh>"}, 12, "{reason}");
}

TEST_CASE("parameters that are missing or of the wrong type are mistakes") {
  check_mistake({10, " threshold=\"80\"", ""}, 10, "needs the parameter “threshold”");
  check_mistake({10, "\"80\"", "\"eighty\""}, 10, "whole number");
  check_mistake({7, " field=\"total\"", ""}, 7, "needs the parameter “field”");
  check_mistake({1, "2024-08-31", "2024-02-30"}, 1, "YYYY-MM-DD");
}

TEST_CASE("a rule without citation, and a citation without words, are mistakes") {
  check_mistake({9, "<cite instrument=\"plan\" clause=\"1\">原文</cite>", ""}, 9, "cites nothing");
  check_mistake({9, "原文", ""}, 9, "quote the words");
}

TEST_CASE("a message in one language only is a mistake") {
  check_mistake({11, "<en>{score}</en>", "<en/>"}, 11, "no English text");
}

TEST_CASE("the same id twice is a mistake") {
  check_mistake({13, "id=\"b\"", "id=\"a\""}, 13, "there is another rule “a”");
}

TEST_CASE("what the grammar forbids is told with its line") {
  check_mistake({9, "level=\"error\"", "level=\"fatal\""}, 9, "level");
  check_mistake({11, "<review>", "<maybe/><review>"}, 11, "maybe");
  check_mistake({5, "weight=\"6\"", "weight=\"much\""}, 5, "weight");
}

TEST_CASE("every mistake is told, by line, and not only the first") {
  const ReadProfile read = read_with({{5, "score-table", "score-tabel"},
                                      {6, "finder=\"label\"", "finder=\"lable\""},
                                      {9, "level=\"error\"", "level=\"fatal\""},
                                      {10, "score-threshold", "score-treshold"},
                                      {13, "level=\"note\"", "level=\"fatal\""},
                                      {14, "material=\"form\"", "material=\"forn\""}});
  std::vector<int> lines;
  for (const ProfileMistake& mistake : read.mistakes) lines.push_back(mistake.line);
  CHECK(lines == std::vector<int>{5, 6, 9, 10, 13, 14});
}

TEST_CASE("a DOCTYPE is refused, and with it every entity") {
  const std::string bomb =
      "<!DOCTYPE p [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<profile>&b;</profile>";
  const ReadProfile read = read_profile(bomb, known_finders(), ModuleShelf({}));
  CHECK_FALSE(read.profile);
  REQUIRE_FALSE(read.mistakes.empty());
  CHECK(contains(read.mistakes.front().message, "DOCTYPE"));
}

TEST_CASE("what is not XML, or another document, is told") {
  CHECK_FALSE(read_profile("", known_finders(), ModuleShelf({})).mistakes.empty());
  CHECK_FALSE(read_profile("<profile>", known_finders(), ModuleShelf({})).mistakes.empty());
  CHECK_FALSE(
      read_profile("<html><body/></html>", known_finders(), ModuleShelf({})).mistakes.empty());
  CHECK_FALSE(read_profile(std::string("\xff\xfe\0", 3), known_finders(), ModuleShelf({}))
                  .mistakes.empty());
}

namespace {

// The question of rule a in place of its <check>.
ReadProfile read_asking(const std::string& question) {
  return read_with(
      {{10, R"(<check predicate="score-threshold" fact="score" threshold="80"/>)", question}});
}

}  // namespace

TEST_CASE("a question may join checks, and say when it applies") {
  const ReadProfile read = read_asking(
      R"(<when><check predicate="found" fact="number"/></when>)"
      R"(<any><check predicate="score-threshold" fact="score" threshold="80" adjustable="threshold"/>)"
      R"(<not><all><check predicate="found" fact="number"/></all></not></any>)");
  for (const auto& mistake : read.mistakes) UNSCOPED_INFO(mistake.message);
  REQUIRE(read.profile);
  const RuleSpec& rule = read.profile->rules.front();
  REQUIRE(rule.when);
  CHECK(rule.when->check.predicate == "found");
  CHECK(rule.condition.kind == Condition::Kind::any);
  REQUIRE(rule.condition.parts.size() == 2);
  CHECK(rule.condition.parts[0].check.parameters ==
        Parameters{{"fact", "score"}, {"threshold", "80"}});
  CHECK(rule.condition.parts[0].check.sought.zh == "甲");
  CHECK(rule.condition.parts[1].kind == Condition::Kind::negation);
  CHECK(rule.adjustable == std::set<std::string>{"threshold"});
}

TEST_CASE("mistakes are found inside joined checks, too") {
  const auto one = [](const std::string& question, const std::string& part) {
    const ReadProfile read = read_asking(question);
    INFO(question);
    CHECK_FALSE(read.profile);
    REQUIRE_FALSE(read.mistakes.empty());
    INFO(read.mistakes.front().message);
    CHECK(read.mistakes.front().line == 10);
    CHECK(contains(read.mistakes.front().message, part));
  };
  const std::string good = R"(<check predicate="score-threshold" fact="score" threshold="80"/>)";
  one("<all>" + good + R"(<check predicate="fund" fact="score"/></all>)", "did you mean “found”");
  one(R"(<when><check predicate="found" fact="scor"/></when>)" + good, "did you mean “score”");
  one(R"(<any><check predicate="score-threshold" fact="score" threshold="x"/></any>)",
      "whole number");
  one(R"(<check predicate="score-threshold" fact="score" threshold="80" adjustable="limit"/>)",
      "limit");
  CHECK_FALSE(read_asking("<all/>").mistakes.empty());
  CHECK_FALSE(read_asking("<not>" + good + good + "</not>").mistakes.empty());
}

TEST_CASE("rules over a batch or a panel have predicates of their own") {
  const ReadProfile wrong = read_with({{9, "level=\"error\"", "level=\"error\" scope=\"batch\""}});
  REQUIRE_FALSE(wrong.mistakes.empty());
  CHECK(contains(wrong.mistakes.front().message, "scope batch"));
  const ReadProfile right =
      read_with({{13, "level=\"note\"", "level=\"note\" scope=\"batch\""},
                 {14, R"(<check predicate="material-present" material="form"/>)",
                  R"(<check predicate="same-standard" fact="number"/>)"}});
  for (const auto& mistake : right.mistakes) UNSCOPED_INFO(mistake.message);
  REQUIRE(right.profile);
  CHECK(right.profile->rules.size() == 1);
  REQUIRE(right.profile->batch_rules.size() == 1);
  CHECK(right.profile->rule("b")->scope == Scope::batch);
}

TEST_CASE("the casebook's parts name facts in order") {
  const std::string casebook =
      "</matrix><casebook><part facts=\"score | number\"><zh>摘要</zh><en>abstract</en></part>"
      "</casebook>";
  const ReadProfile read = read_with({{8, "</matrix>", casebook}});
  REQUIRE(read.profile);
  REQUIRE(read.profile->casebook.size() == 1);
  CHECK(read.profile->casebook[0].title.zh == "摘要");
  CHECK(read.profile->casebook[0].facts == std::vector<std::string>{"score", "number"});
  check_mistake({8, "</matrix>", replace_all(casebook, "score |", "scor |")}, 8,
                "did you mean “score”?");
  check_mistake({8, "</matrix>", replace_all(casebook, ">abstract<", "><")}, 8, "no English text");
}

TEST_CASE("programmes that share a form name the field that tells them apart") {
  const ReadProfile read = read_with(
      {{2, "</phrase>",
        R"(</phrase><kind finder="option" labels="申报类型" options="试点 | 示范" is="示范 | 示范项目"/>)"}});
  REQUIRE(read.profile);
  const Recognition& by = read.profile->recognised_by;
  REQUIRE(by.kind);
  CHECK(by.kind->finder == "option");
  CHECK(by.kind->parameters.at("options") == "试点|示范");
  CHECK(by.kind_values == std::vector<std::string>{"示范", "示范项目"});
  check_mistake(
      {2, "</phrase>", R"(</phrase><kind finder="optoin" labels="类型" options="a" is="a"/>)"}, 2,
      "did you mean “option”");
}
