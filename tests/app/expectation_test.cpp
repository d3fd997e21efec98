// The comparison itself: an expectation that is not met must not go unnoticed.
#include <catch2/catch.hpp>

#include "tests/app/expectation.h"

using namespace biaoshen::test;

namespace {

Differences compared(const char* expected, const char* dossier, int exit = 0) {
  const Sample sample{"a sample", {}, Json::parse(expected)};
  return differences_of(Reviewed{&sample, {exit, "", ""}, {}, Json::parse(dossier)});
}

Differences inspected(const char* expected, const char* said) {
  return differences_of(Sample{"a file", {}, Json::parse(expected)}, Json::parse(said));
}

const char* const kDossier =
    R"({"verdict": "return", "subject": {"number": "T/X 1—2023", "title": null},
  "files": [{"path": "a.pdf", "status": "unreadable", "problems": [{"kind": "encrypted"}], "parts": []},
            {"path": "b.pdf", "status": "read", "problems": [], "parts": [{"material": "procedure", "pages": [1, 2]}]}],
  "matrix": [{"field": "number", "agrees": false}, {"field": "title", "agrees": true}],
  "findings": [{"rule": "date.order", "status": "fail", "message": "实施早于发布"}]})";

}  // namespace

TEST_CASE("an expectation that is met has no differences") {
  CHECK(compared(R"({"as_of": "2024-08-31", "verdict": "return", "findings": {"date.order": "fail"},
    "subject": {"number": "T/X 1—2023"}, "files": {"a.pdf": "unreadable"}, "problems": {"a.pdf": "encrypted"},
    "materials": {"b.pdf": [["procedure", [1, 2]]]}, "matrix_disagrees": ["number"]})",
                 kDossier)
            .empty());
  CHECK(compared(R"({"findings": {"date.order": "review|fail"}})", kDossier).empty());
}

TEST_CASE("every kind of expectation can fail, and says so with sample, want, got and message") {
  const auto one = compared(R"({"findings": {"date.order": "pass"}})", kDossier);
  REQUIRE(one.size() == 1);
  CHECK(one[0] == R"(a sample: date.order: want "pass", got "fail" — 实施早于发布)");
  for (const char* expected :
       {R"({"findings": {"number.format": "pass"}})",
        R"({"findings": {"date.order": "pass|review"}})", R"({"verdict": "review"})",
        R"({"subject": {"number": "T/X 2—2023"}})", R"({"subject": {"title": "甲"}})",
        R"({"files": {"a.pdf": "read"}})", R"({"files": {"no.pdf": "read"}})",
        R"({"problems": {"b.pdf": "encrypted"}})",
        R"({"materials": {"b.pdf": [["procedure", [1, 1]]]}})", R"({"matrix_disagrees": []})",
        R"({"matrix_disagrees": ["number", "title"]})", R"({"vardict": "return"})"}) {
    INFO(expected);
    CHECK(compared(expected, kDossier).size() == 1);
  }
  CHECK(compared("{}", kDossier, 70).size() == 1);
  CHECK(compared("{}", "null").size() == 1);
}

TEST_CASE("what a file says is compared as a subset, lists in order") {
  const char* said =
      R"({"format": "docx", "problems": [], "pages": [{"page": 1, "text": "甲 乙"}, {"page": 2, "text": "甲"}],
    "dates": [{"value": "2023-03-20", "role": "published"}, {"value": "2023-05-01", "role": "implemented"}]})";
  CHECK(inspected(
            R"({"inspect": {"format": "docx", "problems": [], "dates": [{"value": "2023-05-01"}]},
    "says": ["甲乙"], "says_once": ["乙"], "says_not": ["丙"]})",
            said)
            .empty());
  for (const char* expected :
       {R"({"inspect": {"format": "pdf"}})", R"({"inspect": {"pages": []}})",
        R"({"inspect": {"cover": {}}})",
        R"({"inspect": {"dates": [{"value": "2023-05-01"}, {"value": "2023-03-20"}]}})",
        R"({"inspect": {"pages": [{"page": 1}, {"page": 2}, {"page": 3}]}})",
        R"({"inspect": {}, "says": ["丙"]})", R"({"inspect": {}, "says_once": ["甲"]})",
        R"({"inspect": {}, "says_not": ["乙"]})", R"({"inspect": {}, "say": ["甲"]})"}) {
    INFO(expected);
    CHECK(inspected(expected, said).size() == 1);
  }
}
