#include "templates/problem_wording.h"

#include "pipeline/base/text.h"
#include "templates/wording.h"

namespace biaoshen {
namespace {

// The words of `key`; empty where there are none.
std::string words_of(const std::string& key, Language language) {
  std::string words = word(key, language);
  return words == key ? std::string() : words;
}

}  // namespace

std::string problem_in_words(const Problem& problem, Language language) {
  const std::string what = words_of("problem." + problem.kind, language);
  const std::string out = what.empty() ? problem.kind : what;
  // A detail is a value or a name; a whole sentence would say the same twice, in one language only.
  if (problem.detail.empty() || (!what.empty() && contains(problem.detail, "。"))) return out;
  return out +
         (language == Language::zh ? "（" + problem.detail + "）" : " (" + problem.detail + ")");
}

std::string remedy_in_words(const Problem& problem, Language language) {
  return words_of("problem." + problem.kind + ".remedy", language);
}

}  // namespace biaoshen
