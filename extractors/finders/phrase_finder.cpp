// Each place where a phrase stands, compared without blanks and line ends, so
// that a phrase broken over two lines is found, too.
//
// It refuses to interpret: a phrase found says nothing about what the sentence
// around it claims.
//
// Tested by tests/finders/phrase_finder_test.cpp.
#include "extractors/finders/phrase_finder.h"

#include <string>

#include "extractors/finders/finder_fact.h"
#include "extractors/finders/glyphs.h"
#include "extractors/finders/quote.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostFacts = 500;  // of one call: nobody reads more

// Other words are not misread as a known phrase of five characters.
bool is_its_own_proof(std::u32string_view phrase, const Quote& quote) {
  return phrase.size() >= 5 && quote.confidence >= 80;
}

}  // namespace

std::vector<Fact> find_phrase(const Dossier& dossier, const Part& part, const FactSpec& spec) {
  std::vector<Fact> facts;
  for (const Page* page : pages_of(dossier, part)) {
    const FactPlace at{file_of(dossier, part), part, *page, spec};
    const Glyphs glyphs = glyphs_of(*page, 0, page->text.size());
    for (std::string_view phrase : list_parameter(spec, "phrases")) {
      const std::u32string sought = characters_of(phrase);
      for (std::size_t i = find_in(glyphs, sought); i != kNowhere && facts.size() < kMostFacts;
           i = find_in(glyphs, sought, i + sought.size())) {
        const Glyph& last = glyphs[i + sought.size() - 1];
        TypedValue value{std::string(phrase), {}, "", 0, 0};
        Fact fact = fact_at(at, glyphs[i].begin, last.end, std::move(value));
        if (fact.doubt == "ocr" && is_its_own_proof(sought, fact.quote)) fact.doubt.clear();
        facts.push_back(std::move(fact));
      }
    }
  }
  return facts;
}

}  // namespace biaoshen
