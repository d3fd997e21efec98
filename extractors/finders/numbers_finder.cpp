// Every standard number of a part, as the grammar in extractors/numbers reads it.
//
// It refuses to say what a number is for; roles come from cover and 规范性引用文件.
//
// Tested by tests/finders/numbers_finder_test.cpp.
#include "extractors/finders/numbers_finder.h"

#include <algorithm>

#include "extractors/finders/finder_fact.h"
#include "extractors/finders/quote.h"
#include "extractors/numbers/number_grammar.h"

namespace biaoshen {

std::vector<Fact> find_all_numbers(const Dossier& dossier, const Part& part, const FactSpec& spec) {
  const auto kinds = list_parameter(spec, "kinds");
  const auto is_asked = [&](const FoundNumber& found) {
    const std::string_view kind = name_of(found.number.kind);
    return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
  };
  std::vector<Fact> facts;
  for (const Page* page : pages_of(dossier, part)) {
    const FactPlace at{file_of(dossier, part), part, *page, spec};
    for (const FoundNumber& found : find_numbers(page->text)) {
      if (!is_asked(found)) continue;
      facts.push_back(fact_at(at, found.begin, found.end, typed_number(found)));
    }
  }
  return facts;
}

}  // namespace biaoshen
