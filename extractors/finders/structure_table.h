// What a page is, where no phrase tells it: the signs that profiles name in structure cues.
#pragma once

#include <span>

#include "pipeline/contracts.h"

namespace biaoshen {

std::span<const StructureRow> structures();

}  // namespace biaoshen
