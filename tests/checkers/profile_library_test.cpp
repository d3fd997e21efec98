#include "checkers/profile_library.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

#include "known_finders.h"
#include "pipeline/base/sha256.h"
#include "pipeline/base/text.h"

using namespace biaoshen;
namespace fs = std::filesystem;

namespace {

const std::string kBothLanguages = "<zh>文</zh><en>text</en>";

std::string rule(const std::string& id, const std::string& cite) {
  return "<rule id=\"" + id + "\" level=\"note\"><title>" + kBothLanguages + "</title>" + cite +
         "<check predicate=\"person-decides\" facts=\"number\"/><review>" + kBothLanguages +
         "</review><remedy>" + kBothLanguages + "</remedy><rationale>" + kBothLanguages +
         "</rationale></rule>";
}

const std::string kCite = "<cite instrument=\"law\" clause=\"1\">原文</cite>";

std::string module(const std::string& id, const std::string& includes, const std::string& rules) {
  return "<module id=\"" + id + "\" version=\"1\"><title>" + kBothLanguages + "</title>" +
         includes +
         "<instruments><instrument id=\"law\" title=\"某法\"/></instruments>"
         "<facts><fact name=\"number\" finder=\"label\" labels=\"编号\"/></facts><rules>" +
         rules + "</rules></module>";
}

std::string profile(const std::string& version, const std::string& includes,
                    const std::string& rules) {
  return "<profile id=\"p\" version=\"" + version + "\"><title>" + kBothLanguages + "</title>" +
         includes + "<recognised-by><phrase>申报书</phrase></recognised-by><rules>" + rules +
         "</rules></profile>";
}

std::string include(const std::string& id, const std::string& version = "1") {
  return "<include module=\"" + id + "\" version=\"" + version + "\"/>\n";
}

std::string mistakes_of(const std::vector<ProfileSource>& sources) {
  const auto profiles = read_profiles(sources, known_finders());
  return profiles ? std::string() : profiles.error().message;
}

}  // namespace

TEST_CASE("a profile is put together with its modules, own rules first") {
  const std::vector<ProfileSource> sources{
      {"p.xml", profile("1", include("m"), rule("own", kCite))},
      {"m.xml", module("m", "", rule("shared", kCite))}};
  const auto profiles = read_profiles(sources, known_finders());
  if (!profiles) FAIL(profiles.error().message);
  REQUIRE(profiles->size() == 1);
  const Profile& p = profiles->front();
  REQUIRE(p.rules.size() == 2);
  CHECK(p.rules[0].id == "own");
  CHECK(p.rules[1].id == "shared");
  CHECK(p.modules == std::vector<std::string>{"m 1"});
  CHECK(p.sha256 != sha256(sources[0].xml));
}

TEST_CASE("the hash of a profile changes with a module it includes") {
  const ProfileSource own{"p.xml", profile("1", include("m"), "")};
  const auto hash = [&](const std::string& rules) {
    return read_profiles({own, {"m.xml", module("m", "", rules)}}, known_finders())->front().sha256;
  };
  CHECK(hash(rule("a", kCite)) == hash(rule("a", kCite)));
  CHECK(hash(rule("a", kCite)) != hash(rule("b", kCite)));
}

TEST_CASE("a module never overrides") {
  const std::string wrong = mistakes_of({{"p.xml", profile("1", include("m"), rule("a", kCite))},
                                         {"m.xml", module("m", "", rule("a", kCite))}});
  CHECK(contains(wrong, "m.xml:"));
  CHECK(contains(wrong, "there is another rule “a”, in the profile itself"));
}

