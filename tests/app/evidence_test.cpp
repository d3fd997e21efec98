// Every statement of a dossier can be followed to its place in the source.
#include <catch2/catch.hpp>
#include <map>

#include "tests/app/sample_set.h"

namespace fs = std::filesystem;
using namespace biaoshen::test;

namespace {

// Complains about evidence that leads nowhere. `files` by their id.
void follow(const Json& evidence, const std::map<std::string, Json>& files,
            const fs::path& folder) {
  INFO(evidence.dump());
  if (evidence.contains("sought")) {
    CHECK_FALSE(evidence["sought"].get<std::string>().empty());
    CHECK(evidence.at("complete").is_boolean());
    for (const Json& id : evidence.at("files")) CHECK(files.count(id.get<std::string>()) == 1);
    return;
  }
  REQUIRE(evidence.contains("quote"));
  const auto file = files.find(evidence.at("file").get<std::string>());
  REQUIRE(file != files.end());
  if (evidence.contains("page") && file->second.at("pages").is_number()) {
    CHECK(evidence["page"].get<int>() >= 1);
    CHECK(evidence["page"].get<int>() <= file->second["pages"].get<int>());
  }
  if (evidence.contains("box")) {
    const Json& box = evidence["box"];
    REQUIRE(box.size() == 4);
    CHECK(box[0].get<double>() < box[2].get<double>());
    CHECK(box[1].get<double>() < box[3].get<double>());
  }
  if (evidence.contains("image"))
    CHECK(fs::is_regular_file(folder / evidence["image"].get<std::string>()));
}

}  // namespace

TEST_CASE("every finding has evidence, and each quote leads to a file and a page of the dossier") {
  for (const Reviewed& reviewed : sample_reviews()) {
    INFO(reviewed.sample->place);
    REQUIRE(reviewed.dossier.contains("findings"));
    std::map<std::string, Json> files;
    for (const Json& file : reviewed.dossier["files"]) files[file.at("id")] = file;
    for (const Json& finding : reviewed.dossier["findings"]) {
      INFO(finding.at("rule"));
      CHECK_FALSE(finding.at("evidence").empty());
      CHECK_FALSE(finding.at("cites").empty());
      CHECK_FALSE(finding.at("message").get<std::string>().empty());
      for (const Json& evidence : finding["evidence"]) follow(evidence, files, reviewed.folder);
    }
    for (const Json& row : reviewed.dossier.at("matrix")) {
      for (const Json& reading : row.at("readings")) {
        follow(reading.at("evidence"), files, reviewed.folder);
      }
    }
  }
}

TEST_CASE("a rule fails by absence only where everything could be read") {
  for (const Reviewed& reviewed : sample_reviews()) {
    INFO(reviewed.sample->place);
    REQUIRE(reviewed.dossier.contains("findings"));
    for (const Json& finding : reviewed.dossier["findings"]) {
      if (finding.at("status") != "fail") continue;
      for (const Json& evidence : finding.at("evidence")) {
        INFO(finding.at("rule") << ' ' << evidence.dump());
        if (evidence.contains("sought")) CHECK(evidence.at("complete") == true);
      }
    }
  }
}

TEST_CASE("no output names a path of the machine") {
  for (const Reviewed& reviewed : sample_reviews()) {
    INFO(reviewed.sample->place);
    REQUIRE(fs::exists(reviewed.folder / "dossier.html"));
    for (const char* name : {"dossier.json", "dossier.html"}) {
      CHECK(read_whole(reviewed.folder / name).find(BINARY_DIR) == std::string::npos);
    }
  }
}
