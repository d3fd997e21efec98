#include "extractors/finders/phrase_finder.h"

#include <catch2/catch.hpp>

#include "tests/finders/document_builder.h"

using namespace biaoshen;
using namespace biaoshen::testing;

namespace {

std::vector<Fact> phrase_facts(const Dossier& dossier, const std::string& phrases) {
  return find_phrase(dossier, dossier.parts[0], call("phrase", {{"phrases", phrases}}));
}

}  // namespace

TEST_CASE("a phrase is found with blanks in it and broken over lines; the quote is the print") {
  const auto facts =
      phrase_facts(dossier_of({flow_page({"我单位对材料的真 实", "性负责。"})}), "真实性负责");
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].value == "真实性负责");
  CHECK(facts[0].quote.text == "真 实\n性负责");
}

TEST_CASE("each place of each phrase is a fact") {
  const auto facts =
      phrase_facts(dossier_of({flow_page({"复审。复审。"}), flow_page({"废止"})}), "复审 | 废止");
  REQUIRE(facts.size() == 3);
  CHECK(facts[2].quote.page == 2);
}

TEST_CASE("a phrase that is only begun is not found") {
  CHECK(phrase_facts(dossier_of({flow_page({"真实"})}), "真实性").empty());
}