TEST_CASE("a citation can be added to a module's rule, and one is needed in the end") {
  const std::string also = "<also rule=\"shared\">" + kCite + "</also>";
  const std::vector<ProfileSource> with{{"p.xml", profile("1", include("m"), also)},
                                        {"m.xml", module("m", "", rule("shared", ""))}};
  const auto profiles = read_profiles(with, known_finders());
  if (!profiles) FAIL(profiles.error().message);
  CHECK(profiles->front().rules.front().cites.size() == 1);
  CHECK(contains(mistakes_of({{"p.xml", profile("1", include("m"), "")}, with[1]}),
                 "m.xml:1: rule “shared” cites nothing"));
  CHECK(contains(mistakes_of({{"p.xml", profile("1", include("m"),
                                                "<also rule=\"shred\">" + kCite + "</also>")},
                              with[1]}),
                 "did you mean “shared”"));
}

TEST_CASE("modules that are missing are told with what there is") {
  const ProfileSource m{"m.xml", module("m", "", rule("a", kCite))};
  CHECK(contains(mistakes_of({{"p.xml", profile("1", include("mm"), "")}, m}),
                 "p.xml:1: there is no module “mm” 1; did you mean “m”?"));
  CHECK(contains(mistakes_of({{"p.xml", profile("1", include("m", "2"), "")}, m}),
                 "its versions: 1"));
}

TEST_CASE("modules that include each other are read once") {
  const std::vector<ProfileSource> sources{
      {"a.xml", module("a", include("b"), rule("a", kCite))},
      {"b.xml", replace_all(module("b", include("a"), rule("b", kCite)), "\"law\"", "\"law-b\"")},
      {"p.xml", profile("1", include("a"), "")}};
  const auto profiles = read_profiles(sources, known_finders());
  if (!profiles) FAIL(profiles.error().message);
  CHECK(profiles->front().rules.size() == 2);
}

TEST_CASE("two profiles of one version are a mistake, two versions are not") {
  const std::vector<ProfileSource> modules{{"m.xml", module("m", "", rule("a", kCite))}};
  std::vector<ProfileSource> sources = modules;
  sources.push_back({"x.xml", profile("2", include("m"), "")});
  sources.push_back({"y.xml", profile("10", include("m"), "")});
  REQUIRE(read_profiles(sources, known_finders()));
  sources.push_back({"z.xml", profile("2", include("m"), "")});
  CHECK(contains(mistakes_of(sources), "z.xml:1: there is already a profile p 2, in x.xml"));
}

TEST_CASE("what has been released is not changed") {
  const ProfileSource m{"folder/m.xml", module("m", "", rule("a", kCite))};
  const ProfileSource p{"folder/p.xml", profile("1", include("m"), "")};
  const ProfileSource released{"folder/released.sha256",
                               sha256(m.xml) + "  m.xml\n" + sha256(p.xml) + "  p.xml\n"};
  CHECK(mistakes_of({m, p, released}).empty());
  ProfileSource changed = m;
  changed.xml += "<!-- a word more -->";
  CHECK(contains(mistakes_of({changed, p, released}), "folder/m.xml:1: changed since its release"));
  CHECK(contains(mistakes_of({m, released}), "there is no file “folder/p.xml”"));
}

TEST_CASE("every shipped profile and module has been released") {
  const auto sources = shipped_sources();
  std::string released;
  for (const ProfileSource& source : sources) {
    if (source.path.ends_with("released.sha256")) released += source.xml;
  }
  for (const ProfileSource& source : sources) {
    INFO(source.path << " is not in released.sha256");
    if (source.path.ends_with(".xml")) CHECK(contains(released, sha256(source.xml)));
  }
}

TEST_CASE("the profiles of a folder are found at any depth") {
  const fs::path folder = fs::path(BINARY_DIR) / "profiles-test";
  fs::remove_all(folder);
  fs::create_directories(folder / "p");
  std::ofstream(folder / "p" / "1.xml") << profile("1", "", "");
  std::ofstream(folder / "notes.txt") << "no profile";
  const auto sources = sources_in(folder);
  REQUIRE(sources);
  REQUIRE(sources->size() == 1);
  CHECK(sources->front().path == (folder / "p" / "1.xml").string());
  CHECK_FALSE(sources_in(folder / "none"));
}
