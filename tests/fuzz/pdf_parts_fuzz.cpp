// What of a PDF is decoded here and not by Poppler: the certificate of a signature, strings, and
// words that are another encoding's. Names and repaired words are UTF-8.
#include "extractors/readers/pdf/pdf_mojibake.h"
#include "extractors/readers/pdf/pdf_signer.h"
#include "extractors/readers/pdf/pdf_strings.h"
#include "pipeline/base/text.h"
#include "tests/fuzz/fuzz_target.h"

namespace biaoshen {

using fuzz::require;

FUZZ_TARGET(pdf_parts) {
  require(is_valid_utf8(name_of_signer(bytes)), "the name of a signer is UTF-8");
  require(is_valid_utf8(text_string(bytes)), "a string is UTF-8");
  const std::string clean = clean_utf8(bytes);
  std::vector<PrintedWord> words;
  for (const std::string_view text : split(clean, ' ')) words.push_back({std::string(text), {}});
  const std::size_t count = words.size();
  const Mojibake found = repair_mojibake(words);
  require(words.size() == count, "no word is lost or made");
  for (std::size_t i = 0; i < count; ++i) {
    require(is_valid_utf8(words[i].text), "a repaired word is UTF-8");
    if (found != Mojibake::repaired)
      require(words[i].text == split(clean, ' ')[i], "what is not repaired stays");
  }
}

}  // namespace biaoshen
