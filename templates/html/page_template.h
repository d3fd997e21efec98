// Pages from the *.mustache files inside the program: parts put in place, our words filled in,
// every value escaped.
//
// Tested by tests/templates/html_writer_test.cpp and html_hostile_test.cpp.
#pragma once

#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>

#include "pipeline/base/result.h"
#include "pipeline/model/presentation.h"

namespace biaoshen {

// The file of that name, of whatever folder; names are unique.
std::string template_file(std::string_view name);

// `data` is what `file` asks for besides our words ({{w-…}}). Error: internal, the template.
Result<std::string> render_template(std::string_view file, kainjow::mustache::data data,
                                    const Presentation& presentation);

}  // namespace biaoshen
