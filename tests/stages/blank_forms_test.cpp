#include "pipeline/stages/blank_forms.h"

#include <catch2/catch.hpp>

using namespace biaoshen;

namespace {

// Two forms of one page, f01 and f02.
Dossier two_forms() {
  Dossier dossier;
  for (const char* id : {"f01", "f02"}) {
    File file;
    file.id = id;
    dossier.parts.push_back({dossier.files.size(), "form", 1, 1, "", false});
    dossier.files.push_back(file);
  }
  return dossier;
}

Profile profile_of_scores() {
  Profile profile;
  profile.facts = {{"score.item", "score", "form", {{"field", "item"}}},
                   {"score.blank", "score", "form", {{"field", "maximum"}}}};
  return profile;
}

Fact field(const char* file, const char* state) {
  Fact fact;
  fact.name = "form.field";
  fact.value = "值";
  fact.material = "form";
  fact.quote.file = file;
  fact.quote.page = 1;
  fact.details = {{"label", "联系人"}, {"state", state}};
  return fact;
}

std::vector<Fact> fields(std::size_t first_filled, std::size_t second_filled) {
  constexpr std::size_t kFields = 10;
  std::vector<Fact> facts;
  for (std::size_t i = 0; i < kFields; ++i)
    facts.push_back(field("f01", i < first_filled ? "filled" : "empty"));
  for (std::size_t i = 0; i < kFields; ++i)
    facts.push_back(field("f02", i < second_filled ? "filled" : "placeholder"));
  return facts;
}

}  // namespace

TEST_CASE("all that a blank form beside a filled one seems to say is marked") {
  std::vector<Fact> facts = fields(9, 1);
  Fact title = field("f02", "filled");
  title.name = "title";
  title.details.clear();
  facts.push_back(title);
  const auto marked = mark_blank_forms(two_forms(), profile_of_scores(), facts);
  CHECK(marked.front().doubt.empty());
  CHECK(marked[10].doubt == "blank-form");
  CHECK(marked.back().doubt == "blank-form");
}

TEST_CASE("a form that is half filled in is not blank, and a blank one alone is the form") {
  for (const auto& [first, second] : {std::pair<std::size_t, std::size_t>(9, 4), {1, 0}, {0, 0}})
    for (const Fact& fact :
         mark_blank_forms(two_forms(), profile_of_scores(), fields(first, second)))
      CHECK(fact.doubt.empty());
}

TEST_CASE("a score sheet without points beside one with points is blank") {
  std::vector<Fact> facts(4);
  for (std::size_t i = 0; i < facts.size(); ++i) {
    facts[i] = field(i < 2 ? "f01" : "f02", "");
    facts[i].details.clear();
    facts[i].name = i < 2 ? "score.item" : "score.blank";
  }
  facts.push_back(facts.back());
  facts.back().name = "score";
  facts.back().value = "0";
  const auto marked = mark_blank_forms(two_forms(), profile_of_scores(), facts);
  CHECK(marked[0].doubt.empty());
  CHECK(marked[4].doubt == "blank-form");
}
