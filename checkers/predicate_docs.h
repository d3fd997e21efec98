// What the tables of predicates tell: of a dossier, of a batch, of a panel, each by the
// scope of the rules that may call it.
//
// Tested by tests/checkers/shipped_profiles_test.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen {

std::vector<const PredicateDoc*> predicate_docs(Scope scope);
const PredicateDoc* predicate_doc(Scope scope, std::string_view name);  // null if there is none

}  // namespace biaoshen
