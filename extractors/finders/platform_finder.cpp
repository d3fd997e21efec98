// Fields of the pages of 全国团体标准信息平台 and its sisters as facts; platform_page.h
// says how such pages are known.
//
// A list of several standards gives no fields: which of its rows counts is not for a
// finder to say. It refuses to take a page of another kind for one, even where the profile has
// put it under the screenshots.
//
// Tested by tests/finders/platform_page_test.cpp.
#include "extractors/finders/platform_finder.h"

#include <string>
#include <utility>

#include "extractors/finders/finder_fact.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

ValueType type_of(std::string_view field) {
  if (field == "number") return ValueType::number;
  if (field == "status") return ValueType::status;
  const bool date = field == "published" || field == "implemented" || field == "disclosed";
  return date ? ValueType::date : ValueType::text;
}

DateRole role_of(std::string_view field) {
  if (field == "published") return DateRole::published;
  return field == "implemented" ? DateRole::implemented : DateRole::other;
}

std::optional<int> year_of_publication(const PlatformPage& page) {
  const auto published = page.fields.find("published");
  if (published == page.fields.end()) return std::nullopt;
  const auto dates = find_dates(published->second.print());
  return dates.size() == 1 && dates[0].value ? std::optional(dates[0].value->year) : std::nullopt;
}

// The platform's name or the view, with the sign by which the page was known.
Fact fact_of_cue(const File& file, const Part& part, const FactSpec& spec, const PlatformPage& page,
                 const std::string& value) {
  const FactPlace at{file, part, *page.cue_page, spec};
  Fact fact = fact_at(at, page.cue_begin, page.cue_end, {value, {}, "", 0, 0});
  // Many signs together tell the page; that they were recognised takes nothing from it.
  if (fact.doubt == "ocr") fact.doubt.clear();
  return fact;
}

}  // namespace

std::vector<Fact> facts_of_platform(const File& file, const Part& part, const FactSpec& spec,
                                    const PlatformPage& page, std::string_view name) {
  const auto field = page.fields.find(name);
  if (field == page.fields.end()) return {};
  const FactPlace at{file, part, *field->second.page, spec, year_of_publication(page)};
  std::vector<Fact> facts = facts_of_field(at, field->second.field, type_of(name), role_of(name));
  if (type_of(name) == ValueType::text && !field->second.joined.empty())
    facts.front().value = squeeze(field->second.joined);
  return facts;
}

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
    } else if (page.is_alone) {
      found = facts_of_platform(file, part, spec, page, name);
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
