// Seals as facts: where one was seen, and the name on its arc as far as it was read.
// Seen means that red ink of the shape of a seal is there.
//
// It refuses to say that a seal is authentic, or whose it is: the name is a hint.
#include "extractors/finders/seal_finder.h"

#include <algorithm>
#include <string>

#include "extractors/finders/quote.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostSeals = 200;  // of one part: nobody looks at more

Fact fact_of(const File& file, const Part& part, const Page& page, const FactSpec& spec,
             const Seal& seal) {
  Fact fact;
  fact.name = spec.name;
  fact.material = part.material;
  fact.value = seal.name.empty() ? "印章" : squeeze(seal.name);
  fact.quote.file = file.id;
  fact.quote.page = page.number;
  fact.quote.place = seal.place;
  fact.quote.text = seal.name;
  fact.quote.origin = Origin::ocr;
  fact.quote.confidence = seal.confidence;
  if (!seal.name.empty()) fact.details.emplace_back("seal-name", squeeze(seal.name));
  return fact;
}

}  // namespace

std::vector<Fact> find_seal(const Dossier& dossier, const Part& part, const FactSpec& spec) {
  std::vector<Fact> facts;
  for (const Page* page : pages_of(dossier, part))
    for (const Seal& seal : page->seals)
      if (facts.size() < kMostSeals)
        facts.push_back(fact_of(file_of(dossier, part), part, *page, spec, seal));
  return facts;
}

}  // namespace biaoshen
