#include "pipeline/app/knowledge_commands.h"

#include <iostream>
#include <nlohmann/json.hpp>

#include "checkers/explain.h"
#include "checkers/policy_reader.h"
#include "checkers/profile_library.h"
#include "checkers/profile_tree.h"
#include "extractors/finders/finder_table.h"
#include "pipeline/app/machine.h"
#include "pipeline/app/program.h"
#include "pipeline/app/sample_index.h"
#include "templates/json/evidence_json.h"

namespace biaoshen {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Wording& wording) {
  return {{"zh", wording.zh}, {"en", wording.en}};
}

Json json_of(const Condition& condition) {
  if (condition.kind == Condition::Kind::check)
    return {{"predicate", condition.check.predicate}, {"parameters", condition.check.parameters}};
  constexpr std::string_view kJoins[] = {"", "all", "any", "not"};
  Json parts = Json::array();
  for (const Condition& part : condition.parts) parts.push_back(json_of(part));
  return {{kJoins[static_cast<std::size_t>(condition.kind)], parts}};
}

Json json_of(const RuleSpec& rule, const Profile& profile) {
  Json cites = Json::array(), messages = Json::object();
  for (const Citation& cite : rule.cites)
    cites.push_back(
        {{"instrument", cite.instrument}, {"clause", cite.clause}, {"quote", cite.quote}});
  for (const auto& [status, message] : rule.messages)
    messages[std::string(name_of(status))] = json_of(message);
  return {{"id", rule.id},
          {"programme", profile.id},
          {"version", profile.version},
          {"scope", name_of(rule.scope)},
          {"level", name_of(rule.level)},
          {"title", json_of(rule.title)},
          {"cites", cites},
          {"when", rule.when ? json_of(*rule.when) : Json()},
          {"check", json_of(rule.condition)},
          {"adjustable", rule.adjustable},
          {"messages", messages},
          {"remedy", json_of(rule.remedy)},
          {"rationale", json_of(rule.rationale)},
          {"samples", samples_of_rule(rule.id)}};
}

Json json_of(const Profile& profile) {
  Json materials = Json::array(), instruments = Json::array();
  for (const Material& material : profile.materials)
    materials.push_back(
        {{"id", material.id}, {"title", json_of(material.title)}, {"required", material.required}});
  for (const Instrument& one : profile.instruments)
    instruments.push_back(
        {{"id", one.id}, {"title", one.title}, {"source", one.source}, {"note", one.note}});
  return {{"id", profile.id},
          {"version", profile.version},
          {"title", json_of(profile.title)},
          {"sha256", profile.sha256},
          {"cut_off", profile.cut_off ? Json(to_string(*profile.cut_off)) : Json()},
          {"modules", profile.modules},
          {"instruments", instruments},
          {"materials", materials},
          {"rules", all_rules(profile).size()}};
}

// The profiles to talk about: of each programme the newest version, or the one named.
Result<std::vector<Profile>> wanted_profiles(const KnowledgeOptions& options,
                                             const std::string& programme) {
  auto knowledge = load_knowledge(options);
  if (!knowledge) return tl::unexpected(knowledge.error());
  std::vector<Profile> wanted;
  for (Profile& profile : knowledge->profiles) {  // by id and version
    if (!programme.empty() && !is_programme(profile, programme)) continue;
    if (!wanted.empty() && wanted.back().id == profile.id) wanted.pop_back();
    wanted.push_back(std::move(profile));
  }
  if (wanted.empty())
    return fail(ErrorCode::profile,
                "unknown programme '" + programme + "'; `biaoshen programmes` lists them");
  return wanted;
}

void tell_mistakes(const std::string& path, const Mistakes& mistakes) {
  for (const ProfileMistake& mistake : mistakes)
    std::cout << (mistake.file.empty() ? path : mistake.file) << ':' << mistake.line << ": "
              << mistake.message << '\n';
}

// A policy or waivers, against the profiles they speak of.
Mistakes mistakes_of_policy(const std::string& xml, std::vector<Profile> profiles) {
  return root_name(xml) == "policy" ? apply_policy(xml, profiles)
                                    : read_waivers(xml, profiles).mistakes;
}

std::string no_mistakes(std::string_view about) {
  return std::string(about) +
         (terminal_language() == Language::zh ? "，无误\n" : ", no mistakes\n");
}

std::string counted(const Profile& profile) {
  const std::string rules = std::to_string(all_rules(profile).size());
  return profile.id + " " + profile.version + ", " + rules +
         (terminal_language() == Language::zh ? " 条规则" : " rules");
}

}  // namespace

