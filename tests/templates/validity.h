// Whether our JSON is what its schema says, by Debian's python3-jsonschema.
#pragma once

#include <string>

namespace biaoshen {

// What it says against the text; empty where it is valid. `schema` is a path in the
// tree, or an absolute one.
std::string objections(const std::string& json, const std::string& schema);

}  // namespace biaoshen
