#include "extractors/finders/sentences.h"

#include <algorithm>

#include "extractors/finders/paragraphs.h"

namespace biaoshen {
namespace {

constexpr std::size_t kLongestSentence = 400;  // glyphs
constexpr std::size_t kSoftEnd = 300;          // from here on a comma ends it

bool is_any_of(char32_t c, std::u32string_view set) {
  return set.find(c) != set.npos;
}

bool ends_sentence(char32_t c) {
  return is_any_of(c, U"。;!?");
}

}  // namespace

std::vector<Glyphs> sentences_of(const Page& page, std::size_t begin, std::size_t end) {
  std::vector<Glyphs> found;
  Glyphs sentence;
  for (const Glyph& glyph : glyphs_of(page, begin, end)) {
    sentence.push_back(glyph);
    const bool soft = sentence.size() >= kSoftEnd && is_any_of(glyph.c, U",、");
    if (!ends_sentence(glyph.c) && !soft && sentence.size() < kLongestSentence) continue;
    found.push_back(std::move(sentence));
    sentence.clear();
  }
  if (!sentence.empty()) found.push_back(std::move(sentence));
  return found;
}

std::vector<Glyphs> sentences(const Page& page) {
  std::vector<Glyphs> found;
  for (const auto& [begin, end] : paragraphs(page)) {
    for (Glyphs& sentence : sentences_of(page, begin, end)) found.push_back(std::move(sentence));
  }
  return found;
}

std::vector<Clause> clauses_of(const Glyphs& sentence) {
  std::vector<Clause> found;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    if (!is_any_of(sentence[at].c, U",")) continue;
    found.push_back({begin, at});
    begin = at + 1;
  }
  found.push_back({begin, sentence.size()});
  return found;
}

std::vector<std::u32string> words_of(const std::vector<std::string_view>& list) {
  std::vector<std::u32string> words;
  std::transform(list.begin(), list.end(), std::back_inserter(words), characters_of);
  return words;
}

bool has_any(const Glyphs& glyphs, const std::vector<std::u32string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::u32string& word) { return find_in(glyphs, word) != kNowhere; });
}

}  // namespace biaoshen
