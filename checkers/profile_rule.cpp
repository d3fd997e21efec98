#include "checkers/profile_rule.h"

#include <algorithm>

#include "checkers/messages.h"
#include "checkers/predicate_docs.h"
#include "checkers/profile_condition.h"

namespace biaoshen {
namespace {

constexpr std::pair<std::string_view, Level> kLevels[] = {
    {"error", Level::error}, {"warning", Level::warning}, {"note", Level::note}};
constexpr std::pair<std::string_view, Scope> kScopes[] = {
    {"dossier", Scope::dossier}, {"batch", Scope::batch}, {"panel", Scope::panel}};
constexpr std::pair<std::string_view, Status> kStatuses[] = {
    {"pass", Status::pass},
    {"fail", Status::fail},
    {"review", Status::review},
    {"not-applicable", Status::not_applicable}};

void check_placeholders(const XmlNode* node, const KnownNames& known, Mistakes& mistakes) {
  if (node == nullptr) return;
  for (const XmlNode& text : node->children) {
    for (const std::string& name : placeholders_of(text.text)) {
      if (is_known(name, known)) continue;
      note(mistakes, text,
           "nothing fills the placeholder {" + name + "}" + did_you_mean(name, known));
    }
  }
}

void read_messages(const XmlNode& node, RuleSpec& rule, Mistakes& mistakes) {
  KnownNames known{"reason"};
  bool all_known = true;  // else placeholders cannot be judged
  const auto add = [&](const Check& check) {
    const PredicateDoc* doc = predicate_doc(rule.scope, check.predicate);
    all_known = all_known && doc != nullptr;
    if (doc == nullptr) return;
    known.insert(known.end(), doc->placeholders.begin(), doc->placeholders.end());
  };
  for_each_check(rule.condition, add);
  if (rule.when) for_each_check(*rule.when, add);
  for (const auto& [name, status] : kStatuses) {
    const XmlNode* child = node.child(name);
    if (child == nullptr) continue;
    rule.messages[status] = wording_of(child, mistakes);
    if (all_known) check_placeholders(child, known, mistakes);
  }
}

void read_question(const Profile& profile, const XmlNode& node, RuleSpec& rule,
                   Mistakes& mistakes) {
  if (const XmlNode* when = node.child("when")) {
    if (rule.scope != Scope::dossier)
      note(mistakes, *when, "only a rule of scope dossier can have a <when>");
    if (const XmlNode* asks = condition_in(*when))
      rule.when = condition_of(profile, *asks, rule, mistakes);
  }
  const XmlNode* asks = condition_in(node);
  if (asks == nullptr) return;  // the grammar has said so
  rule.condition = condition_of(profile, *asks, rule, mistakes);
  rule.adjustable = adjustable_in(*asks, mistakes);
}

}  // namespace

std::vector<Citation> cites_of(const Profile& profile, const XmlNode& node, Mistakes& mistakes) {
  std::vector<Citation> cites;
  KnownNames known;
  for (const Instrument& instrument : profile.instruments) known.push_back(instrument.id);
  for (const XmlNode& child : node.children) {
    if (child.name != "cite") continue;
    const std::string_view id = child.attribute("instrument");
    const auto found =
        std::find_if(profile.instruments.begin(), profile.instruments.end(),
                     [&](const Instrument& instrument) { return instrument.id == id; });
    if (found == profile.instruments.end()) {
      note(mistakes, child, "there is no instrument " + in_quotes(id) + did_you_mean(id, known));
      continue;
    }
    if (child.text.empty()) note(mistakes, child, "a citation must quote the words it rests on");
    cites.push_back({found->title, std::string(child.attribute("clause")), child.text});
  }
  return cites;
}

Level level_of(const XmlNode& node, std::string_view attribute, Mistakes& mistakes) {
  return word_of(node, attribute, kLevels, mistakes);
}

RuleSpec rule_of(const Profile& profile, const XmlNode& node, Mistakes& mistakes) {
  RuleSpec rule;
  rule.id = node.attribute("id");
  rule.level = level_of(node, "level", mistakes);
  if (!node.attribute("scope").empty()) rule.scope = word_of(node, "scope", kScopes, mistakes);
  rule.title = wording_of(node.child("title"), mistakes);
  rule.cites = cites_of(profile, node, mistakes);
  read_question(profile, node, rule, mistakes);
  read_messages(node, rule, mistakes);
  rule.remedy = wording_of(node.child("remedy"), mistakes);
  rule.rationale = wording_of(node.child("rationale"), mistakes);
  for (const char* part : {"remedy", "rationale"})
    check_placeholders(node.child(part), {}, mistakes);
  return rule;
}

}  // namespace biaoshen
