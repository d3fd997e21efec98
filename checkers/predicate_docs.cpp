#include "checkers/predicate_docs.h"

#include <algorithm>

#include "checkers/batch/batch_predicate_table.h"
#include "checkers/panel/panel_predicate_table.h"
#include "checkers/predicates/predicate_table.h"

namespace biaoshen {
namespace {

template <typename Rows>
std::vector<const PredicateDoc*> docs_of(const Rows& rows) {
  std::vector<const PredicateDoc*> docs;
  for (const PredicateDoc& row : rows) docs.push_back(&row);
  return docs;
}

}  // namespace

std::vector<const PredicateDoc*> predicate_docs(Scope scope) {
  switch (scope) {
    case Scope::batch:
      return docs_of(batch_predicate_table());
    case Scope::panel:
      return docs_of(panel_predicate_table());
    case Scope::dossier:
      break;
  }
  return docs_of(predicate_table());
}

const PredicateDoc* predicate_doc(Scope scope, std::string_view name) {
  const auto docs = predicate_docs(scope);
  const auto found = std::find_if(docs.begin(), docs.end(),
                                  [&](const PredicateDoc* doc) { return doc->name == name; });
  return found == docs.end() ? nullptr : *found;
}

}  // namespace biaoshen
