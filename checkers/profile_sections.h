// The parts of a profile that are no rules: how it is recognised, instruments,
// materials, facts, fields of the matrix, parts of the casebook, each from its element.
//
// Tested by tests/checkers/profile_reader_test.cpp.
#pragma once

#include <span>

#include "checkers/profile_parts.h"
#include "pipeline/contracts.h"

namespace biaoshen {

std::optional<Date> cut_off_of(const XmlNode& node, Mistakes& mistakes);
Recognition recognition_of(const XmlNode& node, std::span<const FinderRow> finders,
                           Mistakes& mistakes);
Instrument instrument_of(const XmlNode& node);
std::vector<Cue> cues_of(const XmlNode& node, Mistakes& mistakes);  // its <cue> children
Material material_of(const XmlNode& node, Mistakes& mistakes);

// The material that a fact names must be in `profile`.
FactSpec fact_of(const Profile& profile, const XmlNode& node, std::span<const FinderRow> finders,
                 Mistakes& mistakes);
MatrixField field_of(const Profile& profile, const XmlNode& node, Mistakes& mistakes);
CasePart case_part_of(const Profile& profile, const XmlNode& node, Mistakes& mistakes);

}  // namespace biaoshen
