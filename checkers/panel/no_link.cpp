#include <algorithm>
#include <optional>
#include <set>

#include "checkers/panel/expert_link.h"
#include "checkers/panel/panel_outcomes.h"
#include "checkers/panel/panel_predicates.h"
#include "checkers/predicates/outcomes.h"
#include "checkers/predicates/readings.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostPairs = 500;  // of expert and dossier, that are told one by one

// What people call the fact.
Wording title_of(const Profile& profile, const std::string& fact) {
  for (const MatrixField& field : profile.matrix)
    if (field.fact == fact) return field.title;
  if (fact == "drafter") return {"起草人", "drafter"};
  if (fact == "drafting-unit") return {"起草单位", "drafting body"};
  if (fact == "applicant") return {"申报单位", "applicant"};
  return {fact, fact};
}

// What a dossier says of its makers, as experts are held against it.
struct Makers {
  std::size_t entry;
  std::vector<MakerNames> readings;
  std::vector<std::string> unread;  // facts without a firm reading
};

void add_readings(Makers& makers, const BatchEntry& entry, const Check& check,
                  std::string_view parameter, MakerNames::Kind kind) {
  for (std::string_view wanted : list_parameter(check, parameter)) {
    bool has_firm = false;
    for (const Fact& fact : entry.facts) {
      if (fact.name != wanted || !is_of_application(fact)) continue;
      makers.readings.emplace_back(fact, kind);
      has_firm = has_firm || is_firm(fact);
    }
    const auto& unread = makers.unread;
    if (!has_firm && std::find(unread.begin(), unread.end(), wanted) == unread.end())
      makers.unread.emplace_back(wanted);
  }
}

std::vector<Makers> makers_of(const PanelInput& input, const Check& check) {
  std::vector<Makers> all;
  for (std::size_t i = 0; i < input.entries.size(); ++i) {
    if (!input.entries[i].is_application) continue;
    Makers makers{i, {}, {}};
    add_readings(makers, input.entries[i], check, "employers", MakerNames::Kind::employer);
    add_readings(makers, input.entries[i], check, "names", MakerNames::Kind::name);
    all.push_back(std::move(makers));
  }
  return all;
}

// 工作单位与起草单位“甲”一致
Wording link_in_words(const Wording& title, const MakerNames& reading, PartyMatch match) {
  const std::string& value = reading.fact().value;
  const bool same = match == PartyMatch::same;
  if (reading.kind() == MakerNames::Kind::employer) {
    return {"工作单位与" + title.zh + "“" + value + (same ? "”一致" : "”相近"),
            "the employer is " + std::string(same ? "the same as" : "near") + " the " + title.en +
                " “" + value + "”"};
  }
  return {"姓名与" + title.zh + "“" + value +
              (same ? "”一致（如系同名的另一人，须由专家书面说明）" : "”相近"),
          "the name is " + std::string(same ? "that" : "near that") + " of a " + title.en + " “" +
              value + "”" + (same ? " (a namesake has to be shown in writing)" : "")};
}

// What links the expert to the dossier, each thing once; nothing where there is none.
std::optional<PanelOutcome> pairing(const PanelInput& input, const Expert& expert,
                                    const ExpertNames& names, const Makers& makers) {
  constexpr std::size_t kMostLinks = 12;
  std::optional<PanelOutcome> outcome;
  std::set<std::string> told;
  for (const MakerNames& reading : makers.readings) {
    const PartyMatch match = reading.match(names);
    if (match == PartyMatch::different) continue;
    if (!outcome) outcome = outcome_about(input, Status::review, {&expert});
    if (match == PartyMatch::same) outcome->status = Status::fail;
    if (outcome->dossiers.size() < kMostLinks)
      outcome->dossiers.push_back({makers.entry, reading.fact().quote});
    const Wording words =
        link_in_words(title_of(input.profile, reading.fact().name), reading, match);
    if (told.size() >= kMostLinks || !told.insert(words.zh).second) continue;
    if (told.size() > 1) append(outcome->reason, {"；", "; "});
    append(outcome->reason, words);
  }
  if (outcome) outcome->arguments["dossiers"] = input.entries[makers.entry].name;
  return outcome;
}

