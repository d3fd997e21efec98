// Fields of the pages of 全国团体标准信息平台 and its sisters as facts; platform_page.h
// says how such pages are known.
//
// It refuses to take a page of another kind for one, even where the profile has
// put it under the screenshots.
//
// Tested by tests/finders/platform_page_test.cpp.
#include "extractors/finders/platform_finder.h"

#include <string>
#include <utility>

#include "extractors/finders/finder_fact.h"
#include "extractors/finders/platform_page.h"

namespace biaoshen {
namespace {

ValueType type_of(std::string_view field) {
  if (field == "number") return ValueType::number;
  const bool date = field == "published" || field == "implemented" || field == "disclosed";
  return date ? ValueType::date : ValueType::text;
}

DateRole role_of(std::string_view field) {
  if (field == "published") return DateRole::published;
  return field == "implemented" ? DateRole::implemented : DateRole::other;
}

// The platform's name or the view, with the sign by which the page was known.
Fact fact_of_cue(const File& file, const Part& part, const FactSpec& spec, const PlatformPage& page,
                 const std::string& value) {
  const FactPlace at{file, part, *page.cue_page, spec};
  return fact_at(at, page.cue_begin, page.cue_end, {value, {}, "", 0, 0});
}

}  // namespace

std::vector<Fact> find_platform(const Dossier& dossier, const Part& part, const FactSpec& spec) {
  const File& file = dossier.files[part.file];
  const std::string_view name = parameter(spec, "field");
  std::vector<Fact> facts;
  for (const PlatformPage& page :
       find_platform_pages(file.document, part.first_page, part.last_page)) {
    std::vector<Fact> found;
    if (name == "view" || name == "platform") {
      if (page.cue_page == nullptr) continue;
      found = {fact_of_cue(file, part, spec, page, name == "view" ? page.view : page.platform)};
    } else if (const auto field = page.fields.find(name); field != page.fields.end()) {
      const FactPlace at{file, part, *field->second.page, spec};
      found = facts_of_field(at, field->second.field, type_of(name), role_of(name));
    }
    for (Fact& fact : found) {
      fact.details.emplace_back("platform", page.platform);
      fact.details.emplace_back("view", page.view);
      facts.push_back(std::move(fact));
    }
  }
  return facts;
}

}  // namespace biaoshen
