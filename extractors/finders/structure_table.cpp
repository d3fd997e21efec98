#include "extractors/finders/structure_table.h"

#include "extractors/finders/platform_page.h"
#include "extractors/finders/score_head.h"
#include "extractors/finders/standard_cover.h"

namespace biaoshen {
namespace {

bool is_standard_cover(const Document&, const Page& page) {
  return is_cover(page);
}

bool is_platform_page(const Document& document, const Page& page) {
  return !find_platform_pages(document, page.number, page.number).empty();
}

bool is_score_table(const Document&, const Page& page) {
  return has_score_table(page);
}

constexpr StructureRow kStructures[] = {
    {"standard-cover", is_standard_cover},
    {"platform-page", is_platform_page},
    {"score-table", is_score_table},
};

}  // namespace

std::span<const StructureRow> structures() {
  return kStructures;
}

}  // namespace biaoshen
