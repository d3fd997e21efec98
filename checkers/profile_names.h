// Checks the names in a profile against the tables that define them.
//
// Tested by tests/checkers/profile_reader_test.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "checkers/profile_xml.h"
#include "pipeline/base/did_you_mean.h"
#include "pipeline/model/profile.h"

namespace biaoshen {

// A parameter as a table declares it: "labels!" is required, "months!:whole" of a type too.
struct Declared {
  std::string_view name, type;  // type empty: text
  bool is_required = false;
};
Declared declared_parameter(std::string_view row);

// Names that are missing or unknown; their types are profile_condition's business.
void check_parameters(const Parameters& given, std::span<const std::string_view> declared, int line,
                      const std::string& whose, std::vector<ProfileMistake>& mistakes);

}  // namespace biaoshen
