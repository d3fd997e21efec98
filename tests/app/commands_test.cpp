// The command line: exit codes, and messages a user can act on.
#include <catch2/catch.hpp>
#include <fstream>

#include "pipeline/base/text.h"
#include "tests/app/sample_set.h"

namespace fs = std::filesystem;
using namespace biaoshen::test;
using biaoshen::contains;

namespace {

Ran run(std::vector<std::string> arguments) {
  return biaoshen::test::biaoshen(std::move(arguments));
}

}  // namespace

TEST_CASE("a folder that is not there is exit 3, and is named") {
  const fs::path out = fresh_folder("commands/missing");
  const Ran ran = run({"review", "/no/such/dossier-7", "--out", out.string()});
  CHECK(ran.exit == 3);
  CHECK(contains(ran.err, "/no/such/dossier-7"));
  CHECK(run({"inspect", "/no/such/file.pdf"}).exit == 3);
}

TEST_CASE("a call that makes no sense is exit 2 and writes nothing") {
  const fs::path out = fresh_folder("commands/usage");
  CHECK(run({"review", "--out", out.string()}).exit == 2);
  CHECK(run({"review", good_dossier()}).exit == 2);
  CHECK(run({"review", good_dossier(), "--out", out.string(), "--as-of", "2024-02-30"}).exit == 2);
  CHECK(run({"no-such-command"}).exit == 2);
  CHECK(fs::is_empty(out));
}

TEST_CASE("an unknown programme is an error of profiles and is named") {
  const fs::path out = fresh_folder("commands/programme");
  const Ran ran =
      run({"review", good_dossier(), "--out", out.string(), "--programme", "no-such-programme"});
  CHECK(ran.exit == 4);
  CHECK(contains(ran.err, "no-such-programme"));
}

TEST_CASE("an output folder that cannot be made is exit 5") {
  const fs::path folder = fresh_folder("commands/output");
  std::ofstream(folder / "file") << "not a folder";
  CHECK(run({"review", good_dossier(), "--out", (folder / "file" / "out").string()}).exit == 5);
}

TEST_CASE("a result is never written into the dossier itself") {
  const fs::path folder = fresh_folder("commands/inside");
  fs::copy(good_dossier(), folder / "dossier", fs::copy_options::recursive);
  const std::string before = digest_of(folder);
  CHECK(
      run({"review", (folder / "dossier").string(), "--out", (folder / "dossier" / "out").string()})
          .exit != 0);
  CHECK(digest_of(folder) == before);
}

TEST_CASE("a verdict is an exit code only where it is asked for") {
  const std::string demo = sample_at("dossiers/demo").path.string();
  const fs::path out = fresh_folder("commands/fail-on");
  CHECK(run({"review", demo, "--out", out.string(), "--as-of", "2024-08-31"}).exit == 0);
  CHECK(run({"review", demo, "--out", out.string(), "--as-of", "2024-08-31", "--fail-on", "return"})
            .exit == 1);
}

TEST_CASE("a single file is a dossier, and several dossiers go into one output") {
  const fs::path merged = sample_at("dossiers/merged-pdf").path / "申报材料（合并）.pdf";
  const fs::path out = fresh_folder("commands/several");
  CHECK(run({"review", merged.string(), good_dossier(), "--out", out.string()}).exit == 0);
  CHECK(fs::exists(out / merged.filename() / "dossier.json"));
  CHECK(fs::exists(out / "good" / "dossier.html"));
}

TEST_CASE("programmes, rules and explain say what they know and where it stands") {
  CHECK(contains(run({"programmes"}).out, "bj-hq-group-standard"));
  const Ran explained = run({"explain", "date.in-force-six-months"});
  CHECK(explained.exit == 0);
  CHECK(contains(explained.out, "实施6个月及以上"));
  const Ran unknown = run({"explain", "date.in-force-six-month"});
  CHECK(unknown.exit != 0);
  CHECK(contains(unknown.err, "date.in-force-six-month"));
}

TEST_CASE("every mistake of a profile is named with its line") {
  const fs::path profile = fresh_folder("commands/profile") / "broken.xml";
  std::ofstream(profile) << "<?xml version=\"1.0\"?>\n<profile>\n  <nonsense/>\n</profile>\n";
  const Ran ran = run({"check-profile", profile.string()});
  CHECK(ran.exit == 4);
  CHECK(contains(ran.out + ran.err, "broken.xml:"));
}

TEST_CASE("doctor finds on the machine that built it whatever is needed") {
  const Ran ran = run({"doctor"});
  INFO(ran.out << ran.err);
  CHECK(ran.exit == 0);
  CHECK_FALSE(ran.out.empty());
}
