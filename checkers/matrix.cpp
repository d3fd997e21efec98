#include "checkers/matrix.h"

#include <set>

#include "checkers/predicates/readings.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostReadings = 50;

// Readings in the order of the profile's materials, others last.
Readings by_material(const CheckInput& input, const Readings& readings) {
  Readings out;
  std::set<const Fact*> taken;
  for (const Material& material : input.profile.materials) {
    for (const Fact* fact : readings) {
      if (fact->material == material.id && taken.insert(fact).second) out.push_back(fact);
    }
  }
  for (const Fact* fact : readings) {
    if (taken.insert(fact).second) out.push_back(fact);
  }
  return out;
}

MatrixRow row_of(const CheckInput& input, const MatrixField& field) {
  MatrixRow row{field.fact, field.title, true, {}};
  std::set<std::string> keys, shown;
  for (const Fact* fact : by_material(input, readings_of(input, field.fact))) {
    keys.insert(key_of(*fact));
    const bool is_new =
        shown.insert(fact->material + '\n' + fact->value + '\n' + fact->doubt).second;
    if (is_new && row.readings.size() < kMostReadings) {
      const std::string* second = is_firm(*fact) ? nullptr : fact->detail("second");
      row.readings.push_back({fact->material, fact->value, fact->quote, fact->doubt,
                              second == nullptr ? "" : *second});
    }
  }
  row.agrees = keys.size() <= 1;
  return row;
}

}  // namespace

std::vector<MatrixRow> consistency_matrix(const CheckInput& input) {
  std::vector<MatrixRow> rows;
  for (const MatrixField& field : input.profile.matrix) rows.push_back(row_of(input, field));
  return rows;
}

}  // namespace biaoshen
