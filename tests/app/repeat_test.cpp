// The same input, profile and tool give the same bytes, wherever and whenever it runs.
#include <catch2/catch.hpp>

#include "tests/app/sample_set.h"

namespace fs = std::filesystem;
using namespace biaoshen::test;

TEST_CASE("two reviews of a dossier are the same bytes, whatever the place, time zone and locale") {
  for (const char* place :
       {"dossiers/good", "dossiers/demo", "dossiers/merged-pdf", "dossiers/encrypted-pdf"}) {
    INFO(place);
    const Sample& sample = sample_at(place);
    const Reviewed one =
        review(sample, fresh_folder("repeat/one"), {{"TZ", "UTC"}, {"LC_ALL", "C"}});
    const Reviewed two =
        review(sample, fresh_folder("repeat/another place"),
               {{"TZ", "Asia/Shanghai"}, {"LC_ALL", "C.UTF-8"}, {"LANG", "zh_CN.UTF-8"}});
    REQUIRE(one.ran.exit == 0);
    REQUIRE(two.ran.exit == 0);
    const auto first = files_of(one.folder), second = files_of(two.folder);
    REQUIRE(first.count("dossier.json") == 1);
    REQUIRE(first.size() == second.size());
    for (const auto& [name, bytes] : first) {
      INFO(name);
      REQUIRE(second.count(name) == 1);
      CHECK((bytes == second.at(name)));  // not printed: it may be a picture
    }
  }
}

TEST_CASE("a dossier in another folder gives the same dossier") {
  const Sample& sample = sample_at("dossiers/good");
  const fs::path elsewhere = fresh_folder("moved");
  fs::copy(sample.path, elsewhere / "good", fs::copy_options::recursive);
  const Sample moved{sample.place, elsewhere / "good", sample.expected};
  const Reviewed here = review(sample, fresh_folder("repeat/here"));
  const Reviewed there = review(moved, fresh_folder("repeat/there"));
  REQUIRE(here.ran.exit == 0);
  REQUIRE(there.ran.exit == 0);
  CHECK((files_of(here.folder) == files_of(there.folder)));
}
