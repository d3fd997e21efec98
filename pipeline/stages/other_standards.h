// Facts of standards that a dossier encloses besides its own: the edition that was replaced, a
// standard that is cited, a neighbour of a series.
//
// The dossier's own standard is the one whose number every material with a number names, where
// there is just one such number and two materials say it. What covers and pages of another number
// say then gets the doubt `other-standard`: it stays to be seen and decides nothing. So values of
// two standards are never mixed into one verdict.
//
// It refuses to choose where the materials do not agree on one number, to take a doubtful reading
// for another standard, and to excuse a wrong number on a form.
//
// Tested by tests/stages/other_standards_test.cpp.
#pragma once

#include <vector>

#include "pipeline/model/dossier.h"
#include "pipeline/model/fact.h"
#include "pipeline/model/profile.h"

namespace biaoshen {

std::vector<Fact> mark_other_standards(const Dossier& dossier, const Profile& profile,
                                       std::vector<Fact> facts);

}  // namespace biaoshen
