// A blank form or score sheet that lies beside the one that was filled in, as the call has it.
//
// A part of which hardly a field is filled in is blank where another part of the same material is
// filled in for the most part. All that it seems to say gets the doubt `blank-form` and is no
// reading of anything; the rule on the form's fields says that it is there.
//
// It refuses to call a form blank where there is no other: then nobody filled it in.
//
// Tested by tests/stages/blank_forms_test.cpp.
#pragma once

#include <vector>

#include "pipeline/model/dossier.h"
#include "pipeline/model/fact.h"
#include "pipeline/model/profile.h"

namespace biaoshen {

std::vector<Fact> mark_blank_forms(const Dossier& dossier, const Profile& profile,
                                   std::vector<Fact> facts);

}  // namespace biaoshen
