#include "extractors/finders/structure_table.h"

#include <algorithm>

#include "extractors/finders/platform_page.h"
#include "extractors/finders/standard_cover.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

bool is_standard_cover(const Document&, const Page& page) { return is_cover(page); }

bool is_platform_page(const Document& document, const Page& page) {
  const auto pages = find_platform_pages(document);
  return std::any_of(pages.begin(), pages.end(), [&](const PlatformPage& p) { return p.page == page.number; });
}

// A table with a column of points beside a column of what they are given for.
bool is_score_table(const Document&, const Page& page) {
  for (const Grid& grid : page.grids) {
    bool maxima = false, points = false;
    for (const GridCell& cell : grid.cells) {
      const std::string text = bare(page.cell_text(cell));
      if (text.size() > 60) continue;
      maxima = maxima || contains(text, "分值") || contains(text, "满分") || contains(text, "标准分");
      points = points || contains(text, "得分") || contains(text, "自评分");
    }
    if (maxima && points) return true;
  }
  return false;
}

constexpr StructureRow kStructures[] = {
    {"standard-cover", is_standard_cover},
    {"platform-page", is_platform_page},
    {"score-table", is_score_table},
};

}  // namespace

std::span<const StructureRow> structures() { return kStructures; }

}  // namespace biaoshen
