#include "checkers/profile_reader.h"

#include <algorithm>
#include <set>

#include "checkers/profile_rule.h"
#include "embedded/profiles.h"
#include "pipeline/base/sha256.h"

namespace biaoshen {
namespace {

constexpr std::string_view kGrammar = "checkers/profile.rng";
constexpr std::string_view kStructures[] = {"standard-cover", "platform-page", "score-table"};
constexpr std::pair<std::string_view, Cue::Where> kWheres[] = {
    {"heading", Cue::Where::heading},
    {"body", Cue::Where::body},
    {"name", Cue::Where::name},
    {"structure", Cue::Where::structure}};
constexpr std::pair<std::string_view, bool> kYesNo[] = {{"no", false}, {"yes", true}};

std::string_view embedded_file(std::string_view path) {
  for (const embedded::File& file : embedded::profiles()) {
    if (file.path == path) return file.content;
  }
  return {};
}

// Children of a section, in order; none where the section is missing.
const std::vector<XmlNode>& children_of(const XmlNode& root, std::string_view section) {
  static const std::vector<XmlNode> kNone;
  const XmlNode* node = root.child(section);
  return node == nullptr ? kNone : node->children;
}

void check_unique(const XmlNode& root, std::string_view section, std::string_view key,
                  Mistakes& mistakes) {
  std::set<std::string_view> seen;
  for (const XmlNode& node : children_of(root, section)) {
    const std::string_view id = node.attribute(key);
    if (!seen.insert(id).second)
      note(mistakes, node, "there is another " + node.name + " " + in_quotes(id));
  }
}

std::optional<Date> cut_off_of(const XmlNode& root, Mistakes& mistakes) {
  const XmlNode* node = root.child("cut-off");
  if (node == nullptr) return std::nullopt;
  const auto date = parse_date(node->attribute("date"));
  if (!date) note(mistakes, *node, "the date must be YYYY-MM-DD and exist");
  if (!node->attribute("assumption").empty()) word_of(*node, "assumption", kYesNo, mistakes);
  return date;
}

Cue cue_of(const XmlNode& node, Mistakes& mistakes) {
  Cue cue;
  cue.where = word_of(node, "where", kWheres, mistakes);
  cue.phrase = node.text;
  const auto weight = whole_number(node.attribute("weight"));
  if (!weight) note(mistakes, node, "weight must be a whole number");
  cue.weight = weight.value_or(1);
  if (cue.phrase.empty()) note(mistakes, node, "an empty cue would fit everything");
  const KnownNames structures(std::begin(kStructures), std::end(kStructures));
  if (cue.where == Cue::Where::structure && !is_known(cue.phrase, structures)) {
    note(mistakes, node,
         "there is no structure " + in_quotes(cue.phrase) + did_you_mean(cue.phrase, structures));
  }
  return cue;
}

Material material_of(const XmlNode& node, Mistakes& mistakes) {
  Material material;
  material.id = node.attribute("id");
  material.title = wording_of(node.child("title"), mistakes);
  material.required = word_of(node, "required", kYesNo, mistakes);
  for (const XmlNode& child : node.children) {
    if (child.name == "cue") material.cues.push_back(cue_of(child, mistakes));
  }
  return material;
}

FactSpec fact_of(const Profile& profile, const XmlNode& node, std::span<const FinderRow> finders,
                 Mistakes& mistakes) {
  FactSpec fact{std::string(node.attribute("name")), std::string(node.attribute("finder")),
                std::string(node.attribute("material")),
                parameters_of(node, {"name", "finder", "material"})};
  if (!fact.material.empty()) check_material_name(profile, node, fact.material, mistakes);
  KnownNames known;
  const FinderRow* found = nullptr;
  for (const FinderRow& row : finders) {
    known.push_back(row.name);
    if (row.name == fact.finder) found = &row;
  }
  const std::string name = in_quotes(fact.finder);
  if (found == nullptr) {
    note(mistakes, node, "there is no finder " + name + did_you_mean(fact.finder, known));
  } else {
    check_parameters(fact.parameters, found->parameters, node.line, "finder " + name, mistakes);
  }
  return fact;
}

// In the order of the document: what a part refers to stands before it.
Profile profile_of(const XmlNode& root, std::span<const FinderRow> finders, Mistakes& mistakes) {
  Profile profile;
  profile.id = root.attribute("id");
  profile.version = root.attribute("version");
  profile.title = wording_of(root.child("title"), mistakes);
  profile.cut_off = cut_off_of(root, mistakes);
  for (const XmlNode& node : children_of(root, "recognised-by")) {
    profile.recognised_by.push_back(node.text);
  }
  for (const XmlNode& node : children_of(root, "instruments")) {
    profile.instruments.push_back({std::string(node.attribute("id")),
                                   std::string(node.attribute("title")),
                                   std::string(node.attribute("source")), node.text});
  }
  for (const XmlNode& node : children_of(root, "materials")) {
    profile.materials.push_back(material_of(node, mistakes));
  }
  for (const XmlNode& node : children_of(root, "facts")) {
    profile.facts.push_back(fact_of(profile, node, finders, mistakes));
  }
  for (const XmlNode& node : children_of(root, "matrix")) {
    check_fact_name(profile, node, node.attribute("fact"), mistakes);
    profile.matrix.push_back({std::string(node.attribute("fact")), wording_of(&node, mistakes)});
  }
  for (const XmlNode& node : children_of(root, "rules")) {
    profile.rules.push_back(rule_of(profile, node, mistakes));
  }
  for (const char* section : {"instruments", "materials", "rules"}) {
    check_unique(root, section, "id", mistakes);
  }
  check_unique(root, "matrix", "fact", mistakes);
  return profile;
}

}  // namespace

ReadProfile read_profile(std::string_view xml, std::span<const FinderRow> finders) {
  ProfileTree tree = read_profile_tree(xml, embedded_file(kGrammar),
                                       {"instrument", "material", "fact", "field", "rule"});
  ReadProfile out;
  out.mistakes = std::move(tree.mistakes);
  if (tree.root && tree.root->name == "profile") {
    Profile profile = profile_of(*tree.root, finders, out.mistakes);
    profile.sha256 = sha256(xml);
    if (out.mistakes.empty()) out.profile = std::move(profile);
  }
  std::stable_sort(
      out.mistakes.begin(), out.mistakes.end(),
      [](const ProfileMistake& a, const ProfileMistake& b) { return a.line < b.line; });
  return out;
}

Result<std::vector<Profile>> shipped_profiles(std::span<const FinderRow> finders) {
  std::vector<Profile> profiles;
  std::string wrong;
  for (const embedded::File& file : embedded::profiles()) {
    if (!file.path.ends_with(".xml")) continue;
    ReadProfile read = read_profile(file.content, finders);
    for (const ProfileMistake& mistake : read.mistakes) {
      wrong += std::string(file.path) + ":" + std::to_string(mistake.line) + ": " +
               mistake.message + "\n";
    }
    if (read.profile) profiles.push_back(std::move(*read.profile));
  }
  if (!wrong.empty()) return fail(ErrorCode::profile, wrong);
  return profiles;
}

}  // namespace biaoshen
