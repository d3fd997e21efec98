// The words by which pages of the standards platforms are known, with weights
// (domain terms: recognition rule for screenshots).
//
// Tested by tests/finders/platform_page_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>

#include "extractors/finders/glyphs.h"
#include "extractors/finders/label_book.h"

namespace biaoshen {

enum class Platform : unsigned char { none, ttbz, std_samr, openstd, other };
std::string_view name_of(Platform platform);

// What the words of one page speak for.
struct PlatformSigns {
  Platform platform = Platform::none;
  int weight = 0;
  bool strong = false;                     // has a sign that only the platform prints
  bool list = false;                       // the head of its list of standards
  bool foreign = false;                    // a page of a standard or of a form: speaks against it
  std::size_t cue_begin = 0, cue_end = 0;  // glyphs of the strongest sign
};

// In recognised print one character of a sign may be wrong.
PlatformSigns platform_signs(const Glyphs& glyphs, Spelling spelling);

}  // namespace biaoshen
