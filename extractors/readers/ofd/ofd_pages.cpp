#include "extractors/readers/ofd/ofd_pages.h"

#include <utility>

#include "extractors/readers/ofd/ofd_content.h"
#include "extractors/readers/ofd/ofd_elements.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostTemplates = 100;  // kept; documents have one or two

void keep_first_bad(PartEnd end, PartEnd& kept) {
  if (kept.is_complete()) kept = std::move(end);
}

float points(double millimetres) {
  return static_cast<float>(millimetres * kPointsPerMillimetre);
}

}  // namespace

PartEnd OfdPages::prepare() {
  PartEnd end;
  for (const std::string& list : document_.resources) keep_first_bad(resources_.add(list), end);
  if (!document_.annotations.empty())
    keep_first_bad(read_ofd_annotations(package_, document_.annotations, annotations_), end);
  return end;
}

const OfdSheet* OfdPages::page_template(const std::string& id, PartEnd& end) {
  const auto part = document_.templates.find(id);
  if (part == document_.templates.end()) return nullptr;
  const auto known = templates_.find(id);
  if (known != templates_.end()) return &known->second;
  if (templates_.size() >= kMostTemplates) templates_.clear();
  OfdSheet& sheet = templates_[id];
  OfdContent content(resources_, sheet);
  keep_first_bad(read_xml(package_, part->second, content), end);
  return &sheet;
}

PartEnd OfdPages::read(const OfdPagePart& page, OfdSheet& sheet) {
  PartEnd end;
  // A page may name resources of its own, behind which its content comes.
  OfdContent content(resources_, sheet, [&](std::string_view list) {
    keep_first_bad(resources_.add(ofd_part(package_, page.part, list)), end);
  });
  PartEnd own = read_xml(package_, page.part, content);
  const OfdBox paper = content.paper().width > 0 ? content.paper() : document_.paper;
  sheet.walk.width = points(paper.width), sheet.walk.height = points(paper.height);
  for (const std::string& id : std::exchange(sheet.templates, {}))
    if (const OfdSheet* lower = page_template(id, end)) ofd_add(*lower, sheet);
  const auto [first, last] = annotations_.equal_range(page.id);
  for (auto at = first; at != last; ++at) {
    OfdContent annotation(resources_, sheet);
    keep_first_bad(read_xml(package_, at->second, annotation), end);
  }
  ofd_settle(sheet);
  if (!sheet.missing.empty())
    keep_first_bad({FileStatus::partial, "damaged-office", "未读取：" + sheet.missing}, end);
  keep_first_bad(std::move(end), own);
  return own;
}

}  // namespace biaoshen
