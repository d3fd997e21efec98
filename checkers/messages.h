// Templates of messages: text with {placeholders} that a predicate's arguments fill.
//
// It refuses to hide mistakes: a placeholder nobody fills stays as it is, which
// check-profile reports beforehand and the tests look for afterwards.
//
// Tested by tests/checkers/check_test.cpp.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/profile.h"

namespace biaoshen {

using Arguments = std::map<std::string, std::string, std::less<>>;

// Names in braces, in order: "{a} of {b}" gives a, b.
std::vector<std::string> placeholders_of(std::string_view text);

std::string fill(std::string_view text, const Arguments& arguments);

// Both languages; {reason} is the outcome's reason in the same language.
Wording fill(const Wording& text, const Arguments& arguments, const Wording& reason);

}  // namespace biaoshen
