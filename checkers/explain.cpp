#include "checkers/explain.h"

#include "checkers/predicate_docs.h"

namespace biaoshen {
namespace {

std::string_view words_of(Level level, Language language) {
  if (language == Language::en) return name_of(level);
  constexpr std::string_view kZh[] = {"错误", "警告", "提示"};
  return kZh[static_cast<std::size_t>(level)];
}

std::string_view words_of(Status status, Language language) {
  constexpr std::string_view kZh[] = {"通过", "不通过", "需人工核对", "不适用"};
  constexpr std::string_view kEn[] = {"Pass", "Fail", "Review", "Not applicable"};
  const auto index = static_cast<std::size_t>(status);
  return language == Language::zh ? kZh[index] : kEn[index];
}

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text + "  ";
}

std::size_t longest_id(const Profile& profile) {
  std::size_t longest = 0;
  for (const RuleSpec* rule : all_rules(profile)) longest = std::max(longest, rule->id.size());
  return longest;
}

// "  label: text\n", nothing for an empty text.
std::string line(std::string_view label, const std::string& text, Language language) {
  if (text.empty()) return "";
  return std::string(label) + (language == Language::zh ? "：" : ": ") + text + "\n";
}

std::string cites_of(const RuleSpec& rule, bool zh) {
  std::string out = zh ? "\n依据\n" : "\nCited\n";
  for (const Citation& cite : rule.cites) {
    out += "  " + cite.instrument + " " + cite.clause + "\n    " + (zh ? "“" : "\"") + cite.quote +
           (zh ? "”" : "\"") + "\n";
  }
  return out;
}

std::string check_of(const Check& check, Scope scope, bool zh, const std::string& indent) {
  std::string out = indent + check.predicate;
  for (const auto& [name, text] : check.parameters)
    out += "\n" + indent + "  " + name + " = " + text;
  out += "\n";
  if (const PredicateDoc* doc = predicate_doc(scope, check.predicate))
    out += indent + "  " + std::string(zh ? doc->doc_zh : doc->doc) + "\n";
  return out;
}

std::string condition_of(const Condition& condition, Scope scope, bool zh,
                         const std::string& indent) {
  if (condition.kind == Condition::Kind::check) return check_of(condition.check, scope, zh, indent);
  constexpr std::string_view kZh[] = {"", "全部成立", "至少一项成立", "以下不成立"};
  constexpr std::string_view kEn[] = {"", "all of", "any of", "not"};
  const auto kind = static_cast<std::size_t>(condition.kind);
  std::string out = indent + std::string(zh ? kZh[kind] : kEn[kind]) + (zh ? "：\n" : ":\n");
  for (const Condition& part : condition.parts) out += condition_of(part, scope, zh, indent + "  ");
  return out;
}

std::string question_of(const RuleSpec& rule, bool zh) {
  std::string out;
  if (rule.when)
    out += (zh ? "\n适用条件\n" : "\nApplies where\n") +
           condition_of(*rule.when, rule.scope, zh, "  ");
  out += (zh ? "\n判断方法\n" : "\nHow it decides\n") +
         condition_of(rule.condition, rule.scope, zh, "  ");
  std::string names;
  for (const std::string& name : rule.adjustable) names += (names.empty() ? "" : ", ") + name;
  if (!names.empty()) out += (zh ? "  可由秘书处调整：" : "  A policy may set: ") + names + "\n";
  return out;
}

std::string samples_of(const std::vector<std::string>& samples, bool zh) {
  if (samples.empty()) return "";
  std::string out = zh ? "\n样例\n" : "\nSamples\n";
  for (const std::string& sample : samples) out += "  " + sample + "\n";
  return out;
}

// What the rule is decided over, where that is no single dossier.
std::string scope_of(const RuleSpec& rule, Language language) {
  constexpr std::string_view kZh[] = {"", "整批申报", "评价专家组"};
  constexpr std::string_view kEn[] = {"", "a batch of dossiers", "a panel of experts"};
  const auto scope = static_cast<std::size_t>(rule.scope);
  const bool zh = language == Language::zh;
  return line(zh ? "范围" : "Scope", std::string(zh ? kZh[scope] : kEn[scope]), language);
}

}  // namespace

std::string list_programmes(std::span<const Profile> profiles, Language language) {
  const bool zh = language == Language::zh;
  std::string out;
  for (const Profile& profile : profiles) {
    out += profile.id + " " + profile.version + "\n  " + profile.title.in(language) + "\n";
    out += zh ? "  规则 " + std::to_string(all_rules(profile).size()) + " 条，材料 " +
                    std::to_string(profile.materials.size()) + " 类"
              : "  " + std::to_string(all_rules(profile).size()) + " rules, " +
                    std::to_string(profile.materials.size()) + " materials";
    if (profile.cut_off) out += (zh ? "，截止日期 " : ", cut-off ") + to_string(*profile.cut_off);
    out += "\n";
    for (const Instrument& instrument : profile.instruments) {
      out += "  - " + instrument.title +
             (instrument.source.empty() ? "" : " (" + instrument.source + ")") + "\n";
    }
  }
  return out;
}

std::string list_rules(const Profile& profile, Language language) {
  const std::size_t width = longest_id(profile);
  std::string out = profile.id + " " + profile.version + "  " + profile.title.in(language) + "\n";
  for (const RuleSpec* rule : all_rules(profile)) {
    out += padded(rule->id, width) + padded(std::string(words_of(rule->level, language)), 7) +
           rule->title.in(language) + "\n";
  }
  return out;
}

std::string explain_rule(const Profile& profile, const RuleSpec& rule,
                         const std::vector<std::string>& samples, Language language) {
  const bool zh = language == Language::zh;
  std::string out = rule.id + "  " + rule.title.in(language) + "\n";
  out += line(zh ? "项目" : "Programme", profile.id + " " + profile.version, language);
  out += line(zh ? "级别" : "Level", std::string(words_of(rule.level, language)), language);
  out += scope_of(rule, language);
  out += cites_of(rule, zh);
  out += "\n" + line(zh ? "说明" : "Why", rule.rationale.in(language), language);
  out += question_of(rule, zh);
  out += zh ? "\n结论\n" : "\nVerdicts\n";
  for (const auto& [status, text] : rule.messages) {
    out += "  " + line(words_of(status, language), text.in(language), language);
  }
  out += "\n" + line(zh ? "处理办法" : "Remedy", rule.remedy.in(language), language);
  return out + samples_of(samples, zh);
}

}  // namespace biaoshen
