#include "pipeline/model/batch_report.h"

#include <algorithm>

namespace biaoshen {

const BatchEntry* entry_named(const BatchReport& report, std::string_view name) {
  const auto found = std::find_if(report.rows.begin(), report.rows.end(),
                                  [&](const BatchRow& row) { return row.name == name; });
  return found == report.rows.end() || !found->entry ? nullptr : &*found->entry;
}

}  // namespace biaoshen
