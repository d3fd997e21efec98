#include "extractors/finders/cited_finder.h"

#include "extractors/finders/normative_references.h"
#include "extractors/finders/quote.h"

namespace biaoshen {

std::vector<Fact> find_cited(const Dossier& dossier, const Part& part, const FactSpec& spec) {
  const File& file = file_of(dossier, part);
  std::vector<Fact> facts;
  for (const CitedNumber& cited :
       find_normative_references(file.document, part.first_page, part.last_page)) {
    Fact fact;
    fact.name = spec.name;
    fact.value = cited.number.display;
    fact.material = part.material;
    fact.quote = quote_of(file, *cited.page, cited.begin, cited.end);
    fact.doubt = doubt_of(*cited.page, cited.begin, cited.end);
    if (fact.doubt.empty()) fact.doubt = cited.number.doubt;
    fact.typed = cited.number;
    facts.push_back(std::move(fact));
  }
  return facts;
}

}  // namespace biaoshen
