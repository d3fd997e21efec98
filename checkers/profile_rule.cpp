#include "checkers/profile_rule.h"

#include <algorithm>

#include "checkers/messages.h"
#include "checkers/predicates/predicate_table.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::pair<std::string_view, Level> kLevels[] = {
    {"error", Level::error}, {"warning", Level::warning}, {"note", Level::note}};
constexpr std::pair<std::string_view, Status> kStatuses[] = {
    {"pass", Status::pass},
    {"fail", Status::fail},
    {"review", Status::review},
    {"not-applicable", Status::not_applicable}};

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
  if (node.child("cite") == nullptr) {
    note(mistakes, node,
         "rule " + in_quotes(node.attribute("id")) + " cites nothing; every rule needs a <cite>");
  }
  return cites;
}

void check_type(const Profile& profile, const XmlNode& node, const std::string& name,
                const std::string& text, Mistakes& mistakes) {
  const ParameterKind kind = kind_of_parameter(name);
  if (kind == ParameterKind::whole && !whole_number(text)) {
    note(mistakes, node,
         "parameter " + in_quotes(name) + " must be a whole number, not " + in_quotes(text));
  }
  for (std::string_view piece : split(text, '|')) {
    if (kind == ParameterKind::facts) check_fact_name(profile, node, piece, mistakes);
    if (kind == ParameterKind::materials) check_material_name(profile, node, piece, mistakes);
  }
}

// The row of the predicate that `rule` calls; null where there is none.
const PredicateRow* check_predicate(const Profile& profile, const XmlNode& node,
                                    const RuleSpec& rule, Mistakes& mistakes) {
  const PredicateRow* row = predicate_row(rule.predicate);
  const std::string name = in_quotes(rule.predicate);
  if (row == nullptr) {
    KnownNames known;
    for (const PredicateRow& other : predicate_table()) known.push_back(other.name);
    note(mistakes, node, "there is no predicate " + name + did_you_mean(rule.predicate, known));
    return nullptr;
  }
  check_parameters(rule.parameters, row->parameters, node.line, "predicate " + name, mistakes);
  for (const auto& [parameter, text] : rule.parameters) {
    check_type(profile, node, parameter, text, mistakes);
  }
  return row;
}

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

void read_messages(const XmlNode& node, const PredicateRow* row, RuleSpec& rule,
                   Mistakes& mistakes) {
  for (const auto& [name, status] : kStatuses) {
    const XmlNode* child = node.child(name);
    if (child == nullptr) continue;
    rule.messages[status] = wording_of(child, mistakes);
    if (row == nullptr) continue;
    KnownNames known(row->placeholders.begin(), row->placeholders.end());
    known.push_back("reason");
    check_placeholders(child, known, mistakes);
  }
}

}  // namespace

RuleSpec rule_of(const Profile& profile, const XmlNode& node, Mistakes& mistakes) {
  RuleSpec rule;
  rule.id = node.attribute("id");
  rule.level = word_of(node, "level", kLevels, mistakes);
  rule.title = wording_of(node.child("title"), mistakes);
  rule.cites = cites_of(profile, node, mistakes);
  const PredicateRow* row = nullptr;
  if (const XmlNode* check = node.child("check")) {
    rule.predicate = check->attribute("predicate");
    rule.parameters = parameters_of(*check, {"predicate"});
    row = check_predicate(profile, *check, rule, mistakes);
  }
  read_messages(node, row, rule, mistakes);
  rule.remedy = wording_of(node.child("remedy"), mistakes);
  rule.rationale = wording_of(node.child("rationale"), mistakes);
  for (const char* part : {"remedy", "rationale"})
    check_placeholders(node.child(part), {}, mistakes);
  return rule;
}

}  // namespace biaoshen
