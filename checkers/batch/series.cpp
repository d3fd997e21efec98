// A series filed as several projects: dossiers with the same first drafter whose numbers or
// titles differ only by their part.
//
//   T/BAIIA 021.1—2022, T/BAIIA 021.2—2022                 one stem, T/BAIIA 021
//   机器人安全 第1部分：术语 / 机器人安全 第2部分：试验          one stem, 机器人安全
//   T/BAIIA 021—2022, T/BAIIA 022—2022                     two standards, no series
//   第1部分 of 甲 first, 第2部分 of 乙 first                   two drafters, no series
//
// Always for a person: some programmes take a series as one project, others part by part.
//
// Tested by tests/batch/series_test.cpp.
#include <algorithm>
#include <map>
#include <optional>

#include "checkers/batch/batch_predicates.h"
#include "checkers/batch/entry_facts.h"
#include "checkers/predicates/readings.h"
#include "pipeline/base/text.h"
#include "pipeline/model/party_name.h"

namespace biaoshen {
namespace {

struct Member {
  std::size_t entry;
  std::string part;
  const Fact* reading;
  const Fact* drafter;
};
using ByStem = std::map<std::string, std::vector<Member>>;

struct Split {
  std::string stem, part;
};

// "T/BAIIA021.1-2022": stem T/BAIIA021, part .1-2022. None without a part.
std::optional<Split> split_number(const std::string& key) {
  const std::size_t year = key.rfind('-');
  const std::string number = key.substr(0, year);
  const std::size_t dot = number.find('.');
  if (dot == std::string::npos || dot + 1 == number.size() || dot == 0) return {};
  const auto is_part = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
  if (!std::all_of(number.begin() + static_cast<std::ptrdiff_t>(dot), number.end(), is_part))
    return {};
  return Split{number.substr(0, dot), key.substr(dot)};
}

// "机器人安全第1部分:术语": stem 机器人安全, part 第1部分:术语.
std::optional<Split> split_title(const std::string& key) {
  constexpr std::string_view kNth = "第", kPart = "部分";
  constexpr std::size_t kLongestNumeral = std::size_t{4} * 3;  // bytes of 二十一
  const std::size_t end = key.find(kPart);
  if (end == std::string::npos) return {};
  const std::size_t begin = key.rfind(kNth, end);
  if (begin == std::string::npos || end - begin - kNth.size() > kLongestNumeral) return {};
  return Split{key.substr(0, begin), key.substr(begin)};
}

std::optional<Split> split_of(const std::string& key) {
  const auto split = split_title(key);
  return split ? split : split_number(key);
}

const Fact* first_drafter(const BatchEntry& entry, const Check& check) {
  for (const Fact* fact : entry_facts(entry, check, "drafter")) {
    const std::string* position = fact->detail("position");
    if (position != nullptr && *position == "1") return fact;
  }
  return nullptr;
}

ByStem members_by_stem(const BatchInput& input, const Check& check, std::string_view parameter) {
  ByStem by_stem;
  for (const std::size_t i : applications(input)) {
    const Fact* drafter = first_drafter(input.entries[i], check);
    if (drafter == nullptr) continue;
    for (const Fact* reading : entry_facts(input.entries[i], check, parameter)) {
      const auto split = split_of(comparable(reading->value));
      if (!split || !is_telling(split->stem)) continue;
      auto& members = by_stem[split->stem];
      if (members.empty() || members.back().entry != i)
        members.push_back({i, split->part, reading, drafter});
    }
  }
  return by_stem;
}

// Members whose first drafters bear one name, in whatever form. Only different prints of a drafter
// are compared, each with the names before it.
std::vector<std::vector<Member>> by_drafter(const std::vector<Member>& members) {
  std::vector<std::vector<Member>> clusters;
  std::vector<PartyName> names;  // of the clusters
  std::map<std::string_view, std::size_t> homes;
  for (const Member& member : members) {
    const auto [known, is_new] = homes.try_emplace(member.drafter->value, clusters.size());
    if (is_new) {
      const PartyName name = party_name(member.drafter->value);
      const auto like = std::ranges::find_if(
          names, [&](const PartyName& one) { return match(one, name) != PartyMatch::different; });
      known->second = static_cast<std::size_t>(like - names.begin());
      if (like == names.end()) {
        names.push_back(name);
        clusters.emplace_back();
      }
    }
    clusters[known->second].push_back(member);
  }
  return clusters;
}

bool is_series(const std::vector<Member>& members) {
  return std::any_of(members.begin(), members.end(),
                     [&](const Member& m) { return m.part != members.front().part; });
}

Entries entries_of(const std::vector<Member>& members) {
  Entries entries;
  for (const Member& member : members) entries.insert(member.entry);
  return entries;
}

BatchOutcome outcome_of(const BatchInput& input, const std::vector<Member>& members) {
  BatchOutcome outcome = outcome_about(input, entries_of(members));
  std::vector<std::string> values;
  for (const Member& member : members) {
    values.push_back(member.reading->value);
    add_evidence(outcome, member.entry, *member.reading);
    add_evidence(outcome, member.entry, *member.drafter);
  }
  const std::string drafter = squeeze(members.front().drafter->value);
  outcome.arguments["drafter"] = drafter;
  outcome.reason = {"第一起草单位均为" + drafter + "，似为同一系列：" + joined(values),
                    "first drafter " + drafter + ", apparently one series: " + joined(values)};
  return outcome;
}

}  // namespace

std::vector<BatchOutcome> series(const BatchInput& input, const Check& check) {
  std::vector<BatchOutcome> outcomes;
  std::set<Entries> told;
  for (const char* parameter : {"fact", "title"}) {
    for (const auto& [stem, members] : members_by_stem(input, check, parameter)) {
      for (const auto& cluster : by_drafter(members)) {
        const Entries entries = entries_of(cluster);
        if (!is_series(cluster) || !told.insert(entries).second) continue;
        outcomes.push_back(outcome_of(input, cluster));
      }
    }
  }
  return outcomes;
}

}  // namespace biaoshen
