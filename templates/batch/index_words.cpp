#include "templates/batch/index_words.h"

#include <cmath>

#include "templates/batch/joint_data.h"

namespace biaoshen {

std::string score_in_words(const std::optional<double>& score) {
  if (!score) return {};
  const auto hundredths = static_cast<unsigned long long>(std::llround(std::abs(*score) * 100));
  std::string out = (*score < 0 ? "-" : "") + std::to_string(hundredths / 100);
  if (const auto rest = hundredths % 100; rest != 0) {
    out += "." + std::to_string(rest / 10);
    if (rest % 10 != 0) out += std::to_string(rest % 10);
  }
  return out;
}

std::vector<RowRemark> remarks_on(const BatchSource& source, const BatchRow& row) {
  const BatchEntry& entry = *row.entry;
  const BatchRow* first = source.names.row(entry.duplicate_of);
  std::vector<RowRemark> remarks;
  const auto add = [&](const char* kind, const std::string& text) {
    if (!text.empty()) remarks.push_back({kind, text, ""});
  };
  const auto told = [&](const char* key, std::string_view name, const std::string& value) {
    return value.empty() ? std::string() : source.in_words(key, {{name, value}});
  };
  add("same_as", told("batch.same-as", "name", entry.duplicate_of));
  if (!remarks.empty())
    remarks.back().link = result_link("", first == nullptr ? row.folder : first->folder);
  add("quarantined", told("batch.quarantined", "reason", entry.quarantined));
  add("overdue", told("batch.overdue", "reason", row.overdue));
  add("revision",
      told("batch.revision", "n", entry.revision > 1 ? std::to_string(entry.revision) : ""));
  add("standing", source.standing(entry));
  add("change", source.change_mark(row.name));
  return remarks;
}

}  // namespace biaoshen
