// Do the copies of one material say the same: the form as a DOCX and as a sealed scan, the text of
// the standard twice? Compared are the fields of the matrix and, label by label, those of the form.
//
//   a field that reads differently in two copies      review, naming both places
//   everything that both of them say agrees           pass
//   nothing that two copies say                       not applicable
//
// A recognised text may have a misread character in ten where it is long, and O for 0; but for such
// look-alikes its letters and digits must agree, so that a number or a date is never excused.
//
// It refuses to say which copy is right, and to compare papers of which several are usual, like
// certificates: only materials in which the fact `about` is looked for are copies of one thing.
//
// Tested by tests/checkers/copies_agree_test.cpp.
#include <algorithm>
#include <map>
#include <set>

#include "checkers/predicates/outcomes.h"
#include "checkers/predicates/predicates.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kLongestForNear = 600;  // bytes; the cost is the product of the lengths
constexpr std::size_t kShortestForNear = 10;  // characters
constexpr std::size_t kMostTold = 12;

// One field of one material: its readings by part.
struct Field {
  std::string material;
  Wording title;
};
using Copies = std::map<std::size_t, Readings>;  // index of the part -> what it says
struct Compared {
  Field field;
  Copies copies;
};

std::set<std::string_view> materials_about(const Profile& profile, std::string_view fact) {
  std::set<std::string_view> ids;
  for (const FactSpec& spec : profile.facts)
    if (spec.name == fact) ids.insert(spec.material);
  return ids;
}

std::size_t part_of(const Dossier& dossier, const Fact& fact) {
  const auto holds = [&](const Part& part) {
    return part.material == fact.material && dossier.files[part.file].id == fact.quote.file &&
           part.first_page <= fact.quote.page && fact.quote.page <= part.last_page;
  };
  const auto found = std::find_if(dossier.parts.begin(), dossier.parts.end(), holds);
  return static_cast<std::size_t>(found - dossier.parts.begin());
}

// What people call the field that a fact is a reading of; empty where it is not compared.
Wording title_of(const Profile& profile, const Fact& fact, std::string_view fields) {
  for (const MatrixField& field : profile.matrix)
    if (field.fact == fact.name) return field.title;
  const std::string* label = fact.name == fields ? fact.detail("label") : nullptr;
  return label == nullptr ? Wording() : Wording{*label, *label};
}

// In the order of the facts, each field once.
std::vector<Compared> compared_fields(const CheckInput& input, const Check& check) {
  const auto materials = materials_about(input.profile, parameter(check, "about"));
  std::vector<Compared> all;
  std::map<std::string, std::size_t> known;
  for (const Fact& fact : input.facts) {
    if (!materials.contains(fact.material) || !is_of_application(fact)) continue;
    const Wording title = title_of(input.profile, fact, parameter(check, "fields"));
    const std::size_t part = part_of(input.dossier, fact);
    if (title.zh.empty() || part == input.dossier.parts.size()) continue;
    const auto [at, is_new] = known.try_emplace(fact.material + '\n' + title.zh, all.size());
    if (is_new) all.push_back({{fact.material, title}, {}});
    all[at->second].copies[part].push_back(&fact);
  }
  std::erase_if(all, [](const Compared& one) { return one.copies.size() < 2; });
  return all;
}

// Letters that recognition takes for digits, as those digits.
std::string without_look_alikes(std::string key) {
  for (char& c : key) {
    const std::size_t at = std::string_view("OoIlSsZzB").find(c);
    if (at != std::string_view::npos) c = "001155228"[at];
  }
  return key;
}

