// dossier.json as a Record. It refuses to trust the file, as pipeline/batch/batch_entry.h does.
//
// Tested by tests/batch/record_reader_test.cpp.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/base/result.h"
#include "pipeline/model/record.h"

namespace biaoshen {

// `path` is for messages. Error: input, naming the member that is missing or of another type.
Result<Record> record_of(std::string_view dossier_json, const std::string& path);

// The record of a result folder. Error: input, where it has no dossier.json that can be read.
Result<Record> record_in(const std::filesystem::path& result);
// The same where it does not matter why there is none.
std::optional<Record> record_at(const std::filesystem::path& result);

// The sheets of `decisions` in a dossier.json; none where there is no such member.
class JsonMember;
std::vector<DecisionSheet> decision_sheets_of(const JsonMember& dossier, std::string& mistake);

}  // namespace biaoshen
