// An inbox from end to end: what is reviewed, what is skipped, what clashes, and what is left
// as it was.
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/app/sample_set.h"
#include "tests/app/shared_night.h"

namespace fs = std::filesystem;
using namespace biaoshen::test;

namespace {

Ran batch(const fs::path& inbox, const fs::path& out, std::vector<std::string> more = {}) {
  std::vector<std::string> arguments = {"batch", inbox.string(), "--out", out.string()};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return biaoshen::test::biaoshen(std::move(arguments),
                                  {{"OMP_THREAD_LIMIT", "1"}, {"LC_ALL", "C"}});
}

Json json_at(const fs::path& path) {
  return Json::parse(read_whole(path), nullptr, false);
}

// Another file in its place may have the number of one that has gone.
std::string inode(const fs::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return {};
  return std::to_string(status.st_ino) + " " + std::to_string(status.st_ctim.tv_sec) + "." +
         std::to_string(status.st_ctim.tv_nsec);
}

}  // namespace

TEST_CASE("one standard handed in twice is told in both dossiers, until one has gone") {
  const fs::path folder = fresh_folder("batch/doubles");
  const fs::path inbox = folder / "in", out = folder / "out";
  fs::create_directories(inbox);
  fs::copy(good_dossier(), inbox / "甲", fs::copy_options::recursive);
  std::ofstream(inbox / "Thumbs.db") << "litter";
  REQUIRE(batch(inbox, out).exit == 0);
  const auto alone = published_tree(out / "甲");

  fs::copy(good_dossier(), inbox / "乙", fs::copy_options::recursive);
  const std::string before = digest_of(inbox);
  REQUIRE(batch(inbox, out).exit == 0);
  CHECK(digest_of(inbox) == before);
  const Json json = json_at(out / "batch.json");
  CHECK(json["dossiers"].size() == 2);
  CHECK(json["changes"]["added"] == Json::array({"乙"}));
  REQUIRE(json["changes"]["changed"].size() == 1);
  CHECK(json["changes"]["changed"][0]["name"] == "甲");
  CHECK(json["changes"]["changed"][0]["new"][0]["rule"] == "batch.same-standard");
  for (const char* name : {"甲", "乙"}) {
    const Json dossier = json_at(out / name / "dossier.json");
    REQUIRE(dossier.contains("batch"));
    CHECK(dossier["verdict"] == "review");
    CHECK(dossier["batch"]["findings"][0]["rule"] == "batch.same-standard");
    CHECK(read_whole(out / name / "dossier.html").find("id=\"batch\"") != std::string::npos);
  }
  CHECK(fs::exists(out / "index.html"));
  CHECK(fs::exists(out / "register.xlsx"));

  SECTION("the same inbox again changes no byte and reviews nothing") {
    const auto first = published_tree(out);
    const std::string result = inode(out / "甲");
    REQUIRE(batch(inbox, out).exit == 0);
    CHECK(published_tree(out) == first);
    CHECK(inode(out / "甲") == result);
    REQUIRE(batch(inbox, out, {"--force"}).exit == 0);
    CHECK(published_tree(out) == first);
    CHECK(inode(out / "甲") != result);
  }
  SECTION("when one of them has gone the other is as before") {
    fs::remove_all(inbox / "乙");
    REQUIRE(batch(inbox, out).exit == 0);
    CHECK(published_tree(out / "甲") == alone);
    const Json changes = json_at(out / "batch.json")["changes"];
    CHECK(changes["removed"] == Json::array({"乙"}));
    CHECK(changes["changed"][0]["resolved"][0]["rule"] == "batch.same-standard");
    CHECK(read_whole(out / "index.html").find("id=\"changes\"") != std::string::npos);
  }
}

TEST_CASE("what has changed is reviewed anew: a file, or the reference date") {
  const fs::path folder = fresh_folder("batch/changes");
  const fs::path inbox = folder / "in", out = folder / "out";
  fs::create_directories(inbox);
  fs::copy(good_dossier(), inbox / "甲", fs::copy_options::recursive);
  REQUIRE(batch(inbox, out).exit == 0);
  const std::string first = inode(out / "甲");
  std::ofstream(inbox / "甲" / "补充说明.txt") << "补充\n";
  REQUIRE(batch(inbox, out).exit == 0);
  const std::string second = inode(out / "甲");
  CHECK(second != first);
  REQUIRE(batch(inbox, out, {"--as-of", "2024-07-01"}).exit == 0);
  CHECK(inode(out / "甲") != second);
  CHECK(json_at(out / "甲" / "dossier.json")["as_of"] == "2024-07-01");
}

