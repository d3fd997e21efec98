#include "pipeline/stages/other_standards.h"

#include <catch2/catch.hpp>

using namespace biaoshen;

namespace {

// Parts of two pages each, in files f01, f02, …
Dossier dossier_with(const std::vector<std::string>& materials) {
  Dossier dossier;
  for (const std::string& material : materials) {
    File file;
    file.id = "f0" + std::to_string(dossier.files.size() + 1);
    dossier.parts.push_back({dossier.files.size(), material, 1, 4, "", false});
    dossier.files.push_back(file);
  }
  return dossier;
}

Profile profile_of_materials() {
  using Where = Cue::Where;
  Profile profile;
  profile.materials = {{"form", {}, true, {}},
                       {"text", {}, true, {{Where::structure, "standard-cover", 10}}},
                       {"screenshot", {}, true, {{Where::structure, "platform-page", 10}}}};
  return profile;
}

Fact fact_in(std::string name, std::string value, std::string material, std::string file,
             std::uint32_t page) {
  Fact fact;
  fact.name = std::move(name);
  fact.value = std::move(value);
  fact.material = std::move(material);
  fact.quote.file = std::move(file);
  fact.quote.page = page;
  return fact;
}

Fact number_in(const std::string& key, std::string material, std::string file,
               std::uint32_t page = 1) {
  Fact fact = fact_in("number", key, std::move(material), std::move(file), page);
  StandardNumber number;
  number.key = key;
  fact.typed = number;
  return fact;
}

}  // namespace

TEST_CASE("an enclosed standard is marked where all materials agree on another number") {
  const Dossier dossier = dossier_with({"form", "text", "text"});
  const auto facts = mark_other_standards(
      dossier, profile_of_materials(),
      {number_in("T/A 1-2023", "form", "f01"), number_in("T/A 9-2018", "text", "f02"),
       fact_in("published", "2018-01-01", "text", "f02", 1),
       fact_in("cited", "GB/T 1", "text", "f02", 3), number_in("T/A 1-2023", "text", "f03"),
       fact_in("published", "2023-01-01", "text", "f03", 1)});
  for (const std::size_t other : {1U, 2U, 3U}) CHECK(facts[other].doubt == "other-standard");
  for (const std::size_t own : {0U, 4U, 5U}) CHECK(facts[own].doubt.empty());
}

TEST_CASE("of several pages in one part each belongs to the number before it") {
  const Dossier dossier = dossier_with({"form", "screenshot"});
  const auto facts = mark_other_standards(
      dossier, profile_of_materials(),
      {number_in("T/A 1-2023", "form", "f01"), number_in("T/A 1-2023", "screenshot", "f02", 1),
       fact_in("status", "现行", "screenshot", "f02", 2),
       number_in("T/A 2-2023", "screenshot", "f02", 3),
       fact_in("status", "废止", "screenshot", "f02", 4)});
  CHECK(facts[2].doubt.empty());
  CHECK(facts[3].doubt == "other-standard");
  CHECK(facts[4].doubt == "other-standard");
}

TEST_CASE("where the materials do not agree on one number nothing is set aside") {
  const Dossier dossier = dossier_with({"form", "text", "text"});
  SECTION("the form names none of the two") {
    for (const Fact& fact : mark_other_standards(
             dossier, profile_of_materials(),
             {number_in("T/A 3-2023", "form", "f01"), number_in("T/A 1-2023", "text", "f02"),
              number_in("T/A 2-2023", "text", "f03")}))
      CHECK(fact.doubt.empty());
  }
  SECTION("the form names both of them") {
    for (const Fact& fact : mark_other_standards(
             dossier, profile_of_materials(),
             {number_in("T/A 1-2023", "form", "f01"), number_in("T/A 2-2023", "form", "f01"),
              number_in("T/A 1-2023", "text", "f02"), number_in("T/A 2-2023", "text", "f03")}))
      CHECK(fact.doubt.empty());
  }
  SECTION("only the covers have numbers") {
    for (const Fact& fact : mark_other_standards(
             dossier, profile_of_materials(),
             {number_in("T/A 1-2023", "text", "f02"), number_in("T/A 2-2023", "text", "f03")}))
      CHECK(fact.doubt.empty());
  }
}

TEST_CASE("another number on a second copy of the form is no other standard") {
  const Dossier dossier = dossier_with({"form", "form", "text"});
  for (const Fact& fact : mark_other_standards(
           dossier, profile_of_materials(),
           {number_in("T/A 1-2023", "form", "f01"), number_in("T/A 7-2023", "form", "f02"),
            number_in("T/A 1-2023", "text", "f03")}))
    CHECK(fact.doubt.empty());
}

TEST_CASE("a doubtful reading is not taken for another standard") {
  const Dossier dossier = dossier_with({"form", "text", "text"});
  std::vector<Fact> facts = {number_in("T/A 1-2023", "form", "f01"),
                             number_in("T/A 1-2023", "text", "f02"),
                             number_in("T/A 7-2023", "text", "f03")};
  facts[2].doubt = "ocr";
  CHECK(mark_other_standards(dossier, profile_of_materials(), facts)[2].doubt == "ocr");
}