int programmes_command(const KnowledgeOptions& options, Form form) {
  const auto knowledge = load_knowledge(options);
  if (!knowledge) return report(knowledge.error());
  const std::vector<Profile>* profiles = &knowledge->profiles;
  if (form == Form::text) {
    std::cout << list_programmes(*profiles, terminal_language());
    return 0;
  }
  Json all = Json::array();
  for (const Profile& profile : *profiles) all.push_back(json_of(profile));
  std::cout << json_text(all);
  return 0;
}

int rules_command(const KnowledgeOptions& options, const std::string& programme, Form form) {
  const auto profiles = wanted_profiles(options, programme);
  if (!profiles) return report(profiles.error());
  Json all = Json::array();
  for (const Profile& profile : *profiles) {
    if (form == Form::text) std::cout << list_rules(profile, terminal_language());
    for (const RuleSpec* rule : all_rules(profile)) all.push_back(json_of(*rule, profile));
  }
  if (form == Form::json) std::cout << json_text(all);
  return 0;
}

int explain_command(const KnowledgeOptions& options, const std::string& rule,
                    const std::string& programme, Form form) {
  const auto profiles = wanted_profiles(options, programme);
  if (!profiles) return report(profiles.error());
  std::vector<const Profile*> with_it;
  for (const Profile& profile : *profiles)
    if (profile.rule(rule) != nullptr) with_it.push_back(&profile);
  if (with_it.empty())
    return report({ErrorCode::usage, "no rule '" + rule + "'; `biaoshen rules` lists them"});
  const Profile& profile = *with_it.front();
  const RuleSpec& spec = *profile.rule(rule);
  Json others = Json::array();
  std::string also;
  for (const Profile* other : with_it) {
    if (other == &profile) continue;
    others.push_back(other->id);
    also += (also.empty() ? "" : ", ") + other->id;
  }
  if (form == Form::json) {
    Json page = json_of(spec, profile);
    page["also_in"] = others;
    std::cout << json_text(page);
    return 0;
  }
  const bool zh = terminal_language() == Language::zh;
  std::cout << explain_rule(profile, spec, samples_of_rule(rule), terminal_language());
  if (!also.empty())
    std::cout << (zh ? "\n同一规则也用于（引用的依据可能不同，见 --programme）："
                     : "\nAlso in, with citations of their own (--programme): ")
              << also << '\n';
  return 0;
}

int check_profile_command(const std::string& path, const std::string& profiles) {
  const auto xml = whole_file(path);
  if (!xml) return report(xml.error());
  if (is_policy_file(*xml)) {
    auto knowledge = load_knowledge({profiles, "", ""});
    if (!knowledge) return report(knowledge.error());
    const Mistakes mistakes = mistakes_of_policy(*xml, std::move(knowledge->profiles));
    tell_mistakes(path, mistakes);
    if (mistakes.empty()) std::cout << path << ": " << no_mistakes(root_name(*xml));
    return mistakes.empty() ? 0 : static_cast<int>(ErrorCode::profile);
  }
  std::vector<ProfileSource> sources = shipped_sources();
  if (!profiles.empty()) {
    auto own = sources_in(profiles);
    if (!own) return report(own.error());
    sources.insert(sources.end(), own->begin(), own->end());
  }
  // Of a module only its shape: the rest is checked with each profile that includes it.
  if (is_module(*xml)) {
    const ProfileTree tree = read_profile_file(*xml);
    tell_mistakes(path, tree.mistakes);
    if (tree.mistakes.empty()) std::cout << path << ": " << no_mistakes("module");
    return tree.mistakes.empty() ? 0 : static_cast<int>(ErrorCode::profile);
  }
  const ReadProfile read = read_profile(*xml, finders(), ModuleShelf(sources));
  tell_mistakes(path, read.mistakes);
  if (!read.profile) return static_cast<int>(ErrorCode::profile);
  std::cout << path << ": " << no_mistakes(counted(*read.profile));
  return 0;
}

int doctor_command(Form form) {
  const Language language = terminal_language();
  Json all = Json::array();
  bool fine = true;
  for (const MachineCheck& check : examine_machine()) {
    fine = fine && (check.is_fine || !check.is_needed);
    all.push_back({{"what", json_of(check.what)},
                   {"fine", check.is_fine},
                   {"needed", check.is_needed},
                   {"detail", json_of(check.detail)},
                   {"mend", check.mend}});
    if (form == Form::json) continue;
    std::cout << (check.is_fine     ? "[ok] "
                  : check.is_needed ? "[!!] "
                                    : "[--] ")
              << check.what.in(language);
    if (!check.is_fine)
      std::cout << (language == Language::zh ? "：" : ": ") << check.detail.in(language);
    std::cout << '\n';
    if (!check.is_fine && !check.mend.empty()) std::cout << "       " << check.mend << '\n';
  }
  if (form == Form::json) std::cout << json_text(all);
  return fine ? 0 : 1;
}

}  // namespace biaoshen
