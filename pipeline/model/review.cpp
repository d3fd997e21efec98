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

bool Profile::has_fact(std::string_view wanted) const {
  return find_row(facts, wanted, &FactSpec::name) != nullptr;
}

const RuleSpec* Profile::rule(std::string_view wanted) const {
  const auto all = all_rules(*this);
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const RuleSpec* rule) { return rule->id == wanted; });
  return found == all.end() ? nullptr : *found;
}

std::vector<const RuleSpec*> all_rules(const Profile& profile) {
  std::vector<const RuleSpec*> all;
  for (const auto* rules : {&profile.rules, &profile.batch_rules, &profile.panel_rules}) {
    for (const RuleSpec& rule : *rules) all.push_back(&rule);
  }
  return all;
}

bool is_application(const Dossier& dossier, const Profile& profile) {
  const auto accompanies = [&](const Part& part) {
    const Material* material = profile.material(part.material);
    return material != nullptr && material->accompanies;
  };
  const auto is_known = [](const File& file) {
    return file.document.status == FileStatus::read || file.document.status == FileStatus::ignored;
  };
  // What nobody could read may be the application.
  return dossier.parts.empty() ||
         !std::all_of(dossier.parts.begin(), dossier.parts.end(), accompanies) ||
         !std::all_of(dossier.files.begin(), dossier.files.end(), is_known);
}

const std::string* quarantine_in(const std::vector<Problem>& dossier_problems) {
  const auto found = std::ranges::find(dossier_problems, "quarantined", &Problem::kind);
  return found == dossier_problems.end() ? nullptr : &found->detail;
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

std::string_view name_of(Scope scope) {
  constexpr std::string_view kNames[] = {"dossier", "batch", "panel"};
  return kNames[static_cast<std::size_t>(scope)];
}

std::string_view name_of(Waiver::State state) {
  constexpr std::string_view kNames[] = {"applied", "void", "expired"};
  return kNames[static_cast<std::size_t>(state)];
}

std::string_view name_of(Status status) {
  constexpr std::string_view kNames[] = {"pass", "fail", "review", "notApplicable"};
  return kNames[static_cast<std::size_t>(status)];
}

std::string_view name_of(Baseline baseline) {
  switch (baseline) {
    case Baseline::new_:
      return "new";
    case Baseline::updated:
      return "updated";
    case Baseline::absent:
      return "absent";
    case Baseline::unchanged:
      break;
  }
  return "unchanged";
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
