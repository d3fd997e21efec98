// The consistency matrix in words: where readings differ, fields by materials with the differing
// characters marked; where they agree, one value and how many say so.
#include <algorithm>

#include "pipeline/base/text.h"
#include "templates/shown_text.h"
#include "templates/view_parts.h"

namespace biaoshen {
namespace {

constexpr std::size_t kValues = 12;  // different values listed of a cell
constexpr std::size_t kPlaces = 3;   // places listed for one value of a cell

// Materials that have a reading: those of the profile in its order, then any others.
std::vector<std::string> columns_of(const Profile& profile,
                                    const std::vector<const MatrixRow*>& rows) {
  std::vector<std::string> seen;
  for (const MatrixRow* row : rows)
    for (const MatrixReading& reading : row->readings)
      if (std::ranges::find(seen, reading.material) == seen.end()) seen.push_back(reading.material);
  const auto rank = [&](const std::string& id) {
    const auto found = std::ranges::find(profile.materials, id, &Material::id);
    return found - profile.materials.begin();
  };
  std::ranges::stable_sort(seen, {}, rank);
  return seen;
}

// What the others are compared with. The text of the standard counts before what an applicant
// wrote about it; a doubtful reading counts last.
const MatrixReading* base_of(const MatrixRow& row) {
  const MatrixReading* best = nullptr;
  int best_rank = 0;
  for (const MatrixReading& reading : row.readings) {
    const int rank = (reading.doubt.empty() ? 4 : 0) + (reading.value.empty() ? 0 : 2) +
                     (reading.material == "standard-text" ? 1 : 0);
    if (best != nullptr && rank <= best_rank) continue;
    best = &reading;
    best_rank = rank;
  }
  return best;
}

std::string doubt_in_words(const ViewSource& source, const MatrixReading& reading) {
  if (reading.doubt.empty()) return {};
  const std::string doubt =
      source.in_words("matrix.doubt", {{"doubt", source.code_in_words("doubt.", reading.doubt)}});
  if (reading.second.empty()) return doubt;
  return doubt +
         source.in_words("matrix.second", {{"value", source.brief(reading.second, kLongestLine)}});
}

ReadingView reading_view(const ViewSource& source, const MatrixRow& row,
                         const MatrixReading& reading, const MatrixReading& base) {
  ReadingView out;
  const std::string value = source.brief(reading.value, kLongestLine);
  out.differs = !row.agrees && reading.value != base.value;
  if (trim(value).empty()) {
    out.pieces = {{Piece::Kind::same, source.in_words("evidence.empty")}};
  } else if (out.differs) {
    out.pieces = difference(source.brief(base.value, kLongestLine), value);
  } else {
    out.pieces = {{Piece::Kind::same, value}};
  }
  out.doubt = doubt_in_words(source, reading);
  return out;
}

MatrixCellView cell_view(const ViewSource& source, const MatrixRow& row,
                         const std::string& material) {
  MatrixCellView out;
  out.material = source.material_title(material);
  std::size_t unlisted = 0;
  const MatrixReading* base = base_of(row);
  std::vector<const MatrixReading*> firsts;  // of each value
  for (const MatrixReading& reading : row.readings) {
    if (reading.material != material) continue;
    const auto same = std::ranges::find_if(firsts, [&](const MatrixReading* first) {
      return first->value == reading.value && first->doubt == reading.doubt;
    });
    const auto index = static_cast<std::size_t>(same - firsts.begin());
    if (index == kValues) {
      ++unlisted;
      continue;
    }
    if (same == firsts.end()) {
      firsts.push_back(&reading);
      out.readings.push_back(reading_view(source, row, reading, *base));
    }
    auto& places = out.readings[index].evidence;
    if (places.size() < kPlaces) places.push_back(evidence_view(source, reading.evidence));
  }
  if (unlisted > 0)
    out.unlisted = source.in_words("evidence.unlisted", {{"count", std::to_string(unlisted)}});
  return out;
}

std::string verdict_in_words(const ViewSource& source, const MatrixRow& row) {
  if (row.readings.empty()) return source.in_words("matrix.no-reading");
  if (!row.agrees) return source.in_words("matrix.differs");
  return source.in_words(row.readings.size() == 1 ? "matrix.single" : "matrix.agrees");
}

AgreementView agreement_view(const ViewSource& source, const MatrixRow& row) {
  AgreementView out;
  out.title = row.title.in(source.language);
  out.verdict = verdict_in_words(source, row);
  const MatrixReading* base = base_of(row);
  if (base == nullptr) return out;
  const std::string value = source.brief(base->value, kLongestLine);
  out.value = trim(value).empty() ? source.in_words("evidence.empty") : value;
  for (const std::string& material : columns_of(source.review.profile, {&row}))
    out.cells.push_back(cell_view(source, row, material));
  out.where = out.cells.size() == 1
                  ? out.cells.front().material
                  : source.in_words("matrix.in", {{"count", std::to_string(out.cells.size())}});
  const auto doubtful = std::ranges::find_if(
      row.readings, [](const MatrixReading& reading) { return !reading.doubt.empty(); });
  if (doubtful != row.readings.end()) out.doubt = doubt_in_words(source, *doubtful);
  return out;
}

}  // namespace

MatrixView matrix_view(const ViewSource& source) {
  MatrixView out;
  std::vector<const MatrixRow*> differing;
  for (const MatrixRow& row : source.review.matrix) {
    if (row.agrees)
      out.agreements.push_back(agreement_view(source, row));
    else
      differing.push_back(&row);
  }
  const std::vector<std::string> materials = columns_of(source.review.profile, differing);
  for (const std::string& id : materials) out.columns.push_back(source.material_title(id));
  for (const MatrixRow* row : differing) {
    MatrixRowView view{row->title.in(source.language), verdict_in_words(source, *row), {}};
    for (const std::string& id : materials) view.cells.push_back(cell_view(source, *row, id));
    out.rows.push_back(std::move(view));
  }
  return out;
}

}  // namespace biaoshen
