// The casebook of results on disk, by a small programme of the test's own: who is in, who is
// left out and why, and what becomes of FILE.
#include <catch2/catch.hpp>
#include <fstream>

#include "pipeline/base/text.h"
#include "tests/app/run_program.h"

namespace fs = std::filesystem;
using namespace biaoshen::test;
using biaoshen::contains;

namespace {

constexpr const char* kCaseProfile = R"(<?xml version="1.0" encoding="UTF-8"?>
<profile id="case-example" version="1">
  <title><zh>示例项目</zh><en>Example programme</en></title>
  <recognised-by><phrase>示例项目申报书</phrase></recognised-by>
  <instruments><instrument id="plan" title="《示例方案》" source="示例">示例</instrument></instruments>
  <materials>
    <material id="application-form" required="yes">
      <title><zh>申报书</zh><en>application form</en></title>
      <cue where="heading" weight="6">示例项目申报书</cue>
    </material>
    <material id="proof" required="yes">
      <title><zh>应用证明</zh><en>proof of use</en></title>
      <cue where="heading" weight="8">标准应用证明</cue>
    </material>
  </materials>
  <facts>
    <fact name="number" material="application-form" finder="label" type="number" labels="标准编号"/>
    <fact name="title" material="application-form" finder="label" labels="标准名称"/>
    <fact name="proof" material="proof" finder="phrase" phrases="应用 | 效益"/>
    <fact name="case.benefit" material="proof" finder="sentence" about="效益"/>
  </facts>
  <casebook>
    <part facts="case.benefit"><zh>实施效果</zh><en>Benefits</en></part>
  </casebook>
  <rules>
    <rule id="material.proof" level="error">
      <title><zh>有应用证明</zh><en>Proof of use</en></title>
      <cite instrument="plan" clause="二">（大意，非原文）附应用证明。</cite>
      <check predicate="material-present" material="proof"/>
      <pass><zh>有。</zh><en>There is one.</en></pass>
      <fail><zh>没有。</zh><en>There is none.</en></fail>
      <review><zh>{reason}。</zh><en>{reason}.</en></review>
      <remedy><zh>补交。</zh><en>Hand it in.</en></remedy>
      <rationale><zh>示例。</zh><en>An example.</en></rationale>
    </rule>
    <rule id="proof.stated" level="warning">
      <title><zh>应用和效益</zh><en>Use and benefits</en></title>
      <cite instrument="plan" clause="三">（大意，非原文）说明应用和效益。</cite>
      <check predicate="phrases-all" fact="proof" wanted="应用 | 效益"/>
      <pass><zh>{found}。</zh><en>{found}.</en></pass>
      <review><zh>{reason}。</zh><en>{reason}.</en></review>
      <remedy><zh>核对。</zh><en>Look.</en></remedy>
      <rationale><zh>示例。</zh><en>An example.</en></rationale>
    </rule>
  </rules>
</profile>
)";

void write_dossier(const fs::path& inbox, const std::string& name, const std::string& number,
                   const std::string& proof) {
  fs::create_directories(inbox / name);
  write_whole(inbox / name / "申报书.txt",
              "示例项目申报书\n标准编号：" + number + "\n标准名称：" + name + "技术规范\n");
  if (!proof.empty()) write_whole(inbox / name / "应用证明.txt", "标准应用证明\n" + proof + "\n");
}

// 甲 and 丁 pass and are of one standard, 乙 is open, 丙 is sent back. Made once.
const fs::path& reviewed_cases() {
  static const fs::path kFolder = [] {
    const fs::path folder = fresh_folder("casebook"), in = folder / "in";
    fs::create_directories(folder / "profiles");
    write_whole(folder / "profiles" / "1.xml", kCaseProfile);
    write_dossier(in, "甲", "T/CASE 001—2022", "本标准应用于三家企业，取得经济效益十二万元。");
    write_dossier(in, "乙", "T/CASE 002—2022", "本标准应用于两家企业。");
    write_dossier(in, "丙", "T/CASE 003—2022", "");
    write_dossier(in, "丁", "T/CASE 001—2022", "应用后效益良好。");
    const Ran ran = biaoshen::test::biaoshen(
        {"review", (in / "甲").string(), (in / "乙").string(), (in / "丙").string(),
         (in / "丁").string(), "--out", (folder / "out").string(), "--profiles",
         (folder / "profiles").string(), "--programme", "case-example"});
    REQUIRE(ran.exit == 0);
    return folder;
  }();
  return kFolder;
}

Ran casebook(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "casebook");
  arguments.insert(arguments.end(), {"--profiles", (reviewed_cases() / "profiles").string()});
  return biaoshen::test::biaoshen(arguments, {{"LC_ALL", "C.UTF-8"}});
}

// word/document.xml of a DOCX.
std::string document_in(const fs::path& docx) {
  const Ran ran = run_program({"/usr/bin/python3", "-c",
                               "import sys, zipfile; sys.stdout.buffer.write("
                               "zipfile.ZipFile(sys.argv[1]).read('word/document.xml'))",
                               docx.string()},
                              reviewed_cases());
  REQUIRE(ran.exit == 0);
  return ran.out;
}

}  // namespace

TEST_CASE("the casebook holds what passed, each standard once, and says who is left out") {
  const fs::path file = reviewed_cases() / "casebook.docx";
  const Ran ran = casebook({(reviewed_cases() / "out").string(), "--out", file.string()});
  INFO(ran.err);
  REQUIRE(ran.exit == 0);
  CHECK(contains(ran.err, "left out: 乙: still open"));
  CHECK(contains(ran.err, "left out: 丙: sent back"));
  const std::string document = document_in(file);
  CHECK(contains(document, "T/CASE 001—2022　丁技术规范"));
  CHECK(contains(document, "应用后效益良好。"));
  CHECK(contains(document, "应用证明.txt"));
  CHECK(contains(document, "同一标准另有材料：甲。"));
  CHECK_FALSE(contains(document, "T/CASE 002"));
  CHECK_FALSE(contains(document, "T/CASE 003"));
}

