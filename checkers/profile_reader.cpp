#include "checkers/profile_reader.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "checkers/profile_rule.h"
#include "checkers/profile_sections.h"
#include "checkers/profile_tree.h"
#include "pipeline/base/sha256.h"

namespace biaoshen {
namespace {

using Parts = std::vector<ProfilePart>;

// Calls `read` for every child named `child` of a section, in all documents. A section's
// nodes are read when all that they may refer to has been.
template <typename Read>
void for_each_in(Parts& parts, std::string_view section, std::string_view child, const Read& read) {
  for (ProfilePart& part : parts) {
    const XmlNode* node = part.root->child(section);
    if (node == nullptr) continue;
    for (const XmlNode& one : node->children) {
      if (one.name == child) read(one, part.mistakes);
    }
  }
}

void check_unique(Parts& parts, std::string_view section, std::string_view child,
                  std::string_view key) {
  std::map<std::string_view, const ProfilePart*> seen;
  for (ProfilePart& part : parts) {
    const XmlNode* node = part.root->child(section);
    if (node == nullptr) continue;
    for (const XmlNode& one : node->children) {
      if (one.name != child) continue;
      const auto [at, is_new] = seen.try_emplace(one.attribute(key), &part);
      if (is_new) continue;
      const std::string where = at->second == &part        ? ""
                                : at->second->file.empty() ? ", in the profile itself"
                                                           : ", in " + at->second->file;
      note(part.mistakes, one,
           "there is another " + one.name + " " + in_quotes(one.attribute(key)) + where);
    }
  }
}

std::vector<RuleSpec>& rules_of(Profile& profile, Scope scope) {
  return scope == Scope::batch   ? profile.batch_rules
         : scope == Scope::panel ? profile.panel_rules
                                 : profile.rules;
}

RuleSpec* find_rule(Profile& profile, std::string_view id) {
  for (auto* rules : {&profile.rules, &profile.batch_rules, &profile.panel_rules}) {
    const auto found = std::find_if(rules->begin(), rules->end(),
                                    [&](const RuleSpec& rule) { return rule.id == id; });
    if (found != rules->end()) return &*found;
  }
  return nullptr;
}

// More citations for rules that a module brought; every rule must have one in the end.
void read_cites(Profile& profile, Parts& parts) {
  for_each_in(parts, "rules", "also", [&](const XmlNode& node, Mistakes& mistakes) {
    const std::string_view id = node.attribute("rule");
    RuleSpec* rule = find_rule(profile, id);
    if (rule == nullptr) {
      KnownNames known;
      for (const RuleSpec& other : profile.rules) known.push_back(other.id);
      note(mistakes, node, "there is no rule " + in_quotes(id) + did_you_mean(id, known));
      return;
    }
    std::ranges::move(cites_of(profile, node, mistakes), std::back_inserter(rule->cites));
  });
  for_each_in(parts, "rules", "rule", [&](const XmlNode& node, Mistakes& mistakes) {
    const RuleSpec* rule = find_rule(profile, node.attribute("id"));
    if (rule == nullptr || !rule->cites.empty() || node.child("cite") != nullptr) return;
    note(mistakes, node,
         "rule " + in_quotes(rule->id) + " cites nothing; every rule needs a <cite>");
  });
}

void read_sections(Profile& profile, Parts& parts, std::span<const FinderRow> finders) {
  for_each_in(parts, "instruments", "instrument", [&](const XmlNode& node, Mistakes&) {
    profile.instruments.push_back(instrument_of(node));
  });
  for_each_in(parts, "materials", "material", [&](const XmlNode& node, Mistakes& mistakes) {
    profile.materials.push_back(material_of(node, mistakes));
  });
  for_each_in(parts, "facts", "fact", [&](const XmlNode& node, Mistakes& mistakes) {
    profile.facts.push_back(fact_of(profile, node, finders, mistakes));
  });
  for_each_in(parts, "matrix", "field", [&](const XmlNode& node, Mistakes& mistakes) {
    profile.matrix.push_back(field_of(profile, node, mistakes));
  });
  for_each_in(parts, "casebook", "part", [&](const XmlNode& node, Mistakes& mistakes) {
    profile.casebook.push_back(case_part_of(profile, node, mistakes));
  });
  for_each_in(parts, "rules", "rule", [&](const XmlNode& node, Mistakes& mistakes) {
    RuleSpec rule = rule_of(profile, node, mistakes);
    rules_of(profile, rule.scope).push_back(std::move(rule));
  });
  read_cites(profile, parts);
  for (const auto& [section, child] :
       {std::pair("instruments", "instrument"), {"materials", "material"}, {"rules", "rule"}}) {
    check_unique(parts, section, child, "id");
  }
  check_unique(parts, "matrix", "field", "fact");
}

// One hash over what decides: the document itself where it includes nothing.
std::string sha256_of(const Parts& parts) {
  if (parts.size() == 1) return sha256(parts.front().xml);
  std::string hashes;
  for (const ProfilePart& part : parts) hashes += sha256(part.xml) + "\n";
  return sha256(hashes);
}

Profile profile_of(const XmlNode& root, Parts& parts, std::span<const FinderRow> finders) {
  Profile profile;
  Mistakes& mistakes = parts.front().mistakes;
  profile.id = root.attribute("id");
  profile.version = root.attribute("version");
  profile.title = wording_of(root.child("title"), mistakes);
  if (const XmlNode* node = root.child("cut-off")) profile.cut_off = cut_off_of(*node, mistakes);
  if (const XmlNode* node = root.child("recognised-by"))
    profile.recognised_by = recognition_of(*node, finders, mistakes);
  for (const ProfilePart& part : parts) {
    if (part.root == &root) continue;
    profile.modules.push_back(std::string(part.root->attribute("id")) + " " +
                              std::string(part.root->attribute("version")));
  }
  read_sections(profile, parts, finders);
  profile.sha256 = sha256_of(parts);
  return profile;
}

}  // namespace

ReadProfile read_profile(std::string_view xml, std::span<const FinderRow> finders,
                         const ModuleShelf& modules) {
  const ProfileTree tree = read_profile_file(xml);
  ReadProfile out;
  out.mistakes = tree.mistakes;
  if (tree.root && tree.root->name == "profile") {
    Parts parts = modules.compose(*tree.root, xml);
    Profile profile = profile_of(*tree.root, parts, finders);
    for (ProfilePart& part : parts) {
      for (ProfileMistake& mistake : part.mistakes) {
        mistake.file = part.file;
        out.mistakes.push_back(std::move(mistake));
      }
    }
    if (out.mistakes.empty()) out.profile = std::move(profile);
  } else if (tree.root) {
    out.mistakes.push_back({tree.root->line, "this is a module; a profile includes it"});
  }
  std::stable_sort(out.mistakes.begin(), out.mistakes.end(),
                   [](const ProfileMistake& a, const ProfileMistake& b) {
                     return std::tie(a.file, a.line) < std::tie(b.file, b.line);
                   });
  return out;
}

}  // namespace biaoshen
