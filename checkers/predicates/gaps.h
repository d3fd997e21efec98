// What of a dossier nobody could read. A rule may only say "it is not there"
// where there is no gap in which it could be.
//
// It counts whole files (encrypted, damaged, refused, partly read), single pages
// (need OCR, text not to be trusted) and, where the thing looked for may be a
// picture, pictures inside pages whose text was read. Litter of operating
// systems hides nothing.
//
// Tested by tests/checkers/material_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen {

enum class Pictures : unsigned char { cannot_hold_it, may_hold_it };

struct ReadingGap {
  std::size_t file = 0;  // index into Dossier::files; the number of files: the dossier itself
  std::vector<std::uint32_t> pages;  // from 1; empty: the whole file
  std::string reason;                // a Problem kind; "picture" for an unread picture
};

std::vector<ReadingGap> gaps(const Dossier& dossier, Pictures pictures);

// Gaps inside the pages of one part.
std::vector<ReadingGap> gaps_in(const Dossier& dossier, const Part& part, Pictures pictures);

// Pages of one part whose words were recognised from pixels: they were read, but a word may be
// wrong, so that another one is not there for certain.
std::vector<ReadingGap> recognised_in(const Dossier& dossier, const Part& part);

// Whether a material can be a picture: a page of the platform is often a screenshot.
Pictures pictures_for(const Profile& profile, std::string_view material);

// The search for `sought` in the whole dossier.
Search search_in(const Dossier& dossier, std::string sought, Pictures pictures);

// "附件1.pdf 第 2、3 页（需文字识别）", in both languages.
Wording describe(const Dossier& dossier, const std::vector<ReadingGap>& found);

// A reason code in words; the code itself where it is not a known one.
Wording words_of_reason(std::string_view code);

// The start of a part as evidence that it is there: its first printed line, or
// the name of the file where nothing of it could be read.
Quote quote_of_part(const Dossier& dossier, const Part& part);

}  // namespace biaoshen
