// The small lookups of the plain structs, and the words their enumerations have in the outputs.
#include "pipeline/model/review.h"

#include <algorithm>

namespace biaoshen {
namespace {

template <typename Row, typename Member>
const Row* find_row(const std::vector<Row>& rows, std::string_view id, Member member) {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.*member == id; });
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace

const Material* Profile::material(std::string_view wanted) const {
  return find_row(materials, wanted, &Material::id);
}

const RuleSpec* Profile::rule(std::string_view wanted) const {
  return find_row(rules, wanted, &RuleSpec::id);
}

const File* file_by_id(const Dossier& dossier, std::string_view id) {
  return find_row(dossier.files, id, &File::id);
}

const std::string* Fact::detail(std::string_view key) const {
  const auto found =
      std::find_if(details.begin(), details.end(), [&](const auto& d) { return d.first == key; });
  return found == details.end() ? nullptr : &found->second;
}

std::string_view name_of(Level level) {
  constexpr std::string_view kNames[] = {"error", "warning", "note"};
  return kNames[static_cast<std::size_t>(level)];
}

std::string_view name_of(Status status) {
  constexpr std::string_view kNames[] = {"pass", "fail", "review", "notApplicable"};
  return kNames[static_cast<std::size_t>(status)];
}

std::string_view name_of(Verdict verdict) {
  constexpr std::string_view kNames[] = {"ready", "return", "review"};
  return kNames[static_cast<std::size_t>(verdict)];
}

std::string_view name_of(NumberKind kind) {
  constexpr std::string_view kNames[] = {"national",   "industry",      "local", "group",
                                         "enterprise", "international", "other"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name_of(NumberRole role) {
  constexpr std::string_view kNames[] = {"own", "replaced", "cited", "mentioned"};
  return kNames[static_cast<std::size_t>(role)];
}

}  // namespace biaoshen
