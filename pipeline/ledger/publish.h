// Puts the files of a review into OUT/<name>, whole or not at all: everything is written
// into a staging folder on the same file system, which then takes the place of the old
// result in one step. A folder that is not a result of ours is never replaced.
//
// Tested by tests/app/.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "pipeline/base/result.h"

namespace biaoshen {

// Whether results can be put into OUT; makes the folder where it is not there yet.
Result<void> check_writable(const std::filesystem::path& out);

// `files`: path within the result folder -> bytes.
Result<void> publish(const std::filesystem::path& out, const std::string& name,
                     const std::map<std::string, std::string>& files);

// The files of a result, to be published anew with some of them changed. Error: input.
Result<std::map<std::string, std::string>> published_files(const std::filesystem::path& result);

// One file beside the results, whole or not at all, in the place of an earlier one.
Result<void> publish_file(const std::filesystem::path& out, const std::string& name,
                          const std::string& bytes);

}  // namespace biaoshen
