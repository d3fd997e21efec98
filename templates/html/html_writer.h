// Writes dossier.html: the review for people as one self-contained page that opens offline,
// prints on A4 and needs no script; one makes it better (decisions.js). Layout is in *.mustache
// and *.css beside this file.
//
// It refuses markup from outside: every value is escaped (html_text) but the style sheet, the
// script and the images made here, and the page forbids other scripts and anything from elsewhere.
//
// Tested by tests/templates/html_writer_test.cpp and html_hostile_test.cpp.
#pragma once

#include <string>

#include "pipeline/base/result.h"
#include "pipeline/model/presentation.h"
#include "pipeline/model/review.h"

namespace biaoshen {

Result<std::string> write_html(const Review& review, const Presentation& presentation);

}  // namespace biaoshen
