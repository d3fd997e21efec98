// A View as the data of the page's template: names and values, nothing decided here but how much
// of the evidence stands open; evidence_data does the same for each piece of it.
//
// Tested by tests/templates/html_writer_test.cpp.
#pragma once

#include <kainjow/mustache.hpp>
#include <map>
#include <string>

#include "templates/view.h"

namespace biaoshen {

kainjow::mustache::data html_data(const View& view,
                                  const std::map<std::string, std::string>& crops);

}  // namespace biaoshen
