// A View as the data of the page's template: names and values, nothing decided here but which
// place of the page carries a crop (the first that shows it; later ones point back to it).
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
