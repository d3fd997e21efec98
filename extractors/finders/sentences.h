// The sentences of a page, as glyphs: what stands between 。；！？ inside one paragraph or
// cell of a table. Chinese has no blanks to tell words by, so words are looked for in them
// as they stand.
//
// It refuses to join what two paragraphs say, and cuts what is longer than a person reads
// at once at the next mark.
//
// Tested by tests/finders/sentence_finder_test.cpp and period_finder_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/finders/glyphs.h"

namespace biaoshen {

// Each with its closing mark; never empty.
std::vector<Glyphs> sentences(const Page& page);
std::vector<Glyphs> sentences_of(const Page& page, std::size_t begin, std::size_t end);

// The clauses of a sentence, between commas, as glyphs [begin, end) of it.
struct Clause {
  std::size_t begin, end;
};
std::vector<Clause> clauses_of(const Glyphs& sentence);

// The words of a parameter as they are compared with glyphs.
std::vector<std::u32string> words_of(const std::vector<std::string_view>& list);
bool has_any(const Glyphs& glyphs, const std::vector<std::u32string>& words);

}  // namespace biaoshen