TEST_CASE("an entry that cannot be reviewed is listed and does not stop the others") {
  const fs::path folder = fresh_folder("batch/failures");
  const fs::path inbox = folder / "in", out = folder / "out";
  fs::create_directories(inbox);
  fs::copy(good_dossier(), inbox / "甲", fs::copy_options::recursive);
  fs::create_symlink(good_dossier(), inbox / "链接");
  std::ofstream(inbox / "index.html") << "<p>x</p>";
  const Ran ran = batch(inbox, out);
  CHECK(ran.exit == 6);
  const Json json = json_at(out / "batch.json");
  REQUIRE(json["failed"].size() == 2);
  CHECK(json["failed"][0]["name"] == "index.html");
  CHECK(json["dossiers"].size() == 1);
  CHECK(read_whole(out / "index.html").find("链接") != std::string::npos);
}

TEST_CASE("INBOX and OUT must be disjoint, and INBOX a folder") {
  const fs::path folder = fresh_folder("batch/usage");
  fs::create_directories(folder / "in");
  CHECK(batch(folder / "in", folder / "in" / "out").exit == 2);
  CHECK(batch(folder / "in", folder).exit == 2);
  CHECK(batch(folder / "missing", folder / "out").exit == 3);
  CHECK_FALSE(fs::exists(folder / "in" / "out"));
}

TEST_CASE("an empty inbox has an empty index") {
  const fs::path folder = fresh_folder("batch/empty");
  fs::create_directories(folder / "in");
  CHECK(batch(folder / "in", folder / "out").exit == 0);
  CHECK(json_at(folder / "out" / "batch.json")["dossiers"].empty());
}

TEST_CASE("a copy has a review of its own once what it is a copy of is another") {
  const fs::path folder = fresh_folder("batch/parting");
  const fs::path inbox = folder / "in", out = folder / "out";
  fs::create_directories(inbox);
  fs::copy(good_dossier(), inbox / "a", fs::copy_options::recursive);
  fs::copy(good_dossier(), inbox / "b", fs::copy_options::recursive);
  REQUIRE(batch(inbox, out).exit == 0);
  CHECK_FALSE(json_at(out / "a" / "dossier.json").contains("duplicate_of"));
  CHECK(json_at(out / "b" / "dossier.json")["duplicate_of"] == "a");
  std::ofstream(inbox / "a" / "补充说明.txt") << "补充\n";
  const Ran again = batch(inbox, out, {"--explain"});
  REQUIRE(again.exit == 0);
  CHECK(again.out.find("b: the dossier whose result it copied is another now") !=
        std::string::npos);
  CHECK(json_at(out / "a" / "dossier.json")["revision"] == 2);
  const Json other = json_at(out / "b" / "dossier.json");
  CHECK_FALSE(other.contains("duplicate_of"));
  CHECK(other["revision"] == 1);
}

TEST_CASE("a time or a size that is none is a mistake of usage") {
  const fs::path folder = fresh_folder("batch/until");
  fs::create_directories(folder / "in");
  CHECK(batch(folder / "in", folder / "out", {"--until", "6:30"}).exit == 2);
  CHECK(batch(folder / "in", folder / "out", {"--until", "24:00"}).exit == 2);
  CHECK(batch(folder / "in", folder / "out", {"--cache-size", "many"}).exit == 2);
  CHECK(batch(folder / "in", folder / "out", {"--until", "23:59"}).exit == 0);
}

TEST_CASE("a waiver for one of two dossiers with the same files is for that one alone") {
  const fs::path folder = fresh_folder("batch/one-waiver");
  const fs::path inbox = folder / "in", out = folder / "out", waivers = folder / "waivers.xml";
  fs::create_directories(inbox);
  fs::copy(sample_at("dossiers/demo").path, inbox / "a", fs::copy_options::recursive);
  fs::copy(sample_at("dossiers/demo").path, inbox / "b", fs::copy_options::recursive);
  REQUIRE(batch(inbox, folder / "before").exit == 0);
  std::string evidence;
  const Json before = json_at(folder / "before" / "a" / "dossier.json");
  for (const Json& finding : before["findings"])
    if (finding["rule"] == "date.consistent") evidence = finding["evidence_sha256"];
  write_whole(waivers,
              "<waivers><waiver rule=\"date.consistent\" dossier=\"a\" by=\"顾清和\" "
              "on=\"2024-09-02\" until=\"2024-12-31\" evidence=\"" +
                  evidence + "\">经会议决定</waiver></waivers>");
  const Ran ran = batch(inbox, out, {"--waivers", waivers.string()});
  INFO(ran.err);
  REQUIRE(ran.exit == 0);
  const auto is_waived = [&](const char* name) {
    const Json dossier = json_at(out / name / "dossier.json");
    for (const Json& finding : dossier["findings"])
      if (finding["rule"] == "date.consistent") return finding.contains("waiver");
    return false;
  };
  CHECK(is_waived("a"));
  CHECK_FALSE(is_waived("b"));
}
