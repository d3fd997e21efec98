// What browsers lay beside a saved page (page_files/): styles, scripts, fonts, drawings of
// buttons. Nobody submits them as anything, so they are ignored, which costs the applicant nothing.
//
// It refuses pages and photographs: those are read. Tested by tests/readers/html_reader_test.cpp.
#pragma once

#include <string_view>

namespace biaoshen {

// `format` as the content shows it; a document that is only called .js is none of these.
bool is_web_page_litter(std::string_view format, std::string_view name);

}  // namespace biaoshen
