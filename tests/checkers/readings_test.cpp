#include <catch2/catch.hpp>

#include "checkers/matrix.h"
#include "checkers/predicates/readings.h"
#include "checkers/subject.h"
#include "small_dossier.h"

using namespace biaoshen;

TEST_CASE("only repaired Founder letters are firm among the doubts") {
  Fact fact;
  CHECK(is_firm(fact));
  fact.doubt = "founder";
  CHECK(is_firm(fact));
  for (const char* doubt : {"ocr", "text-suspect", "uncertain", "unparsed", "relative"}) {
    fact.doubt = doubt;
    CHECK_FALSE(is_firm(fact));
  }
}

TEST_CASE("the first material of the profile with a firm reading is preferred") {
  SmallDossier d;
  d.fact("title", "表中名称", "application-form");
  d.fact("title", "平台名称", "platform-screenshot");
  d.fact("title", "封面名称", "standard-text", "ocr");
  const Readings readings = preferred(d.input(), "title");
  REQUIRE(readings.size() == 1);
  CHECK(readings.front()->value == "平台名称");
}

TEST_CASE("a doubtful reading is preferred only where nothing is firm") {
  SmallDossier d;
  d.fact("title", "封面名称", "standard-text", "ocr");
  CHECK(preferred(d.input(), "title").front()->value == "封面名称");
}

TEST_CASE("the quotes of a thousand readings are capped and not repeated") {
  SmallDossier d;
  for (int i = 0; i < 1000; ++i) d.fact("title", "名称" + std::to_string(i), "standard-text");
  CHECK(quotes(readings_of(d.input(), "title")).size() == 60);
  SmallDossier twice;
  twice.fact("title", "名称", "standard-text");
  twice.fact("title", "名称", "standard-text");
  CHECK(quotes(readings_of(twice.input(), "title")).size() == 1);
}

TEST_CASE("the subject comes from the cover before the form") {
  SmallDossier d;
  d.number("FORM", "1", "2020", "application-form");
  d.number("COVER", "1", "2020", "standard-text");
  d.date("published", "2022-11-18", "standard-text");
  const Subject subject = subject_of(d.input());
  CHECK(subject.number == "T/COVER 1—2020");
  CHECK(subject.key == "T/COVER 1-2020");
  CHECK(subject.published == "2022-11-18");
  CHECK_FALSE(subject.title);
  CHECK_FALSE(subject.self_score);
}

TEST_CASE("a row of the matrix shows each material once and agrees when all say the same") {
  SmallDossier d;
  d.profile.matrix = {{"number", {"编号", "number"}}, {"title", {"名称", "title"}}};
  d.number("CAS", "1", "2020", "standard-text");
  d.number("CAS", "1", "2020", "standard-text");
  d.number("CAS", "1", "2020", "application-form");
  d.fact("title", "甲", "standard-text");
  d.fact("title", "乙", "application-form", "ocr");
  const auto rows = consistency_matrix(d.input());
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].field == "number");
  CHECK(rows[0].agrees);
  REQUIRE(rows[0].readings.size() == 2);
  CHECK(rows[0].readings[0].material == "application-form");
  CHECK_FALSE(rows[1].agrees);
  CHECK(rows[1].readings[0].doubt == "ocr");
}
