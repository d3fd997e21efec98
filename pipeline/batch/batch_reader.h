// batch.json of the batch before, for what has changed since. A file that is missing, of another
// version of the program or not ours is no batch before: nothing is refused because of it.
//
// Tested by tests/batch/batch_reader_test.cpp.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "pipeline/model/batch_changes.h"

namespace biaoshen {

std::optional<LastBatch> last_batch(std::string_view batch_json);

// Of the folder that holds the results.
std::optional<LastBatch> last_batch_in(const std::filesystem::path& out);

}  // namespace biaoshen
