// Readings of one thing, and which of them may decide. Every predicate chooses
// among facts through these functions, so that "firm" means one thing everywhere.
//
// A reading is a fact with a value; an empty field, a placeholder or what stands in a blank form
// beside the filled one is none.
// A firm reading may decide alone. Founder letters are repaired exactly, so they
// are firm; anything recognised, uncertain or from a suspect page is not.
//
// Tested by tests/checkers/readings_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen {

using Readings = std::vector<const Fact*>;

bool is_firm(const Fact& fact);
bool is_reading(const Fact& fact);
// A reading, and not of a standard that is only enclosed.
bool is_of_application(const Fact& fact);

// Readings called `name`, in the order of the facts.
Readings readings_of(const CheckInput& input, std::string_view name);
Readings firm(const Readings& readings);
bool all_firm(const Readings& readings);

// Where a thing is read in several materials, the profile's order of its <fact>
// lines is the order of trust. Gives the readings of the first material that has
// a firm one; without any firm one, those of the first material that has any.
// `is_fit` says which readings may decide, where a rule takes more than firm ones.
using Fitness = bool (*)(const Fact& fact);
Readings preferred(const CheckInput& input, std::string_view name, Fitness is_fit = is_firm);

// Equal for two readings of the same thing however it was printed.
std::string key_of(const Fact& fact);
const StandardNumber* number_in(const Fact& fact);
const Date* date_in(const Fact& fact);
const double* decimal_in(const Fact& fact);

// Their quotes as evidence; a cap keeps a hostile dossier from filling the report.
std::vector<Evidence> quotes(const Readings& readings);
void add_quotes(std::vector<Evidence>& evidence, const Readings& readings);

// A value short enough for a message.
std::string cut_text(const std::string& text);
// The distinct values, joined for a message.
std::string values(const Readings& readings);
// "申报书：A；标准文本：B", in both languages, doubts marked.
Wording side_by_side(const CheckInput& input, const Readings& readings);

// Parameters of a rule; profile_reader has checked their types.
std::string_view parameter(const Check& check, std::string_view name);
std::vector<std::string_view> list_parameter(const Check& check, std::string_view name);
// "登记/注册 | 年检": words that stand for one another, in groups.
std::vector<std::vector<std::string_view>> groups_parameter(const Check& check,
                                                            std::string_view name);
int whole_parameter(const Check& check, std::string_view name, int otherwise);

}  // namespace biaoshen
