#include "checkers/policy_change.h"

#include <algorithm>
#include <utility>

#include "checkers/profile_condition.h"
#include "checkers/profile_rule.h"
#include "checkers/profile_sections.h"

namespace biaoshen {
namespace {

void deviate(Profile& profile, Deviation deviation, const XmlNode& node, Mistakes& mistakes) {
  if (deviation.reason.empty()) note(mistakes, node, "a change must give its reason");
  profile.policy->deviations.push_back(std::move(deviation));
}

RuleSpec* rule_named(Profile& profile, const XmlNode& node, Mistakes& mistakes) {
  const std::string_view id = node.attribute("rule");
  KnownNames known;
  for (auto* rules : {&profile.rules, &profile.batch_rules, &profile.panel_rules}) {
    for (RuleSpec& rule : *rules) {
      if (rule.id == id) return &rule;
      known.push_back(rule.id);
    }
  }
  note(mistakes, node, "there is no rule " + in_quotes(id) + did_you_mean(id, known));
  return nullptr;
}

void move_cut_off(Profile& profile, const XmlNode& node, Mistakes& mistakes) {
  const std::string from = profile.cut_off ? to_string(*profile.cut_off) : "";
  profile.cut_off = cut_off_of(node, mistakes);
  deviate(profile, {"", "cut-off", from, std::string(node.attribute("date")), node.text}, node,
          mistakes);
}

void set_level(Profile& profile, const XmlNode& node, Mistakes& mistakes) {
  RuleSpec* rule = rule_named(profile, node, mistakes);
  if (rule == nullptr) return;
  const std::string from(name_of(rule->level));
  rule->level = level_of(node, "is", mistakes);
  deviate(profile, {rule->id, "level", from, std::string(node.attribute("is")), node.text}, node,
          mistakes);
}

// The checks of a condition that have the parameter, of the fact where one is named.
void collect(Condition& condition, const std::string& name, std::string_view fact,
             std::vector<Check*>& found) {
  const Parameters& given = condition.check.parameters;
  const auto about = given.find("fact");
  const bool is_meant = fact.empty() || (about != given.end() && about->second == fact);
  if (given.contains(name) && is_meant) found.push_back(&condition.check);
  for (Condition& part : condition.parts) collect(part, name, fact, found);
}

void set_parameter(Profile& profile, const XmlNode& node, Mistakes& mistakes) {
  RuleSpec* rule = rule_named(profile, node, mistakes);
  if (rule == nullptr) return;
  const std::string name(node.attribute("parameter")), to(node.attribute("to"));
  if (rule->adjustable.count(name) == 0) {
    const KnownNames known(rule->adjustable.begin(), rule->adjustable.end());
    note(mistakes, node,
         "the profile does not let a policy set " + in_quotes(name) + " of " + rule->id +
             did_you_mean(name, known));
    return;
  }
  std::vector<Check*> checks;
  collect(rule->condition, name, node.attribute("fact"), checks);
  if (checks.size() != 1) {
    note(mistakes, node,
         checks.empty()
             ? "no check of " + rule->id + " is about " + in_quotes(node.attribute("fact"))
             : "several checks of " + rule->id + " have " + in_quotes(name) +
                   "; say which with fact=\"…\"");
    return;
  }
  const std::string from = std::exchange(checks.front()->parameters[name], to);
  check_parameter_types(profile, node, *rule, mistakes);
  deviate(profile, {rule->id, name, from, to, node.text}, node, mistakes);
}

// What the profile would say of the material if it required it itself.
RuleSpec presence_rule(const Material& material, const std::string& by, const std::string& reason) {
  RuleSpec rule;
  rule.id = "material." + material.id;
  rule.title = {material.title.zh + "已提交", material.title.en + " is there"};
  rule.cites = {{by, "（秘书处要求）", reason}};
  rule.condition.check = {"material-present", {{"material", material.id}}, rule.title};
  rule.messages[Status::pass] = {"已提交" + material.title.zh + "：{files}。",
                                 material.title.en + " is there: {files}."};
  rule.messages[Status::fail] = {"未提交" + material.title.zh + "。",
                                 material.title.en + " is not there."};
  rule.messages[Status::review] = {material.title.zh + "是否提交需人工核对：{reason}。",
                                   "Whether it is there needs a look: {reason}."};
  rule.remedy = {"请补交" + material.title.zh + "。", "Hand it in: " + material.title.en + "."};
  rule.rationale = {"秘书处在本次征集中另行要求的材料。",
                    "Required by the secretariat for this call."};
  return rule;
}

void require_material(Profile& profile, const XmlNode& node, Mistakes& mistakes) {
  const std::string id(node.attribute("material"));
  const XmlNode* reason = node.child("reason");
  if (profile.rule("material." + id) != nullptr) {
    note(mistakes, node, "the profile has a rule " + in_quotes("material." + id) + " already");
    return;
  }
  const auto known = std::find_if(profile.materials.begin(), profile.materials.end(),
                                  [&](const Material& material) { return material.id == id; });
  Material material = known == profile.materials.end() ? Material{id, {}, true, {}} : *known;
  if (known == profile.materials.end()) {
    material.title = wording_of(node.child("title"), mistakes);
    material.cues = cues_of(node, mistakes);
    if (material.cues.empty()) note(mistakes, node, "a new material needs cues to be known by");
    profile.materials.push_back(material);
  }
  const std::string why = reason == nullptr ? "" : reason->text;
  RuleSpec rule = presence_rule(material, profile.policy->by, why);
  if (!node.attribute("level").empty()) rule.level = level_of(node, "level", mistakes);
  deviate(profile, {rule.id, "material", "", id, why}, node, mistakes);
  profile.rules.push_back(std::move(rule));
}

}  // namespace

void change_profile(Profile& profile, const XmlNode& node, Mistakes& mistakes) {
  if (node.name == "cut-off") move_cut_off(profile, node, mistakes);
  if (node.name == "level") set_level(profile, node, mistakes);
  if (node.name == "set") set_parameter(profile, node, mistakes);
  if (node.name == "require") require_material(profile, node, mistakes);
}

}  // namespace biaoshen
