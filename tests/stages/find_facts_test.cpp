#include "pipeline/stages/find_facts.h"

#include <catch2/catch.hpp>

#include <array>

using namespace biaoshen;

namespace {

// Finds the letters of the part's file's first page, a fact each.
std::vector<Fact> find_letters(const Dossier& dossier, const Part& part, const FactSpec& spec) {
  std::vector<Fact> facts;
  const File& file = dossier.files[part.file];
  for (std::size_t i = 0; i < file.document.pages[0].text.size(); ++i) {
    Fact fact;
    fact.name = spec.name;
    fact.value = std::to_string(i);
    fact.material = part.material;
    fact.quote.file = file.id;
    fact.quote.page = 1;
    facts.push_back(std::move(fact));
  }
  return facts;
}

const std::array<FinderRow, 1> kLetters{{{"letters", "", {}, find_letters}}};

Dossier dossier_of_letters(const std::vector<std::size_t>& sizes) {
  Dossier dossier;
  for (const std::size_t size : sizes) {
    File file;
    file.id = "f" + std::to_string(dossier.files.size() + 1);
    file.document.pages.emplace_back();
    file.document.pages[0].number = 1;
    file.document.pages[0].text.assign(size, 'x');
    Part part;
    part.file = dossier.files.size();
    part.material = "form";
    dossier.files.push_back(std::move(file));
    dossier.parts.push_back(std::move(part));
  }
  return dossier;
}

Profile profile_of_letters() {
  Profile profile;
  FactSpec spec;
  spec.name = "letter";
  spec.finder = "letters";
  profile.facts.push_back(spec);
  return profile;
}

}  // namespace

TEST_CASE("a file that says one thing too often keeps the first readings and is read in part") {
  const Dossier dossier = dossier_of_letters({kMostReadingsOfPart + 1, kMostReadingsOfPart});
  const auto [facts, left_out] = find_facts(dossier, profile_of_letters(), kLetters);
  CHECK(facts.size() == 2 * kMostReadingsOfPart);
  REQUIRE(left_out.size() == 1);
  CHECK(left_out[0].file == "f1");
  CHECK(left_out[0].problem.detail == "2001 > 2000");
  const Dossier told = with_left_out(dossier, left_out);
  CHECK(told.files[0].document.status == FileStatus::partial);
  CHECK(told.files[0].document.has_problem("readings-limit"));
  CHECK(told.files[1].document.status == FileStatus::read);
}

TEST_CASE("many files together have a limit of readings too") {
  const std::vector<std::size_t> sizes(kMostReadingsOfDossier / kMostReadingsOfPart + 1,
                                       kMostReadingsOfPart);
  const auto [facts, left_out] =
      find_facts(dossier_of_letters(sizes), profile_of_letters(), kLetters);
  CHECK(facts.size() == kMostReadingsOfDossier);
  REQUIRE(left_out.size() == 1);
  CHECK(left_out[0].file == "f" + std::to_string(sizes.size()));
}
