// --notice-template and `biaoshen notice-template`: a template is written, used, and refused.
#include <catch2/catch.hpp>
#include <filesystem>

#include "pipeline/base/text.h"
#include "tests/app/sample_set.h"

namespace fs = std::filesystem;
using namespace biaoshen::test;
using biaoshen::contains;

namespace {

Ran review_with(const std::string& notice_template, const fs::path& out) {
  return biaoshen::test::biaoshen({"review", sample_at("dossiers/demo").path.string(), "--out",
                                   out.string(), "--notice-template", notice_template});
}

}  // namespace

TEST_CASE("the program's template is written once, and makes the notice that it makes itself") {
  const fs::path folder = fresh_folder("notice/default");
  const std::string file = (folder / "letter.docx").string();
  const Ran written = biaoshen::test::biaoshen({"notice-template", file});
  CHECK(written.exit == 0);
  CHECK(contains(written.out, "{{#defects}}  {{#补正事项}}"));
  const Ran again = biaoshen::test::biaoshen({"notice-template", file});
  CHECK(again.exit == 5);
  CHECK(contains(again.err, file));

  CHECK(review_with(file, folder / "own").exit == 0);
  CHECK(biaoshen::test::biaoshen({"review", sample_at("dossiers/demo").path.string(), "--out",
                                  (folder / "usual").string()})
            .exit == 0);
  const std::string notice = read_whole(folder / "own/demo/notice.docx");
  CHECK_FALSE(notice.empty());
  CHECK(notice == read_whole(folder / "usual/demo/notice.docx"));
  CHECK(
      contains(read_whole(folder / "usual/demo/dossier.json"), "\"notice_template_sha256\": null"));
  CHECK_FALSE(
      contains(read_whole(folder / "own/demo/dossier.json"), "\"notice_template_sha256\": null"));
}

TEST_CASE("a dossier that is ready has no notice") {
  const fs::path out = fresh_folder("notice/ready");
  CHECK(biaoshen::test::biaoshen(
            {"review", sample_at("dossiers/good").path.string(), "--out", out.string()})
            .exit == 0);
  CHECK(fs::exists(out / "good/dossier.json"));
  CHECK_FALSE(fs::exists(out / "good/notice.docx"));
}

TEST_CASE("a template that cannot be used is exit 3 before the first file is read") {
  const fs::path folder = fresh_folder("notice/refused");
  write_whole(folder / "letter.docx", "just text");
  const Ran text = review_with((folder / "letter.docx").string(), folder / "out");
  CHECK(text.exit == 3);
  CHECK(contains(text.err, "letter.docx: not a DOCX"));
  CHECK(review_with((folder / "missing.docx").string(), folder / "out").exit == 3);
  CHECK(review_with(folder.string(), folder / "out").exit == 3);
  CHECK_FALSE(fs::exists(folder / "out"));
}

TEST_CASE("a template has the name of a DOCX") {
  const fs::path folder = fresh_folder("notice/name");
  CHECK(biaoshen::test::biaoshen({"notice-template", (folder / "letter.txt").string()}).exit == 2);
  CHECK(fs::is_empty(folder));
}

TEST_CASE("a decision makes the notice again from the template of the review and no other") {
  const fs::path folder = fresh_folder("notice/decided");
  const std::string file = (folder / "letter.docx").string();
  REQUIRE(biaoshen::test::biaoshen({"notice-template", file, "--lang", "en"}).exit == 0);
  REQUIRE(review_with(file, folder).exit == 0);
  const fs::path result = folder / "demo";
  const Json json = Json::parse(read_whole(result / "dossier.json"));
  Json decisions = Json::array();
  for (const Json& finding : json["findings"])
    if (finding["rule"] == "form.sealed")
      decisions.push_back({{"rule", finding["rule"]},
                           {"decision", "return"},
                           {"note", "seal it"},
                           {"evidence_sha256", finding["evidence_sha256"]}});
  REQUIRE(decisions.size() == 1);
  const std::string sheet = (folder / "decisions.json").string();
  write_whole(sheet, Json{{"schema", "biaoshen/decisions/1"},
                          {"dossier", json["name"]},
                          {"input_sha256", json["input_sha256"]},
                          {"revision", json["revision"]},
                          {"by", "A"},
                          {"on", "2024-09-02"},
                          {"decisions", decisions}}
                         .dump());
  const std::string before = read_whole(result / "notice.docx");
  const Ran without = biaoshen::test::biaoshen({"decide", result.string(), sheet});
  CHECK(without.exit == 2);
  CHECK(contains(without.err, "give the same with --notice-template"));
  const std::string other = (folder / "other.docx").string();
  REQUIRE(biaoshen::test::biaoshen({"notice-template", other}).exit == 0);
  CHECK(biaoshen::test::biaoshen({"decide", result.string(), sheet, "--notice-template", other})
            .exit == 2);
  CHECK((read_whole(result / "notice.docx") == before));
  CHECK(biaoshen::test::biaoshen({"decide", result.string(), sheet, "--notice-template", file})
            .exit == 0);
  CHECK((read_whole(result / "notice.docx") != before));
}
