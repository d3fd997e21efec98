#include "extractors/finders/cited_finder.h"

#include "extractors/finders/finder_fact.h"
#include "extractors/finders/normative_references.h"
#include "extractors/finders/quote.h"

namespace biaoshen {

std::vector<Fact> find_cited(const Dossier& dossier, const Part& part, const FactSpec& spec) {
  const File& file = file_of(dossier, part);
  std::vector<Fact> facts;
  for (const CitedNumber& cited :
       find_normative_references(file.document, part.first_page, part.last_page)) {
    const FactPlace at{file, part, *cited.page, spec};
    facts.push_back(
        fact_at(at, cited.begin, cited.end, typed_number({cited.number, cited.begin, cited.end})));
  }
  return facts;
}

}  // namespace biaoshen
