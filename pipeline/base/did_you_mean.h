// The name that was probably meant, for messages about one that is not known: of a profile's
// tables, of a configuration's options.
//
// Tested by tests/base/did_you_mean_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace biaoshen {

using KnownNames = std::vector<std::string_view>;

// The known name nearest to `wrong`; empty where none is near.
std::string_view nearest_name(std::string_view wrong, const KnownNames& known);

// "; did you mean “x”?", or nothing where no known name is near.
std::string did_you_mean(std::string_view wrong, const KnownNames& known);

bool is_known(std::string_view name, const KnownNames& known);

}  // namespace biaoshen
