// The predicates over an expert panel. They see the list of the experts and what results on disk
// say of the dossiers that the panel is to judge, and give one outcome for each thing they find,
// or one that passes.
//
// Tested by tests/panel/.
#pragma once

#include "pipeline/contracts.h"

namespace biaoshen {

std::vector<PanelOutcome> panel_size(const PanelInput& input, const Check& check);
std::vector<PanelOutcome> senior_titles(const PanelInput& input, const Check& check);
std::vector<PanelOutcome> no_link(const PanelInput& input, const Check& check);

}  // namespace biaoshen
