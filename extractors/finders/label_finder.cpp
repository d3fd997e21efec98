// The value that belongs to one of some labels, in tables and lines, read as the
// type that was asked for. An empty field is a fact, too.
//
// It refuses to choose: two places with the label give two facts.
//
// Tested by tests/finders/label_finder_test.cpp.
#include "extractors/finders/label_finder.h"

#include <algorithm>
#include <iterator>

#include "extractors/finders/finder_fact.h"
#include "extractors/finders/firmness.h"
#include "extractors/finders/quote.h"

namespace biaoshen {

std::vector<Fact> find_label(const Dossier& dossier, const Part& part, const FactSpec& spec) {
  const auto labels = list_parameter(spec, "labels");
  const ValueType type = value_type(parameter(spec, "type")).value_or(ValueType::text);
  const LabelBook exact(labels), recognised(labels, Spelling::recognised);
  std::vector<Fact> facts;
  for (const Page* page : pages_of(dossier, part)) {
    const FactPlace at{file_of(dossier, part), part, *page, spec};
    const LabelBook& book = has_recognised_words(*page) ? recognised : exact;
    for (const Field& field : find_fields(*page, book)) {
      const std::string_view label = labels[field.wanted];
      auto found = facts_of_field(at, field, type, role_of_label(label));
      for (Fact& fact : found) fact.details.emplace_back("label", label);
      std::move(found.begin(), found.end(), std::back_inserter(facts));
    }
  }
  return facts;
}

}  // namespace biaoshen
