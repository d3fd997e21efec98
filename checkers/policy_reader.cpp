#include "checkers/policy_reader.h"

#include <algorithm>

#include "checkers/policy_change.h"
#include "checkers/profile_tree.h"
#include "pipeline/base/sha256.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

ProfileTree read_tree(std::string_view xml, const std::string& root) {
  return read_profile_tree(xml, embedded_file("checkers/policy.rng"), {root}, {});
}

KnownNames ids_of(std::span<const Profile> profiles) {
  KnownNames ids;
  for (const Profile& profile : profiles) ids.push_back(profile.id);
  return ids;
}

// The versions of a programme that a <for> means; with a mistake where there is none.
std::vector<Profile*> meant(const XmlNode& node, std::vector<Profile>& profiles,
                            Mistakes& mistakes) {
  const std::string_view id = node.attribute("programme"), version = node.attribute("version");
  std::vector<Profile*> found;
  for (Profile& profile : profiles) {
    if (profile.id == id && (version.empty() || profile.version == version))
      found.push_back(&profile);
  }
  if (found.empty()) {
    note(mistakes, node,
         "there is no programme " + in_quotes(id) +
             (version.empty() ? "" : " in version " + in_quotes(version)) +
             did_you_mean(id, ids_of(profiles)));
  }
  return found;
}

bool is_hash(std::string_view text) {
  return text.size() >= kShortestHash && text.size() <= 64 &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

void check_waiver(const XmlNode& node, std::span<const Profile> profiles, Mistakes& mistakes) {
  const std::string_view rule = node.attribute("rule");
  KnownNames rules;
  for (const Profile& profile : profiles) {
    for (const RuleSpec& known : profile.rules) rules.push_back(known.id);  // batches have none
  }
  if (!is_known(rule, rules))
    note(mistakes, node, "there is no rule " + in_quotes(rule) + did_you_mean(rule, rules));
  if (node.attribute("dossier").empty() == node.attribute("number").empty())
    note(mistakes, node, "a waiver is for one dossier: give its name as dossier, or the number");
  for (const char* name : {"on", "until"}) {
    if (!parse_date(node.attribute(name)))
      note(mistakes, node, std::string(name) + " must be a date, YYYY-MM-DD");
  }
  if (node.attribute("by").empty()) note(mistakes, node, "by must say who decided");
  if (node.text.empty()) note(mistakes, node, "a waiver must give its reason");
  if (!is_hash(node.attribute("evidence")))
    note(mistakes, node,
         "evidence must be the finding's evidence_sha256 in dossier.json, or its first " +
             std::to_string(kShortestHash) + " digits or more");
}

GivenWaiver waiver_of(const XmlNode& node) {
  GivenWaiver out;
  out.rule = node.attribute("rule");
  out.dossier = node.attribute("dossier");
  // As a key: the dash of the print is a hyphen there.
  out.number = replace_all(std::string(node.attribute("number")), "—", "-");
  out.waiver.by = node.attribute("by");
  out.waiver.on = node.attribute("on");
  out.waiver.until = node.attribute("until");
  out.waiver.reason = node.text;
  out.waiver.scope = out.dossier.empty() ? std::string(node.attribute("number")) : out.dossier;
  out.waiver.evidence_sha256 = node.attribute("evidence");
  return out;
}

}  // namespace

Mistakes apply_policy(std::string_view xml, std::vector<Profile>& profiles) {
  const ProfileTree tree = read_tree(xml, "policy");
  Mistakes mistakes = tree.mistakes;
  if (!mistakes.empty() || !tree.root) return mistakes;
  std::vector<Profile> changed = profiles;
  for (const XmlNode& node : tree.root->children) {
    for (Profile* profile : meant(node, changed, mistakes)) {
      if (!profile->policy)
        profile->policy = Policy{std::string(tree.root->attribute("by")), sha256(xml), {}};
      for (const XmlNode& change : node.children) change_profile(*profile, change, mistakes);
    }
  }
  // One mistake in a change of several versions is one mistake.
  const auto same = [](const ProfileMistake& a, const ProfileMistake& b) {
    return a.line == b.line && a.message == b.message;
  };
  mistakes.erase(std::unique(mistakes.begin(), mistakes.end(), same), mistakes.end());
  if (mistakes.empty()) profiles = std::move(changed);
  return mistakes;
}

ReadWaivers read_waivers(std::string_view xml, std::span<const Profile> profiles) {
  const ProfileTree tree = read_tree(xml, "waivers");
  ReadWaivers out{{}, tree.mistakes};
  if (!out.mistakes.empty() || !tree.root) return out;
  for (const XmlNode& node : tree.root->children) {
    check_waiver(node, profiles, out.mistakes);
    out.waivers.push_back(waiver_of(node));
  }
  if (!out.mistakes.empty()) out.waivers.clear();
  return out;
}

bool is_policy_file(std::string_view xml) {
  const std::string_view root = root_name(xml);
  return root == "policy" || root == "waivers";
}

}  // namespace biaoshen
