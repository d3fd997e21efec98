// Do the materials say the same about one thing: numbers by key, dates as dates,
// texts without regard to blanks, widths and title marks?
//
//   all the same, in two materials or more       pass (two associations of a joint
//                                                standard are the same two everywhere)
//   a material whose firm readings no other one
//   has                                          fail (review with differs="review")
//   texts that differ by a character or so       review (parameter `near`)
//   one material with several readings           review
//   doubtful readings that differ                review
//   fewer than two materials with a reading      review
//   the same, but a material that should say it
//   could not be read                            review, naming it
//
// Tested by tests/checkers/consistent_test.cpp.
#include <algorithm>
#include <map>
#include <set>

#include "checkers/predicates/outcomes.h"
#include "checkers/predicates/predicates.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

// Comparing texts costs the product of their lengths; longer ones are not near.
constexpr std::size_t kLongestForNear = 600;
constexpr std::size_t kMostForNear = 12;

using Keys = std::set<std::string>;

// What one reading says. "甲协会、乙协会" in one field is two names where the other
// materials know both of them; otherwise the mark belongs to the name.
Keys keys_of(const Fact& fact, const Keys& known) {
  const std::string whole = key_of(fact);
  Keys names;
  for (std::size_t begin = 0; begin <= whole.size();) {
    const std::size_t end = std::min(whole.find("、", begin), whole.size());
    names.insert(whole.substr(begin, end - begin));
    begin = end + std::string_view("、").size();
  }
  const bool are_known = std::all_of(names.begin(), names.end(),
                                     [&](const std::string& name) { return known.contains(name); });
  return are_known ? names : Keys{whole};
}

std::map<std::string, Keys> by_material(const Readings& readings) {
  Keys known;
  for (const Fact* fact : readings) known.insert(key_of(*fact));
  std::map<std::string, Keys> out;
  for (const Fact* fact : readings) out[fact->material].merge(keys_of(*fact, known));
  return out;
}

Keys all_keys(const Readings& readings) {
  Keys out;
  for (auto& [material, keys] : by_material(readings)) out.insert(keys.begin(), keys.end());
  return out;
}

// Every material says the same: the same value, or the same several values.
bool all_the_same(const Readings& readings) {
  const auto materials = by_material(readings);
  return std::all_of(materials.begin(), materials.end(),
                     [&](const auto& one) { return one.second == materials.begin()->second; });
}

// Each material shares a value with another one, and all hang together by that. So do the form
// and the papers of two standards that are both enclosed; a wrong number hangs on nothing.
bool hang_together(const std::map<std::string, Keys>& materials) {
  Keys reached = materials.begin()->second;
  std::set<std::string> taken{materials.begin()->first};
  for (bool more = true; more;) {
    more = false;
    for (const auto& [material, keys] : materials) {
      const bool shares = std::any_of(
          keys.begin(), keys.end(), [&](const std::string& key) { return reached.contains(key); });
      if (!shares || !taken.insert(material).second) continue;
      reached.insert(keys.begin(), keys.end());
      more = true;
    }
  }
  return taken.size() == materials.size();
}

bool are_near(const Keys& keys, std::size_t near) {
  if (near == 0 || keys.size() > kMostForNear) return false;
  for (auto a = keys.begin(); a != keys.end(); ++a) {
    if (a->size() > kLongestForNear) return false;
    for (auto b = std::next(a); b != keys.end(); ++b) {
      if (b->size() > kLongestForNear || edit_distance(*a, *b) > near) return false;
    }
  }
  return true;
}

// The rule's materials; where it names none, those in which the profile looks for the fact.
std::vector<std::string_view> materials_to_compare(const CheckInput& input, const Check& check,
                                                   std::string_view name) {
  std::vector<std::string_view> ids = list_parameter(check, "materials");
  if (!ids.empty()) return ids;
  for (const FactSpec& spec : input.profile.facts) {
    const bool known = std::find(ids.begin(), ids.end(), spec.material) != ids.end();
    if (spec.name == name && !spec.material.empty() && !known) ids.push_back(spec.material);
  }
  return ids;
}

// Materials that should say it, gave no reading, and may say it where nobody could look.
Wording unread_materials(const CheckInput& input, const Check& check, std::string_view name,
                         const Readings& readings) {
  Wording out;
  for (std::string_view id : materials_to_compare(input, check, name)) {
    const bool read = std::any_of(readings.begin(), readings.end(),
                                  [&](const Fact* fact) { return fact->material == id; });
    if (read) continue;
    std::vector<ReadingGap> missed;
    bool present = false;
    for (const Part& part : input.dossier.parts) {
      if (part.material != id) continue;
      present = true;
      for (ReadingGap& gap : gaps_in(input.dossier, part, pictures_for(input.profile, id)))
        missed.push_back(std::move(gap));
    }
    if (!present) missed = gaps(input.dossier, pictures_for(input.profile, id));
    if (missed.empty()) continue;
    const Material* material = input.profile.material(id);
    const Wording title =
        material == nullptr ? Wording{std::string(id), std::string(id)} : material->title;
    const Wording where = describe(input.dossier, missed);
    append(out, {(out.zh.empty() ? "" : "；") + title.zh + "未能读取：" + where.zh,
                 (out.en.empty() ? "" : "; ") + title.en + " was not read: " + where.en});
  }
  return out;
}

