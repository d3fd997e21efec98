// The table the program takes its outputs from.
#include "templates/writer_table.h"

#include <catch2/catch.hpp>
#include <set>

#include "sample_review.h"

using namespace biaoshen;

TEST_CASE("each output has its own name and writes something in both languages") {
  std::set<std::string_view> names;
  for (const Writer& writer : writers()) {
    names.insert(writer.file_name);
    for (const Language language : {Language::zh, Language::en}) {
      const auto out = writer.write(sample_review(), language);
      REQUIRE(out);
      CHECK(out->size() > 1000);
    }
  }
  CHECK(names.size() == writers().size());
  CHECK(names.contains("dossier.json"));
  CHECK(names.contains("dossier.html"));
}
