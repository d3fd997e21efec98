// Parts of dossier.json that several readers of it need: a subject, a quote, a fact.
// Mistakes are remembered as in JsonMember: one look at the end tells.
//
// Tested by tests/batch/batch_entry_test.cpp and record_reader_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/batch/json_member.h"
#include "pipeline/model/review.h"

namespace biaoshen {

// The value whose word stands there; the first where it is none of them.
template <typename Value, std::size_t count>
Value word_of(const JsonMember& member, const Value (&values)[count], std::string& mistake) {
  const std::string text = member.text();
  for (const Value value : values)
    if (name_of(value) == text) return value;
  if (mistake.empty()) mistake = "unknown word “" + text + "”";
  return values[0];
}

inline constexpr Verdict kVerdicts[] = {Verdict::review, Verdict::ready, Verdict::returned};
inline constexpr Status kStatuses[] = {Status::review, Status::pass, Status::fail,
                                       Status::not_applicable};
inline constexpr Level kLevels[] = {Level::error, Level::warning, Level::note};
inline constexpr Origin kOrigins[] = {Origin::text, Origin::ocr, Origin::cell, Origin::name};

Subject subject_of(const JsonMember& json);
Quote quote_of(const JsonMember& json, std::string& mistake);
Evidence evidence_of(const JsonMember& json, std::string& mistake);
Fact fact_of(const JsonMember& json, std::string& mistake);

}  // namespace biaoshen