// Letters and digits, which a misreading of a text must not touch.
std::string letters_and_digits(std::string_view key) {
  std::string out;
  std::copy_if(key.begin(), key.end(), std::back_inserter(out), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
  return out;
}

bool are_near(const std::string& a, const std::string& b) {
  const std::size_t shorter = std::min(count_code_points(a), count_code_points(b));
  if (shorter < kShortestForNear || letters_and_digits(a) != letters_and_digits(b)) return false;
  if (std::max(a.size(), b.size()) > kLongestForNear) return a.substr(0, 60) == b.substr(0, 60);
  return edit_distance(a, b) * 10 <= shorter;
}

// Two engines may misread a letter alike.
bool may_be_misread(const Fact& fact) {
  return !is_firm(fact) || fact.quote.origin == Origin::ocr;
}

bool match(const Fact& a, const Fact& b) {
  const std::string left = key_of(a), right = key_of(b);
  if (left == right) return true;
  if (!may_be_misread(a) && !may_be_misread(b)) return false;
  for (const auto& [one, other] : {std::pair(&a, &right), std::pair(&b, &left)}) {
    const std::string* second = one->detail("second");
    if (second != nullptr && bare(squeeze(*second)) == bare(squeeze(*other))) return true;
  }
  const std::string a_key = without_look_alikes(left), b_key = without_look_alikes(right);
  return a_key == b_key || are_near(a_key, b_key);
}

// A reading of `some` that `others` do not have; null where all are there.
const Fact* without_match(const Readings& some, const Readings& others) {
  for (const Fact* one : some) {
    const bool there = std::any_of(others.begin(), others.end(),
                                   [&](const Fact* other) { return match(*one, *other); });
    if (!there) return one;
  }
  return nullptr;
}

// Two readings of two copies that differ. What one copy says more often is no difference.
Readings difference(const Copies& copies) {
  for (auto a = copies.begin(); a != copies.end(); ++a) {
    for (auto b = std::next(a); b != copies.end(); ++b) {
      const bool fewer = a->second.size() <= b->second.size();
      const Readings& some = fewer ? a->second : b->second;
      const Readings& others = fewer ? b->second : a->second;
      if (const Fact* one = without_match(some, others)) return {one, others.front()};
    }
  }
  return {};
}

// 联系人：甲（a.docx 第 1 页）、乙（b.pdf 第 1 页，读数存疑）
Wording in_words(const Dossier& dossier, const Field& field, const Readings& two) {
  Wording out{field.title.zh + "：", field.title.en + ": "};
  for (const Fact* fact : two) {
    const Wording where = where_of(dossier, fact->quote);
    const bool first = fact == two.front();
    const bool sure = is_firm(*fact);
    append(out, {(first ? "“" : "、“") + cut_text(fact->value) + "”（" + where.zh +
                     (sure ? "）" : "，读数存疑）"),
                 (first ? "“" : ", “") + cut_text(fact->value) + "” (" + where.en +
                     (sure ? ")" : ", doubtful)")});
  }
  return out;
}

std::string files_of(const Dossier& dossier, const std::vector<Compared>& fields) {
  std::set<std::size_t> parts;
  for (const Compared& one : fields)
    for (const auto& [part, readings] : one.copies) parts.insert(part);
  std::string files;
  std::set<std::string_view> told;
  for (const std::size_t part : parts) {
    const std::string& path = dossier.files[dossier.parts[part].file].path;
    if (told.insert(path).second && told.size() <= kMostTold) append_word(files, path);
  }
  return files;
}

}  // namespace

Outcome copies_agree(const CheckInput& input, const Check& check) {
  const std::vector<Compared> fields = compared_fields(input, check);
  Outcome outcome;
  if (fields.empty()) {
    outcome.status = Status::not_applicable;
    outcome.reason = {"没有重复提交的材料", "no material is there twice"};
    return outcome;
  }
  Readings differing, agreeing;
  std::size_t told = 0;
  for (const auto& [field, copies] : fields) {
    const Readings two = difference(copies);
    if (two.empty()) {
      for (const auto& [part, readings] : copies) agreeing.push_back(readings.front());
      continue;
    }
    differing.insert(differing.end(), two.begin(), two.end());
    if (told++ < kMostTold) append_part(outcome.reason, in_words(input.dossier, field, two));
  }
  if (told > kMostTold) append(outcome.reason, {"等", " and others"});
  outcome.status = differing.empty() ? Status::pass : Status::review;
  outcome.evidence = quotes(differing.empty() ? agreeing : differing);
  outcome.arguments = {{"files", files_of(input.dossier, fields)},
                       {"count", std::to_string(fields.size())}};
  return outcome;
}

}  // namespace biaoshen
