#include "pipeline/stages/confirm_facts.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::uint8_t kSure = 90;       // per cent
constexpr std::size_t kMostTwins = 200;  // readings of one value that are compared

bool is_firm(const Fact& fact) {
  return fact.doubt.empty() || fact.doubt == "founder";
}

// Doubts of recognition; those of the print itself no other material can resolve.
bool is_open(const Fact& fact) {
  return fact.quote.origin == Origin::ocr && (fact.doubt == "ocr" || fact.doubt == "ocr-differs" ||
                                              fact.doubt == "no-blank" || fact.doubt == "repaired");
}

// Equal for the same value, whatever became of a number's blank.
std::string key_of(const Fact& fact) {
  if (const auto* number = std::get_if<StandardNumber>(&fact.typed))
    return replace_all(number->key, " ", "");
  return bare(squeeze(fact.value));
}

// Two different prints: not the same words in the same place of the same picture.
bool are_independent(const Fact& a, const Fact& b) {
  if (a.material == b.material) return false;
  if (a.quote.origin != b.quote.origin) return true;
  const bool same_words = a.quote.text == b.quote.text && a.quote.place == b.quote.place &&
                          a.quote.confidence == b.quote.confidence;
  return !(same_words && !std::holds_alternative<WholeFile>(a.quote.place));
}

bool is_sure(const Fact& fact) {
  return fact.doubt == "ocr" && fact.quote.confidence >= kSure && fact.detail("second") == nullptr;
}

// The same value in both, exactly: with the blank at the same place.
bool is_exact_twin(const Fact& a, const Fact& b) {
  return a.value == b.value || bare(squeeze(a.value)) == bare(squeeze(b.value));
}

const Fact* confirming(const Fact& fact, const std::vector<const Fact*>& twins) {
  for (const Fact* other : twins)
    if (is_firm(*other) && are_independent(fact, *other)) return other;
  if (!is_sure(fact)) return nullptr;
  for (const Fact* other : twins)
    if (is_sure(*other) && is_exact_twin(fact, *other) && are_independent(fact, *other))
      return other;
  return nullptr;
}

// The same words of the same page, asked for under another name.
std::string place_key(const Fact& fact) {
  std::string key = fact.quote.file + '\n' + std::to_string(fact.quote.page) + '\n' + fact.value;
  Box box;
  if (const auto* on = std::get_if<OnPage>(&fact.quote.place)) box = on->box;
  if (const auto* in = std::get_if<InImage>(&fact.quote.place)) {
    box = in->box;
    key += '\n' + std::to_string(in->image);
  }
  for (float side : {box.left, box.top, box.right, box.bottom}) key += '\n' + std::to_string(side);
  return key;
}

void settle(Fact& fact, const Fact& by) {
  fact.doubt.clear();
  if (std::holds_alternative<StandardNumber>(fact.typed) && is_firm(by)) {
    fact.value = by.value;
    fact.typed = by.typed;
  }
  fact.details.emplace_back("confirmed-by", by.material);
}

}  // namespace

std::vector<Fact> confirm_facts(std::vector<Fact> facts) {
  const std::vector<Fact> before = facts;
  std::map<std::string, std::vector<const Fact*>> twins;
  for (const Fact& fact : before) {
    auto& same = twins[fact.name + '\n' + key_of(fact)];
    if (!fact.value.empty() && same.size() < kMostTwins) same.push_back(&fact);
  }
  std::map<std::string, std::size_t> settled;  // place -> index
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (!is_open(before[i]) || before[i].value.empty()) continue;
    const Fact* by = confirming(before[i], twins[before[i].name + '\n' + key_of(before[i])]);
    if (by == nullptr) continue;
    settled.emplace(place_key(before[i]), i);
    settle(facts[i], *by);
  }
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const auto same = settled.find(place_key(before[i]));
    if (!is_open(facts[i]) || same == settled.end()) continue;
    const Fact& by = facts[same->second];
    facts[i].doubt.clear();
    if (const std::string* material = by.detail("confirmed-by"))
      facts[i].details.emplace_back("confirmed-by", *material);
  }
  return facts;
}

}  // namespace biaoshen