TEST_CASE("a dossier whose open questions reviewers accepted is in") {
  const fs::path out = reviewed_cases() / "decided", file = reviewed_cases() / "decided.docx";
  fs::create_directories(out);
  fs::copy(reviewed_cases() / "out" / "乙", out / "乙", fs::copy_options::recursive);
  const Json dossier = Json::parse(read_whole(out / "乙" / "dossier.json"));
  Json decisions = Json::array();
  for (const Json& finding : dossier["findings"])
    if (finding["status"] == "review")
      decisions.push_back({{"rule", finding["rule"]},
                           {"decision", "accept"},
                           {"note", "已核对"},
                           {"evidence_sha256", finding["evidence_sha256"]}});
  write_whole(reviewed_cases() / "decisions.json", Json({{"schema", "biaoshen/decisions/1"},
                                                         {"dossier", "乙"},
                                                         {"input_sha256", dossier["input_sha256"]},
                                                         {"revision", 1},
                                                         {"by", "顾清和"},
                                                         {"on", "2024-09-03"},
                                                         {"decisions", decisions}})
                                                       .dump());
  const Ran decided = biaoshen::test::biaoshen(
      {"decide", (out / "乙").string(), (reviewed_cases() / "decisions.json").string()});
  INFO(decided.err);
  REQUIRE(decided.exit == 0);
  REQUIRE(casebook({(out / "乙").string(), "--out", file.string()}).exit == 0);
  const std::string document = document_in(file);
  CHECK(contains(document, "T/CASE 002—2022"));
  CHECK(contains(document, "【材料中未读出，请补写】"));

  // What comparing the batch has shown is not theirs to accept in the page.
  Json accepted = Json::parse(read_whole(out / "乙" / "dossier.json"));
  accepted["batch"] = {
      {"verdict", "review"}, {"dossier_verdict", accepted["verdict"]}, {"findings", Json::array()}};
  write_whole(out / "乙" / "dossier.json", accepted.dump());
  const Ran open =
      casebook({(out / "乙").string(), "--out", (reviewed_cases() / "open.docx").string()});
  CHECK(contains(open.err, "left out: 乙: still open"));
}

TEST_CASE("a dossier that is ready alone but open in its batch is left out") {
  const fs::path result = reviewed_cases() / "clash" / "丁";
  fs::create_directories(result);
  Json dossier = Json::parse(read_whole(reviewed_cases() / "out" / "丁" / "dossier.json"));
  REQUIRE(dossier["verdict"] == "ready");
  dossier["verdict"] = "review";
  dossier["batch"] = {
      {"verdict", "review"}, {"dossier_verdict", "ready"}, {"findings", Json::array()}};
  write_whole(result / "dossier.json", dossier.dump());
  const std::string file = (reviewed_cases() / "clash.docx").string();
  const Ran ran = casebook({result.string(), "--out", file});
  CHECK(ran.exit == 0);
  CHECK(contains(ran.err, "left out: 丁: still open"));
  CHECK_FALSE(contains(document_in(file), "T/CASE 001"));
}

TEST_CASE("the same results give the same bytes") {
  const fs::path one = reviewed_cases() / "one.docx", two = reviewed_cases() / "two.docx";
  REQUIRE(casebook({(reviewed_cases() / "out").string(), "--out", one.string()}).exit == 0);
  REQUIRE(casebook({(reviewed_cases() / "out" / "丁").string(),
                    (reviewed_cases() / "out" / "甲").string(), "--out", two.string()})
              .exit == 0);
  CHECK(read_whole(one) == read_whole(two));
}

TEST_CASE("a file that is there is replaced only by --force") {
  const fs::path file = reviewed_cases() / "edited.docx";
  write_whole(file, "edited");
  const std::string out = (reviewed_cases() / "out").string();
  const Ran refused = casebook({out, "--out", file.string()});
  CHECK(refused.exit == 5);
  CHECK(contains(refused.err, "--force"));
  CHECK(read_whole(file) == "edited");
  CHECK(casebook({out, "--out", file.string(), "--force"}).exit == 0);
  CHECK(contains(document_in(file), "T/CASE 001—2022"));
}

TEST_CASE("what cannot be read is told; nothing to read is an error") {
  const fs::path broken = reviewed_cases() / "broken" / "坏";
  fs::create_directories(broken);
  write_whole(broken / "dossier.json", "{}");
  const std::string file = (reviewed_cases() / "broken.docx").string();
  const Ran none = casebook({broken.string(), "--out", file});
  CHECK(none.exit == 3);
  CHECK_FALSE(fs::exists(file));
  const Ran some = casebook({broken.string(), (reviewed_cases() / "out").string(),
                             (reviewed_cases() / "no").string(), "--out", file});
  CHECK(some.exit == 0);
  CHECK(contains(some.err, "dossier.json: not a dossier.json of this program"));
  CHECK(casebook({(reviewed_cases() / "out").string(), "--out", "casebook.pdf"}).exit == 2);
}

TEST_CASE("results of a programme that is not known are left out by name") {
  const std::string file = (reviewed_cases() / "unknown.docx").string();
  const Ran ran = biaoshen::test::biaoshen(
      {"casebook", (reviewed_cases() / "out").string(), "--out", file}, {{"LC_ALL", "C.UTF-8"}});
  CHECK(ran.exit == 0);
  CHECK(contains(ran.err, "case-example 1: no such programme here"));
  CHECK(contains(document_in(file), "没有已通过的标准"));
}
