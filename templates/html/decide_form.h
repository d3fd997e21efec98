// What the page needs for a reviewer to decide about it: of which dossier and which files of it,
// the script, and the digest of the script by which the page allows this one and no other.
//
// Tested by tests/templates/decide_form_test.cpp.
#pragma once

#include <kainjow/mustache.hpp>

#include "pipeline/model/review.h"

namespace biaoshen {

void add_decide_form(kainjow::mustache::data& page, const Review& review);

}  // namespace biaoshen
