// Does a sentence state a word, deny it, or only mention it?
//
//   2023年度年检结论：不合格     states 不合格
//   无年检不合格情况            denies it: a negation stands before it
//   年检不合格情况：无          denies it: it names a kind of thing, and behind that stands 无
//   年检不合格的单位不得申报    mentions it: it speaks of whoever that may be
//   合格、不合格 □合格          mentions them: options of a form
//
// What a word may do to the applicant decides how plain it must be: a word against the
// applicant is stated only where nothing in the sentence before it negates it and it
// stands alone; one for the applicant where nothing in its clause does, also in a list
// (无违法、失信记录).
//
// It refuses to understand language: what is not plain is a mention, and a person looks.
//
// Tested by tests/checkers/stated_test.cpp.
#pragma once

#include <span>
#include <string_view>

namespace biaoshen {

enum class Speaks : unsigned char { for_applicant, against_applicant };

// The strongest of all places of the word; a later one is stronger.
enum class Mention : unsigned char { none, denied, mentioned, stated };

// Places that are part of a word of `longer` (合格 in 不合格) do not count.
Mention mention_of(std::string_view word, std::string_view sentence, Speaks speaks,
                   std::span<const std::string_view> longer = {});

}  // namespace biaoshen
