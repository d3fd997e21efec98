#include "pipeline/app/knowledge_commands.h"

#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "checkers/explain.h"
#include "checkers/profile_reader.h"
#include "extractors/finders/finder_table.h"
#include "pipeline/app/machine.h"
#include "pipeline/app/program.h"

namespace biaoshen {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Wording& wording) {
  return {{"zh", wording.zh}, {"en", wording.en}};
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
          {"level", name_of(rule.level)},
          {"title", json_of(rule.title)},
          {"cites", cites},
          {"predicate", rule.predicate},
          {"parameters", rule.parameters},
          {"messages", messages},
          {"remedy", json_of(rule.remedy)},
          {"rationale", json_of(rule.rationale)}};
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
          {"instruments", instruments},
          {"materials", materials},
          {"rules", profile.rules.size()}};
}

// The profiles to talk about: all, or the one named.
Result<std::vector<Profile>> wanted_profiles(const std::string& programme) {
  auto profiles = load_profiles();
  if (!profiles || programme.empty()) return profiles;
  std::erase_if(*profiles, [&](const Profile& p) { return p.id != programme; });
  if (profiles->empty())
    return fail(ErrorCode::profile,
                "unknown programme '" + programme + "'; `biaoshen programmes` lists them");
  return profiles;
}

}  // namespace

int programmes_command(Form form) {
  const auto profiles = load_profiles();
  if (!profiles) return report(profiles.error());
  if (form == Form::text) {
    std::cout << list_programmes(*profiles, terminal_language());
    return 0;
  }
  Json all = Json::array();
  for (const Profile& profile : *profiles) all.push_back(json_of(profile));
  std::cout << all.dump(2) << '\n';
  return 0;
}

int rules_command(const std::string& programme, Form form) {
  const auto profiles = wanted_profiles(programme);
  if (!profiles) return report(profiles.error());
  Json all = Json::array();
  for (const Profile& profile : *profiles) {
    if (form == Form::text) std::cout << list_rules(profile, terminal_language());
    for (const RuleSpec& rule : profile.rules) all.push_back(json_of(rule, profile));
  }
  if (form == Form::json) std::cout << all.dump(2) << '\n';
  return 0;
}

int explain_command(const std::string& rule, const std::string& programme, Form form) {
  const auto profiles = wanted_profiles(programme);
  if (!profiles) return report(profiles.error());
  bool found = false;
  for (const Profile& profile : *profiles) {
    const RuleSpec* spec = profile.rule(rule);
    if (spec == nullptr) continue;
    found = true;
    if (form == Form::text)
      std::cout << explain_rule(profile, *spec, terminal_language());
    else
      std::cout << json_of(*spec, profile).dump(2) << '\n';
  }
  if (found) return 0;
  return report({ErrorCode::usage, "no rule '" + rule + "'; `biaoshen rules` lists them"});
}

int check_profile_command(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return report({ErrorCode::input, path + ": cannot be opened"});
  const std::string xml(std::istreambuf_iterator<char>(in), {});
  const ReadProfile read = read_profile(xml, finders());
  for (const ProfileMistake& mistake : read.mistakes)
    std::cout << path << ':' << mistake.line << ": " << mistake.message << '\n';
  if (!read.mistakes.empty() || !read.profile) return static_cast<int>(ErrorCode::profile);
  std::cout << path << ": " << read.profile->id << ' ' << read.profile->version << ", "
            << read.profile->rules.size()
            << (terminal_language() == Language::zh ? " 条规则，无误\n" : " rules, no mistakes\n");
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
  if (form == Form::json) std::cout << all.dump(2) << '\n';
  return fine ? 0 : 1;
}

}  // namespace biaoshen
