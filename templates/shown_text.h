// Text from outside made fit to be shown to people: personal data masked, what the eye cannot
// see written out, what is endless cut. Writers pass every text through here, also our own
// wording, so that none is forgotten.
//
// It refuses to judge: a masked number is not a finding, and a credit code of an organization
// (18 capital letters and digits) is not personal data and stays.
//
// Tested by tests/templates/shown_text_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "pipeline/model/presentation.h"

namespace biaoshen {

// Mobile numbers keep 3 + 4 digits, citizen numbers 6 + 4, addresses of e-mail their first
// character and host: 138****5678, 110101********1234, l***@example.com.
// ASCII and full-width digits; masking a masked text changes nothing.
std::string masked(std::string_view text);
// The same where the data is to be masked, else the text as it is.
std::string masked(std::string_view text, PersonalData data);

// A text in three, cut at the bytes `begin` and `end` of it and masked as one: a number that a
// cut goes through is masked all the same.
struct MaskedPieces {
  std::string before, within, after;
};
MaskedPieces masked_around(std::string_view text, std::size_t begin, std::size_t end,
                           PersonalData data);

// Valid UTF-8 in which what is unseen (pipeline/base/unseen.h) stands as [U+202E]. Line ends and
// tabs stay.
std::string visible(std::string_view text);

// At most `limit` code points; `cut` tells whether some are missing.
struct Shortened {
  std::string text;
  bool cut = false;
};
Shortened shortened(std::string_view text, std::size_t limit);

// masked, then at most `limit` code points with … where some are missing. Masking comes first:
// half a telephone number would not be known as one.
std::string brief(std::string_view text, std::size_t limit,
                  PersonalData data = PersonalData::masked);

// masked and visible, with the five characters of HTML escaped: fit for text and for quoted
// attributes.
std::string html_text(std::string_view text, PersonalData data = PersonalData::masked);

}  // namespace biaoshen
