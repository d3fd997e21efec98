// What tests ask of a page as text. No parser of HTML: the writer's own markup is regular
// (double quotes, lower case), and anything else on the page is what a test looks for.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "pipeline/model/review.h"

namespace biaoshen {

std::string page_of(const Review& review, Language language = Language::zh);
std::size_t count(std::string_view text, std::string_view part);

// Values of name="…" in tags.
std::set<std::string> attribute_values(std::string_view html, std::string_view name);

// The names of all tags of the page.
std::set<std::string> tag_names(std::string_view html);

// The first closing tag that does not close the last open one, or an unclosed one; empty if none.
std::string first_unbalanced_tag(std::string_view html);

}  // namespace biaoshen
