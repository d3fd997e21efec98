// Values as the template engine takes them: what every maker of a page's data shares.
//
// Tested by tests/templates/html_writer_test.cpp.
#pragma once

#include <kainjow/mustache.hpp>
#include <string>

#include "pipeline/model/profile.h"

namespace biaoshen {

// In a template {{#name}} asks whether there is something; an empty text is nothing.
inline kainjow::mustache::data text_data(const std::string& value) {
  return value.empty() ? kainjow::mustache::data(false) : kainjow::mustache::data(value);
}

inline kainjow::mustache::data cite_data(const Citation& cite) {
  kainjow::mustache::data out;
  out["instrument"] = text_data(cite.instrument);
  out["clause"] = text_data(cite.clause);
  out["cited"] = text_data(cite.quote);
  return out;
}

}  // namespace biaoshen
