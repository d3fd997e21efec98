// The letters that standard numbers begin with, as tables: who uses which code,
// and the regions of local standards. They stand in the model because the number
// grammar reads by them and the rules judge by them.
//
// They say nothing about whether a number exists. A code that is missing here is
// unknown, not wrong: new industry codes appear every few years.
//
// Tested by tests/numbers/number_codes_test.cpp.
#pragma once

#include <string_view>

#include "pipeline/model/standard_number.h"

namespace biaoshen {

enum class CodeUse : unsigned char {
  in_force,  // used for new standards
  historic,  // only on old ones
};

struct NumberCode {
  std::string_view code;  // GB, JB, JJF; capitals, but for GBn
  std::string_view name;  // 机械
  NumberKind kind;
  CodeUse use;
};

// The row of `code` (capital letters, without /T), or null. Not for local codes with digits.
const NumberCode* find_number_code(std::string_view code);

// True if a social organisation may not use `code` for its group standards: it is the code of a
// national, industry, local, enterprise or international class (GB, JB, DB, DB11, JJG, ISO).
bool is_reserved_code(std::string_view code);

// 机械 for JB; empty where `code` is not the code of an industry.
std::string_view industry_name(std::string_view code);

// 北京 for 11 (first two digits of GB/T 2260); empty where there is none.
std::string_view region_name(std::string_view two_digits);

}  // namespace biaoshen
