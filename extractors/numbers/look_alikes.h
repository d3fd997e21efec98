// Numbers of group standards whose letters were taken for look-alikes when they were
// recognised from pixels:
//
//   丁/CAS 290—2017   TI CAS 290—2017   7/CAS 29O—2O17   T/CAS 290一2017
//
// What stands at the place of T/ may be any of its look-alikes; digits of the
// sequence and the year may have been read as letters. The letters of a code are left
// as they are: it may hold both, so nothing tells O from 0 there. What comes out must
// be a number of the strict grammar, with a year, and is marked as repaired.
//
// It refuses running text: only a print that is nothing but a number is looked at.
//
// Tested by tests/numbers/look_alikes_test.cpp.
#pragma once

#include <optional>
#include <string_view>

#include "extractors/numbers/number_grammar.h"

namespace biaoshen {

// The number that all of `print` was meant to be: doubt `repaired`. None where the
// strict grammar reads it as it stands, or where no repair makes a number of it.
std::optional<FoundNumber> repair_look_alikes(std::string_view print);

}  // namespace biaoshen
