// batch.json of the batch before, for what has changed since. A file that is missing, of another
// version of the program or not ours is no batch before: nothing is refused because of it.
//
// Tested by tests/batch/batch_reader_test.cpp.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>

#include "pipeline/model/batch_changes.h"

namespace biaoshen {

// Without the digest. Memory does not grow with the text but with what is kept of it.
std::optional<LastBatch> last_batch(std::istream& batch_json);

// Of the folder that holds the results, with the digest.
std::optional<LastBatch> last_batch_in(const std::filesystem::path& out);

}  // namespace biaoshen
