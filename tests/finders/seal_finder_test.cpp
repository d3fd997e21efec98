#include "extractors/finders/seal_finder.h"

#include <catch2/catch.hpp>

#include "tests/finders/document_builder.h"

using namespace biaoshen;
using namespace biaoshen::testing;

TEST_CASE("each seal of the part is a fact with its place and the name on it") {
  Page form = flow_page({"申报书"}), other = flow_page({"附件"});
  form.seals.push_back({OnPage{{300, 600, 420, 720}}, "某某 标准化协会", 70});
  form.seals.push_back({OnPage{{500, 600, 595, 720}}, "", 0});
  other.seals.push_back({OnPage{{1, 1, 2, 2}}, "别的", 50});
  Dossier dossier = dossier_of({form, other});
  dossier.parts[0].last_page = 1;
  const auto facts = find_seal(dossier, dossier.parts[0], call("seal", {}));
  REQUIRE(facts.size() == 2);
  CHECK(facts[0].value == "某某标准化协会");
  CHECK(facts[0].quote.place == Place(OnPage{{300, 600, 420, 720}}));
  CHECK(facts[0].quote.confidence == 70);
  REQUIRE(facts[0].detail("seal-name") != nullptr);
  CHECK(facts[1].value == "印章");
  CHECK(facts[1].detail("seal-name") == nullptr);
}