struct Opinion {
  Status status;
  Wording why;
};

// What is firm says one thing, and something else differs.
Opinion only_unfirm_differ(const Readings& readings) {
  const bool enclosed = std::any_of(readings.begin(), readings.end(), [](const Fact* fact) {
    return fact->doubt == "other-standard";
  });
  if (enclosed) return {Status::review, {"材料中还附有另一项标准", "another standard is enclosed"}};
  return {Status::review, {"存疑读数与其他读数不一致", "a doubtful reading differs"}};
}

Opinion on_difference(const Readings& readings, const Readings& sure, std::size_t near) {
  const Keys keys = all_keys(sure);
  if (sure.size() < 2 || keys.size() == 1) return only_unfirm_differ(readings);
  const auto materials = by_material(sure);
  if (materials.size() < 2 || hang_together(materials)) {
    return {Status::review, {"同一材料中有不止一个读数", "one material has several readings"}};
  }
  if (are_near(keys, near)) return {Status::review, {"仅相差个别字", "they differ by a character"}};
  return {Status::fail, {}};  // the readings say it all
}

Opinion compare(const CheckInput& input, const Check& check, std::string_view name,
                const Readings& readings) {
  const Readings sure = firm(readings);
  const auto near = static_cast<std::size_t>(std::max(0, whole_parameter(check, "near", 0)));
  const std::size_t materials = by_material(readings).size();
  const bool differ = all_keys(readings).size() > 1;
  if (differ && (materials < 2 || !all_the_same(readings)))
    return on_difference(readings, sure, near);
  if (materials < 2) {
    Opinion few{Status::review, {"可比较的材料不足两份", "fewer than two materials to compare"}};
    const Wording unread = unread_materials(input, check, name, readings);
    if (!unread.zh.empty()) append(few.why, {"，" + unread.zh, "; " + unread.en});
    return few;
  }
  if (sure.empty()) return {Status::review, {"全部读数存疑", "every reading is doubtful"}};
  const Wording unread = unread_materials(input, check, name, readings);
  if (!unread.zh.empty()) return {Status::review, unread};
  return {Status::pass, {}};
}

// What people call a fact, where the matrix names it.
Wording title_of_fact(const Profile& profile, std::string_view fact) {
  for (const MatrixField& field : profile.matrix) {
    if (field.fact == fact) return {field.title.zh, field.title.en + " "};
  }
  return {};
}

// "why——readings" behind what is there already.
void add_reason(Wording& reason, const Wording& why, const Wording& seen) {
  const bool both = !why.zh.empty() && !seen.zh.empty();
  append(reason, {reason.zh.empty() ? "" : "。", reason.en.empty() ? "" : ". "});
  append(reason, why);
  append(reason, {both ? "——" : "", both ? ": " : ""});
  append(reason, seen);
}

int severity(Status status) {
  return status == Status::fail ? 2 : status == Status::review ? 1 : 0;
}

}  // namespace

Outcome consistent(const CheckInput& input, const Check& check) {
  Outcome outcome;
  outcome.status = Status::pass;
  std::string agreed;
  const bool is_mild = parameter(check, "differs") == "review";
  const auto names = list_parameter(check, "facts");
  for (std::string_view name : names) {
    const Readings readings = readings_of(input, name);
    Opinion opinion = compare(input, check, name, readings);
    if (opinion.status == Status::fail && is_mild)
      opinion = {Status::review, {"读数不一致", "the readings differ"}};
    add_quotes(outcome.evidence, readings);
    if (severity(opinion.status) > severity(outcome.status)) outcome.status = opinion.status;
    if (opinion.status == Status::pass) {
      agreed += (agreed.empty() ? "" : "、") + readings.front()->value;
      continue;
    }
    Wording why = names.size() > 1 ? title_of_fact(input.profile, name) : Wording();
    append(why, opinion.why);
    add_reason(outcome.reason, why, side_by_side(input, readings));
  }
  outcome.arguments["value"] = agreed;
  if (outcome.evidence.empty()) {
    outcome.evidence.emplace_back(search_in(input.dossier, check.sought.zh, Pictures::may_hold_it));
  }
  return outcome;
}

}  // namespace biaoshen
