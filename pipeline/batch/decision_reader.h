// Reads a decisions.json that a reviewer hands in (templates/json/decisions.schema.json), and
// looks whether it is about a dossier as it stands now. All of it is checked before any of it
// counts.
//
// It refuses to trust the file: each mistake is an Error that says where it is and what to do.
//
// Tested by tests/batch/decision_reader_test.cpp.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "pipeline/base/result.h"
#include "pipeline/model/record.h"

namespace biaoshen {

inline constexpr std::size_t kLongestNote = 2000;             // code points
inline constexpr std::size_t kLongestName = 100;              // code points
inline constexpr std::size_t kLargestDecisionFile = 1 << 20;  // bytes

struct HandedIn {
  std::string dossier;  // its name as the page shows it
  DecisionSheet sheet;  // by and on as they stand there, perhaps empty
};

// `path` is for messages, in `language`. Error: input.
Result<HandedIn> decisions_of(std::string_view json, const std::string& path, Language language);

// Whether it can be folded into the dossier, which the page calls `shown_name`. Error: input.
Result<void> check_fit(const HandedIn& handed_in, const Record& record, std::string_view shown_name,
                       const std::string& path, Language language);

// The decisions of a published result; none where there is no dossier.json of ours. Error: input,
// where there are some and they cannot be read: they must not be lost.
Result<std::vector<DecisionSheet>> decisions_in(const std::filesystem::path& result);

}  // namespace biaoshen
