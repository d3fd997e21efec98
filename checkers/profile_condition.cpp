#include "checkers/profile_condition.h"

#include <algorithm>

#include "checkers/predicate_docs.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::pair<std::string_view, Condition::Kind> kKinds[] = {
    {"check", Condition::Kind::check},
    {"all", Condition::Kind::all},
    {"any", Condition::Kind::any},
    {"not", Condition::Kind::negation}};
const KnownNames kNotParameters{"predicate", "adjustable"};

void check_type(const Profile& profile, const XmlNode& node, const Declared& declared,
                const std::string& text, Mistakes& mistakes) {
  const auto must_be = [&](const std::string& what) {
    note(mistakes, node,
         "parameter " + in_quotes(declared.name) + " must be " + what + ", not " + in_quotes(text));
  };
  if (declared.type == "whole" && !whole_number(text)) must_be("a whole number");
  if (declared.type == "date" && !parse_date(text)) must_be("a date, YYYY-MM-DD");
  for (std::string_view piece : split(text, '|')) {
    if (declared.type == "facts") check_fact_name(profile, node, piece, mistakes);
    if (declared.type == "materials") check_material_name(profile, node, piece, mistakes);
  }
}

void check_types(const Profile& profile, const XmlNode& node, const PredicateDoc& doc,
                 const Check& check, Mistakes& mistakes) {
  for (std::string_view row : doc.parameters) {
    const Declared declared = declared_parameter(row);
    const auto given = check.parameters.find(declared.name);
    if (given != check.parameters.end()) {
      check_type(profile, node, declared, given->second, mistakes);
    }
  }
}

void check_call(const Profile& profile, const XmlNode& node, Scope scope, const Check& check,
                Mistakes& mistakes) {
  const PredicateDoc* doc = predicate_doc(scope, check.predicate);
  const std::string name = in_quotes(check.predicate);
  if (doc == nullptr) {
    KnownNames known;
    for (const PredicateDoc* other : predicate_docs(scope)) known.push_back(other->name);
    note(mistakes, node,
         "there is no predicate " + name + " for a rule of scope " + std::string(name_of(scope)) +
             did_you_mean(check.predicate, known));
    return;
  }
  check_parameters(check.parameters, doc->parameters, node.line, "predicate " + name, mistakes);
  check_types(profile, node, *doc, check, mistakes);
}

}  // namespace

bool is_condition(const XmlNode& node) {
  return std::any_of(std::begin(kKinds), std::end(kKinds),
                     [&](const auto& kind) { return kind.first == node.name; });
}

const XmlNode* condition_in(const XmlNode& node) {
  const auto found = std::find_if(node.children.begin(), node.children.end(), is_condition);
  return found == node.children.end() ? nullptr : &*found;
}

Condition condition_of(const Profile& profile, const XmlNode& node, const RuleSpec& rule,
                       Mistakes& mistakes) {
  Condition condition;
  for (const auto& [name, kind] : kKinds) {
    if (name == node.name) condition.kind = kind;
  }
  if (condition.kind == Condition::Kind::check) {
    condition.check = {std::string(node.attribute("predicate")),
                       parameters_of(node, kNotParameters), rule.title};
    check_call(profile, node, rule.scope, condition.check, mistakes);
    return condition;
  }
  if (rule.scope != Scope::dossier) {
    note(mistakes, node,
         "a rule of scope " + std::string(name_of(rule.scope)) + " takes one <check>, not <" +
             node.name + ">");
  }
  for (const XmlNode& child : node.children) {
    if (is_condition(child)) {
      condition.parts.push_back(condition_of(profile, child, rule, mistakes));
    }
  }
  return condition;
}

std::set<std::string> adjustable_in(const XmlNode& node, Mistakes& mistakes) {
  std::set<std::string> names;
  for (std::string_view piece : split(node.attribute("adjustable"), '|')) {
    const std::string name(trim(piece));
    if (name.empty()) continue;
    if (node.attribute(name).empty())
      note(mistakes, node,
           "adjustable names " + in_quotes(name) + ", which the check does not set");
    names.insert(name);
  }
  for (const XmlNode& child : node.children) names.merge(adjustable_in(child, mistakes));
  return names;
}

void check_parameter_types(const Profile& profile, const XmlNode& node, const RuleSpec& rule,
                           Mistakes& mistakes) {
  for_each_check(rule.condition, [&](const Check& check) {
    const PredicateDoc* doc = predicate_doc(rule.scope, check.predicate);
    if (doc != nullptr) check_types(profile, node, *doc, check, mistakes);
  });
}

}  // namespace biaoshen