// 甲、乙; of very many the first dozen.
std::string dossier_names(const PanelInput& input, const std::vector<Makers>& all) {
  constexpr std::size_t kMost = 12;
  std::string names;
  for (std::size_t i = 0; i < std::min(all.size(), kMost); ++i)
    names += (i == 0 ? "" : "、") + input.entries[all[i].entry].name;
  if (all.size() > kMost) names += "……（" + std::to_string(all.size()) + "）";
  return names;
}

// An outcome about some experts and all dossiers.
PanelOutcome about_all(const PanelInput& input, const std::vector<Makers>& all,
                       const Experts& experts, Wording reason) {
  PanelOutcome outcome = outcome_about(input, Status::review, experts);
  outcome.arguments["dossiers"] = dossier_names(input, all);
  outcome.reason = std::move(reason);
  return outcome;
}

// Dossiers that do not say enough of their makers: nobody is cleared by silence.
std::optional<PanelOutcome> not_comparable(const PanelInput& input,
                                           const std::vector<Makers>& all) {
  constexpr std::size_t kMostNamed = 60;
  std::vector<Makers> silent;
  std::copy_if(all.begin(), all.end(), std::back_inserter(silent),
               [](const Makers& makers) { return !makers.unread.empty(); });
  if (silent.empty()) return std::nullopt;
  PanelOutcome outcome =
      about_all(input, silent, all_experts(input),
                {"以下内容没有可靠读数，请人工比对——", "not read reliably, compare by hand: "});
  for (std::size_t i = 0; i < std::min(silent.size(), kMostNamed); ++i) {
    const BatchEntry& entry = input.entries[silent[i].entry];
    Wording lacking;
    for (const std::string& fact : silent[i].unread) {
      const Wording title = title_of(input.profile, fact);
      append(lacking, lacking.zh.empty() ? title : Wording{"、" + title.zh, ", " + title.en});
    }
    if (i > 0) append(outcome.reason, {"；", "; "});
    append(outcome.reason, {entry.name + "：" + lacking.zh, entry.name + ": " + lacking.en});
    Search search{lacking.zh, {}, false};
    for (const BatchFile& file : entry.files) search.files.push_back(file.id);
    outcome.dossiers.push_back({silent[i].entry, std::move(search)});
  }
  if (silent.size() > kMostNamed) {
    const std::string more = std::to_string(silent.size() - kMostNamed);
    append(outcome.reason, {"；另有" + more + "份", "; and " + more + " more"});
  }
  return outcome;
}

std::optional<PanelOutcome> without_employer(const PanelInput& input,
                                             const std::vector<Makers>& all) {
  Experts silent;
  for (const Expert& expert : input.experts)
    if (expert.employer.empty()) silent.push_back(&expert);
  if (silent.empty()) return std::nullopt;
  return about_all(input, all, silent,
                   {"未写工作单位，无法比对", "no employer is given to compare"});
}

PanelOutcome more_pairs(const PanelInput& input, const std::vector<Makers>& all, std::size_t more) {
  const std::string count = std::to_string(more);
  return about_all(input, all, all_experts(input),
                   {"另有" + count + "对专家与申报材料存在或可能存在关联，未逐一列出",
                    count + " more pairs of expert and dossier are or may be linked"});
}

}  // namespace

std::vector<PanelOutcome> no_link(const PanelInput& input, const Check& check) {
  const std::vector<Makers> all = makers_of(input, check);
  std::vector<ExpertNames> names(input.experts.begin(), input.experts.end());
  std::vector<PanelOutcome> outcomes;
  std::size_t more = 0;
  for (const Makers& makers : all) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      auto found = pairing(input, input.experts[i], names[i], makers);
      if (!found) continue;
      if (outcomes.size() < kMostPairs)
        outcomes.push_back(std::move(*found));
      else
        ++more;
    }
  }
  if (more > 0) outcomes.push_back(more_pairs(input, all, more));
  for (auto& outcome : {not_comparable(input, all), without_employer(input, all)})
    if (outcome) outcomes.push_back(*outcome);
  if (outcomes.empty()) outcomes.push_back(outcome_about(input, Status::pass, all_experts(input)));
  return outcomes;
}

}  // namespace biaoshen
