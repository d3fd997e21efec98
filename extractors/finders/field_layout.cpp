#include "extractors/finders/field_layout.h"

#include <algorithm>

#include "extractors/finders/free_lines.h"
#include "extractors/finders/grid_fields.h"
#include "extractors/finders/text_fields.h"

namespace biaoshen {

std::vector<Field> find_fields(const Page& page, const LabelBook& book) {
  std::vector<Field> fields = fields_in_lines(page, free_lines(page), book);
  const Separator inside = separator_in_cells(page);
  for (const Grid& grid : page.grids) {
    const auto more = fields_in_grid(page, grid, book, inside);
    fields.insert(fields.end(), more.begin(), more.end());
  }
  std::stable_sort(fields.begin(), fields.end(),
                   [](const Field& a, const Field& b) { return a.label_begin < b.label_begin; });
  return fields;
}

}  // namespace biaoshen
