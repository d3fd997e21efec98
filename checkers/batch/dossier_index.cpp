#include "checkers/batch/dossier_index.h"

#include <algorithm>
#include <functional>
#include <string_view>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

enum class Piece : unsigned char { whole, first, second };

std::size_t key_of(Piece piece, std::size_t length, std::string_view text) {
  return std::hash<std::string_view>()(text) * 31 + length * 3 + static_cast<std::size_t>(piece);
}

// A text that can be cut between its characters.
class Letters {
 public:
  explicit Letters(std::string_view text) : text_(text) {
    for (std::size_t at = 0; at < text.size(); next_code_point(text, at)) begins_.push_back(at);
    begins_.push_back(text.size());
  }
  std::size_t size() const { return begins_.size() - 1; }
  std::string_view first(std::size_t count) const { return text_.substr(0, begins_[count]); }
  std::string_view last(std::size_t count) const { return text_.substr(begins_[size() - count]); }

 private:
  std::string_view text_;
  std::vector<std::size_t> begins_;  // and the end
};

// Of a name of `length` characters, of which the first `length` / 2 are the first half.
void add_halves(const Letters& name, std::size_t length, std::vector<std::size_t>& keys) {
  const std::size_t half = length / 2, rest = length - half;
  if (name.size() >= half) keys.push_back(key_of(Piece::first, length, name.first(half)));
  if (name.size() >= rest) keys.push_back(key_of(Piece::second, length, name.last(rest)));
}

std::vector<std::size_t> keys_of(const NamedDossier& dossier) {
  std::vector<std::size_t> keys;
  for (const std::string& project : dossier.projects) {
    const Letters name(project);
    keys.push_back(key_of(Piece::whole, 0, project));
    add_halves(name, name.size(), keys);
  }
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace

DossierIndex::DossierIndex(const std::vector<NamedDossier>& dossiers) : dossiers_(dossiers) {
  for (std::uint32_t i = 0; i < dossiers.size(); ++i)
    for (const std::size_t key : keys_of(dossiers[i])) places_.emplace_back(key, i);
  std::ranges::sort(places_);
}

void DossierIndex::add_under(std::size_t key, std::vector<std::uint32_t>& found) const {
  const auto of_place = [](const auto& place) { return place.first; };
  auto place = std::ranges::lower_bound(places_, key, {}, of_place);
  for (; place != places_.end() && place->first == key; ++place) found.push_back(place->second);
}

std::vector<const NamedDossier*> DossierIndex::candidates(const RecommendedRow& row) const {
  std::vector<const NamedDossier*> out;
  if (row.project.empty() && row.number.empty()) {
    for (const NamedDossier& dossier : dossiers_) out.push_back(&dossier);
    return out;
  }
  std::vector<std::uint32_t> found;
  for (const std::string* name : {&row.project, &row.number})
    add_under(key_of(Piece::whole, 0, *name), found);
  std::vector<std::size_t> halves;
  const Letters project(row.project);  // a character may be wrong, lacking or one too many
  for (const std::size_t length : {project.size() - 1, project.size(), project.size() + 1})
    if (project.size() > 0) add_halves(project, length, halves);
  for (const std::size_t key : halves) add_under(key, found);
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  for (const std::uint32_t i : found) out.push_back(&dossiers_[i]);
  return out;
}

}  // namespace biaoshen
