// Lines of fields with tabs between, for lists of files: names need not be text, and a line end in
// one is no line end of the list. A tab, a line end and a backslash are written \t, \n, \r, \\;
// all other bytes are as they are.
//
// Tested by tests/batch/manifest_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace biaoshen {

// With its line end.
std::string tsv_line(const std::vector<std::string>& fields);

// `line` without its end. Nothing: a backslash in it means nothing.
std::optional<std::vector<std::string>> tsv_fields(std::string_view line);

// Whether the whole text is a number that is not negative.
bool read_number(std::string_view text, std::uint64_t& number);
bool read_number(std::string_view text, double& number);

}  // namespace biaoshen
