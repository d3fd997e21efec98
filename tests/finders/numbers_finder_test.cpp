#include "extractors/finders/numbers_finder.h"

#include <catch2/catch.hpp>

#include "tests/finders/document_builder.h"

using namespace biaoshen;
using namespace biaoshen::testing;

TEST_CASE("numbers of the asked kinds are found, others left out") {
  const auto dossier =
      dossier_of({flow_page({"按照GB/T 1.1—2020和T/CAS 290—2017编制，国标委联〔2022〕6号。"})});
  const auto all = find_all_numbers(dossier, dossier.parts[0], call("numbers", {}));
  REQUIRE(all.size() == 2);
  const auto group =
      find_all_numbers(dossier, dossier.parts[0], call("numbers", {{"kinds", "group|enterprise"}}));
  REQUIRE(group.size() == 1);
  CHECK(group[0].value == "T/CAS 290—2017");
  CHECK(group[0].quote.text == "T/CAS 290—2017");
}
