// Bytes as text. Cleaning gives valid UTF-8 and is done once; folding knows for every byte where it
// came from; an encoding that is detected can be decoded; hidden data lie in the text, in order.
#include "extractors/readers/code_page.h"
#include "extractors/readers/text_encoding.h"
#include "pipeline/base/personal_data.h"
#include "pipeline/base/text.h"
#include "tests/fuzz/fuzz_target.h"

namespace biaoshen {

using fuzz::require;

namespace {

void check_folding(const std::string& print) {
  const Folded folded = fold(print);
  require(is_valid_utf8(folded.text), "folded text is UTF-8");
  require(folded.print.size() == folded.text.size() + 1, "every folded byte came from somewhere");
  for (std::size_t i = 0; i < folded.text.size(); ++i)
    require(folded.print[i] <= folded.print[i + 1], "folding keeps the order");
  require(folded.print.back() <= print.size(), "folded text came from the print");
  for (const auto& [begin, end] : folded.repaired)
    require(begin <= end && end <= folded.text.size(), "what was repaired is in the text");
  const std::string once = squeeze(print);
  require(squeeze(once) == once, "squeezed text stays as it is");
  require(is_valid_utf8(bare(print)), "bare text is UTF-8");
}

void check_hiding(const std::string& text) {
  std::size_t last = 0;
  for (const HiddenBytes& hidden : personal_data(text)) {
    require(last <= hidden.begin && hidden.begin <= hidden.end && hidden.end <= text.size(),
            "hidden data lie in the text, in order");
    require(is_valid_utf8(text.substr(hidden.begin, hidden.end - hidden.begin)),
            "whole characters are hidden");
    last = hidden.end;
  }
}

}  // namespace

FUZZ_TARGET(text) {
  const std::string clean = clean_utf8(bytes);
  require(is_valid_utf8(clean) && clean_utf8(clean) == clean,
          "clean text is UTF-8 and stays clean");
  require(is_valid_utf8(bytes) || clean != bytes, "what is no UTF-8 does not stay");
  check_folding(clean);
  fold(bytes);
  check_hiding(clean);
  for (const SampleIs is : {SampleIs::whole, SampleIs::cut}) {
    if (const auto encoding = detect_encoding(bytes, is)) decoded(bytes, encoding->name);
  }
  const std::string_view half =
      std::string_view(clean).substr(0, std::min<std::size_t>(clean.size() / 2, 60));
  require(edit_distance(half, half) == 0, "a text is itself");
}

}  // namespace biaoshen
