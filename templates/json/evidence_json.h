// Evidence and citations as members of our JSON files; the same in dossier.json and batch.json.
// And how those files are written: two-space indent, UTF-8 unescaped, final newline.
//
// Tested by tests/templates/json_writer_test.cpp.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "pipeline/model/fact.h"
#include "pipeline/model/profile.h"

namespace biaoshen {

using Json = nlohmann::ordered_json;

Json json_of(const Evidence& evidence);
Json json_of(const Citation& cite);

// 91 and not 91.0: readers of the file compare numbers as they were printed.
Json json_number(double value);

// The bytes of the file. Invalid bytes become U+FFFD, never an error; what is unseen and the sign
// that begins markup stand as \u202e and \u003c, and mean the same.
std::string json_text(const Json& json);

}  // namespace biaoshen
