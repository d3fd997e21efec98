// A dossier handed in again under its name: the next revision, compared with the one before, which
// is kept; and the same bytes when it is reviewed once more.
#include <catch2/catch.hpp>
#include <map>

#include "pipeline/base/text.h"
#include "tests/app/sample_set.h"

namespace fs = std::filesystem;
using namespace biaoshen::test;
using biaoshen::contains;

namespace {

// Both submissions lie here in turn.
const char* const kName = "青砚协会 标准申报";

void hand_in(const std::string& place, const fs::path& inbox) {
  fs::remove_all(inbox / kName);
  fs::copy(sample_at(place).path, inbox / kName, fs::copy_options::recursive);
}

Json reviewed_in(const fs::path& inbox, const fs::path& out) {
  const Ran ran =
      biaoshen::test::biaoshen({"review", (inbox / kName).string(), "--out", out.string()});
  INFO(ran.err);
  REQUIRE(ran.exit == 0);
  return Json::parse(read_whole(out / kName / "dossier.json"));
}

std::map<std::string, std::string> baselines_of(const Json& dossier) {
  std::map<std::string, std::string> out;
  for (const Json& finding : dossier.at("findings"))
    out[finding.at("rule")] = finding.value("baselineState", "");
  return out;
}

}  // namespace

TEST_CASE("a dossier handed in again is compared with the first, which is kept") {
  const fs::path folder = fresh_folder("resubmission"), inbox = folder / "inbox",
                 out = folder / "out";
  fs::create_directories(inbox);
  hand_in("dossiers/demo", inbox);
  const Json first = reviewed_in(inbox, out);
  CHECK(first["revision"] == 1);
  CHECK_FALSE(first.contains("previous"));
  CHECK(reviewed_in(inbox, out)["revision"] == 1);

  hand_in("dossiers/demo-corrected", inbox);
  const Json second = reviewed_in(inbox, out);
  CHECK(second["revision"] == 2);
  CHECK(second["previous"]["revision"] == 1);
  CHECK(second["previous"]["input_sha256"] == first["input_sha256"]);
  CHECK(second["previous"]["verdict"] == "return");
  auto since = baselines_of(second);
  for (const char* corrected : {"material.patent-disclosure", "form.required-fields",
                                "score.arithmetic", "patent.consistent"}) {
    INFO(corrected);
    CHECK(since[corrected] == "absent");
  }
  CHECK(since["number.consistent"] == "unchanged");
  CHECK(since["date.consistent"] == "updated");
  CHECK(since["title.consistent"] == "new");
  CHECK(since["number.format"] == "unchanged");
  CHECK(since["form.sealed"] == "unchanged");

  const std::string page = read_whole(out / kName / "dossier.html");
  CHECK(contains(page, "第 2 次提交"));
  CHECK(contains(page, "已解决 4 项"));
  CHECK(contains(page, "新出现 1 项"));
  const Json sarif = Json::parse(read_whole(out / kName / "findings.sarif"));
  for (const Json& result : sarif["runs"][0]["results"])
    CHECK(result["baselineState"] == since[result["ruleId"]]);

  const fs::path kept = out / ".biaoshen" / "history" / kName / "1";
  CHECK(Json::parse(read_whole(kept / "dossier.json")) == first);
  CHECK(fs::exists(kept / "notice.docx"));

  const std::string bytes = read_whole(out / kName / "dossier.json");
  CHECK(reviewed_in(inbox, out)["revision"] == 2);
  CHECK((read_whole(out / kName / "dossier.json") == bytes));
  CHECK((read_whole(out / kName / "dossier.html") == page));
  CHECK_FALSE(fs::exists(out / ".biaoshen" / "history" / kName / "2"));
}
