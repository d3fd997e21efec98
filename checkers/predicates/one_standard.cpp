// Is the dossier about one standard? Covers and pages of the platform with different numbers are
// several standards, each named with its place; which of them is applied for, a person decides.
//
//   one number, or editions and parts of one standard    pass, naming them
//   numbers that are not of one standard                 review
//   only doubtful readings, or none                      review
//
// Editions differ in the year alone, parts in what follows the point (012.1, 012.2).
//
// It refuses to count a doubtful reading as another standard.
//
// Tested by tests/checkers/one_standard_test.cpp.
#include <algorithm>
#include <map>

#include "checkers/predicates/outcomes.h"
#include "checkers/predicates/predicates.h"

namespace biaoshen {
namespace {

using ByKey = std::map<std::string, Readings>;

bool may_count(const Fact& fact) {
  return number_in(fact) != nullptr && (is_firm(fact) || fact.doubt == "other-standard");
}

ByKey by_number(const Readings& readings) {
  ByKey numbers;
  for (const Fact* fact : readings)
    if (may_count(*fact)) numbers[number_in(*fact)->key].push_back(fact);
  return numbers;
}

// T/ABC 012 of T/ABC 012.1—2023.
std::string family_of(const StandardNumber& number) {
  return number.prefix + '/' + number.nature + ' ' + number.code + ' ' +
         number.sequence.substr(0, number.sequence.find('.'));
}

bool is_one_family(const ByKey& numbers) {
  const std::string first = family_of(*number_in(*numbers.begin()->second.front()));
  return std::all_of(numbers.begin(), numbers.end(), [&](const auto& one) {
    return family_of(*number_in(*one.second.front())) == first;
  });
}

// T/ABC 012—2023（申报.pdf 第 3 页、截图.png 第 1 页）
Wording in_words(const Dossier& dossier, const Readings& readings) {
  constexpr std::size_t kMostPlaces = 4;
  Wording places;
  std::size_t told = 0;
  for (const Fact* fact : readings) {
    const Wording place = where_of(dossier, fact->quote);
    if (places.zh.find(place.zh) != std::string::npos || told++ >= kMostPlaces) continue;
    append(places, {places.zh.empty() ? "" : "、", places.en.empty() ? "" : ", "});
    append(places, place);
  }
  const std::string& number = number_in(*readings.front())->display;
  return {number + "（" + places.zh + "）", number + " (" + places.en + ")"};
}

Wording in_words(const Dossier& dossier, const ByKey& numbers) {
  constexpr std::size_t kMostNumbers = 12;
  Wording all;
  std::size_t told = 0;
  for (const auto& [key, readings] : numbers) {
    if (told++ == kMostNumbers) break;
    append_part(all, in_words(dossier, readings));
  }
  if (numbers.size() > kMostNumbers)
    append(all, {"等 " + std::to_string(numbers.size()) + " 项",
                 " and others, " + std::to_string(numbers.size()) + " in all"});
  return all;
}

}  // namespace

Outcome one_standard(const CheckInput& input, const Check& check) {
  const std::string_view name = parameter(check, "fact");
  const auto materials = list_parameter(check, "materials");
  Readings all, counted;
  for (const Fact* fact : readings_of(input, name)) {
    if (std::find(materials.begin(), materials.end(), fact->material) == materials.end()) continue;
    all.push_back(fact);
    if (may_count(*fact)) counted.push_back(fact);
  }
  if (all.empty()) return nothing_read(input, check, name);
  if (counted.empty()) return only_doubtful(input, all);
  const ByKey numbers = by_number(counted);
  Outcome outcome = with_quotes(is_one_family(numbers) ? Status::pass : Status::review, counted);
  outcome.reason = in_words(input.dossier, numbers);
  outcome.arguments = {{"found", outcome.reason.zh}, {"count", std::to_string(numbers.size())}};
  return outcome;
}

}  // namespace biaoshen
