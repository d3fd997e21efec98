// Each sentence that speaks of something: it has one of the words `about`, and one of the
// words `with` where these are given. A cell of a table and the line of a field count as
// sentences, too; a cell that only asks (有无违法记录) is given with the answer beside it.
//
// It refuses to judge what the sentence says: 无 and 未 stay in the value, for the rule.
//
// Tested by tests/finders/sentence_finder_test.cpp.
#include "extractors/finders/sentence_finder.h"

#include <string>

#include "extractors/finders/cell_pairs.h"
#include "extractors/finders/finder_fact.h"
#include "extractors/finders/quote.h"
#include "extractors/finders/sentences.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostFacts = 200;      // of one call: nobody reads more
constexpr std::size_t kLongestAnswer = 900;  // bytes: longer ones are texts of their own

struct Statement {
  std::size_t begin = 0, end = 0;  // bytes of the page
  std::string value;
};

std::string print_of(const Page& page, TextRange range) {
  return squeeze(std::string_view(page.text).substr(range.first, range.second - range.first));
}

// The sentence, with its answer where it is a cell that asks.
Statement statement_of(const Page& page, const Glyphs& sentence,
                       const std::map<std::size_t, CellPair>& pairs) {
  const TextRange own{sentence.front().begin, sentence.back().end};
  const auto pair = pairs.find(own.first);
  if (pair == pairs.end() || pair->second.asks != own)
    return {own.first, own.second, print_of(page, own)};
  const TextRange answer = pair->second.answers;
  if (answer.second - answer.first > kLongestAnswer)
    return {own.first, own.second, print_of(page, own)};
  return {own.first, answer.second, print_of(page, own) + ":" + print_of(page, answer)};
}

}  // namespace

std::vector<Fact> find_sentence(const Dossier& dossier, const Part& part, const FactSpec& spec) {
  const auto about = words_of(list_parameter(spec, "about"));
  const auto with = words_of(list_parameter(spec, "with"));
  std::vector<Fact> facts;
  for (const Page* page : pages_of(dossier, part)) {
    const FactPlace at{file_of(dossier, part), part, *page, spec};
    const auto pairs = cell_pairs(*page);
    for (const Glyphs& sentence : sentences(*page)) {
      if (!has_any(sentence, about)) continue;
      Statement one = statement_of(*page, sentence, pairs);
      if (!with.empty() && !has_any(glyphs_of(one.value), with)) continue;
      if (facts.size() == kMostFacts) return facts;
      facts.push_back(fact_at(at, one.begin, one.end, {std::move(one.value), {}, "", 0, 0}));
    }
  }
  return facts;
}

}  // namespace biaoshen
