#include "extractors/finders/day_of_publication.h"

#include <set>
#include <string_view>

#include "extractors/dates/date_grammar.h"
#include "extractors/finders/field_layout.h"

namespace biaoshen {
namespace {

constexpr std::uint32_t kMostPages = 12;  // of a part: what comes later is not about itself

void add_days(std::set<Date>& days, const Page& page) {
  for (const FoundDate& found : find_dates(page.text))
    if (found.role == DateRole::published && found.value && !found.relative)
      days.insert(*found.value);
  // In a table the label may stand away from its day.
  constexpr std::string_view kLabels[] = {"发布日期", "发布时间"};
  static const LabelBook kBook(kLabels);
  for (const Field& field : find_fields(page, kBook)) {
    const auto print =
        std::string_view(page.text).substr(field.value_begin, field.value_end - field.value_begin);
    if (field.pieces > 1) continue;
    if (const auto day = parse_chinese_date(print)) days.insert(*day);
  }
}

std::optional<Date> only(const std::set<Date>& days) {
  return days.size() == 1 ? std::optional(*days.begin()) : std::nullopt;
}

}  // namespace

std::optional<Date> day_of_publication(const File& file, const Part& part, const Page& page) {
  std::set<Date> days;
  add_days(days, page);
  if (!days.empty()) return only(days);
  for (const Page& other : file.document.pages) {
    const bool near = other.number >= part.first_page && other.number <= part.last_page &&
                      other.number - part.first_page < kMostPages;
    if (near && &other != &page) add_days(days, other);
  }
  return only(days);
}

}  // namespace biaoshen
