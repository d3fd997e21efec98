// A dossier of a batch or panel, read from the dossier.json of its result: rules over several
// dossiers need neither the files of an applicant nor the words in them a second time.
//
// It refuses to trust the file: members of another type or a missing one are an Error that
// names the file and the member, never an exception and never half an entry.
//
// Tested by tests/batch/batch_entry_test.cpp.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "pipeline/base/result.h"
#include "pipeline/model/batch.h"

namespace biaoshen {

// `path` is for messages.
Result<BatchEntry> batch_entry(std::string_view dossier_json, const std::string& path);

// The entry of a result folder. Error: input, where it has no dossier.json that can be read.
Result<BatchEntry> batch_entry_in(const std::filesystem::path& result);

// The whole of a file up to the largest that a result may be. Error: input.
Result<std::string> read_result_file(const std::filesystem::path& path);

}  // namespace biaoshen
