// The parts of a template of the notice, listed (listed_package.h). It has mistakes, or it can be
// filled and the letter is a package again.
#include "templates/docx/docx_template.h"
#include "templates/docx/notice_placeholders.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/listed_package.h"

namespace biaoshen {

using fuzz::require;

FUZZ_TARGET(notice_template) {
  for (const std::string& package : {fuzz::package_of(bytes), std::string(bytes)}) {
    const auto parts = docx_parts(package, "the-template.docx");
    if (!parts) continue;
    if (!template_mistakes(*parts, notice_placeholders()).empty()) continue;
    const auto letter = fill_template(*parts, notice_placeholders(), {});
    require(letter.has_value(), "a template without mistakes can be filled");
    const auto written = docx_of(*letter);
    require(written && docx_parts(*written, "the-letter.docx").has_value(),
            "a letter can be read again");
  }
}

}  // namespace biaoshen
