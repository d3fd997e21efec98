// Files, experts and dossiers of a few lines for the tests of panels.
#pragma once

#include <string>
#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen::testing {

using Cells = std::vector<std::vector<std::string>>;  // "<" widens the cell to its left

// A workbook of one sheet, and another one of the same file.
File workbook(const Cells& cells);
void add_sheet(File& file, const std::string& title, const Cells& cells);

// A text file as the reader gives it: blank lines leave no trace but in the numbers of the others.
File csv(const std::string& text);

Expert expert(const std::string& name, const std::string& employer, const std::string& title);

BatchEntry entry(const std::string& name);
Fact& add_fact(BatchEntry& entry, const std::string& name, const std::string& value,
               const std::string& doubt = "");

}  // namespace biaoshen::testing
