#include "checkers/profile_modules.h"

#include <algorithm>

#include "checkers/profile_tree.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostModules = 32;

std::string named(std::string_view id, std::string_view version) {
  return in_quotes(id) + " " + std::string(version);
}

bool has(const std::vector<ProfilePart>& parts, const XmlNode* root) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](const ProfilePart& part) { return part.root == root; });
}

}  // namespace

ModuleShelf::ModuleShelf(const std::vector<ProfileSource>& sources) {
  for (const ProfileSource& source : sources) {
    if (!is_module(source.xml)) continue;
    ProfileTree tree = read_profile_file(source.xml);
    for (ProfileMistake& mistake : tree.mistakes) {
      mistake.file = source.path;
      mistakes_.push_back(std::move(mistake));
    }
    if (!tree.root) continue;
    std::pair<std::string, std::string> key{tree.root->attribute("id"),
                                            tree.root->attribute("version")};
    const auto [at, is_new] = modules_.try_emplace(std::move(key), Module{*tree.root, source});
    if (is_new) continue;
    mistakes_.push_back({tree.root->line,
                         "there is another module " + named(at->first.first, at->first.second) +
                             ", in " + at->second.source.path,
                         source.path});
  }
}

const ModuleShelf::Module* ModuleShelf::find(std::string_view id, std::string_view version) const {
  const auto found = modules_.find(std::pair(std::string(id), std::string(version)));
  return found == modules_.end() ? nullptr : &found->second;
}

void ModuleShelf::add_includes(std::size_t part, std::vector<ProfilePart>& parts) const {
  const XmlNode& root = *parts[part].root;
  for (const XmlNode& node : root.children) {
    if (node.name != "include") continue;
    const std::string_view id = node.attribute("module"), version = node.attribute("version");
    const Module* module = find(id, version);
    if (module == nullptr) {
      KnownNames known;
      std::string versions;
      for (const auto& [key, other] : modules_) {
        known.push_back(key.first);
        if (key.first == id) versions += (versions.empty() ? "" : ", ") + key.second;
      }
      note(parts[part].mistakes, node,
           "there is no module " + named(id, version) +
               (versions.empty() ? did_you_mean(id, known) : "; its versions: " + versions));
    } else if (!has(parts, &module->root) && parts.size() <= kMostModules) {
      parts.push_back({&module->root, module->source.path, module->source.xml, {}});
    }
  }
}

std::vector<ProfilePart> ModuleShelf::compose(const XmlNode& own, std::string_view xml) const {
  std::vector<ProfilePart> parts{{&own, "", std::string(xml), {}}};
  for (std::size_t i = 0; i < parts.size(); ++i) add_includes(i, parts);
  return parts;
}

}  // namespace biaoshen
