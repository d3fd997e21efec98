// The unified social credit code: 18 characters with two check characters, one
// over the whole (GB 32100) and one over the body code inside, places 9 to 17
// (GB 11714).
//
//   51440100517355015H   good
//   51440100517355015A   the last character should be H
//
// It refuses to repair: it can propose a code that fits, a person decides.
//
// Tested by tests/checkers/uscc_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace biaoshen {

enum class UsccFault : unsigned char { none, length, character, check, body_check };

// `code` in capitals without blanks.
UsccFault uscc_fault(std::string_view code);

// The good code that look-alike letters (O I Z S, which the code never uses) were
// written for, where there is one.
std::optional<std::string> uscc_proposal(std::string_view code);

}  // namespace biaoshen
