// Which programme and which version of it a dossier is for.
//
// The application form names the programme in its heading; the longest phrase known wins,
// one that names a form (申报书, 申请书 …) before one in another heading of a submission
// (汇总表, 自评表 …), and that before any other: an award of another programme is proof in
// many dossiers. Programmes that
// share a form are told apart by a field of it. Of several versions the one whose cut-off
// lies in the year of the reference date or, without one, in the year that the form names.
//
// It never stays silent about a guess: what was assumed is a problem of the dossier.
//
// Tested by tests/stages/choose_profile_test.cpp.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "pipeline/contracts.h"

namespace biaoshen {

// `wanted`: the id of a programme, or id@version; empty: whatever the form says.
// Error: profile, where there is no such programme or none at all.
Result<const Profile*> choose_profile(Dossier& dossier, const std::string& wanted,
                                      const std::optional<Date>& as_of,
                                      std::span<const Profile> profiles,
                                      std::span<const FinderRow> finders);

}  // namespace biaoshen
