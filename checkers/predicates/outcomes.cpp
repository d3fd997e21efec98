#include "checkers/predicates/outcomes.h"

#include <algorithm>

namespace biaoshen {
namespace {

std::vector<std::string_view> materials_of(const Profile& profile, std::string_view fact) {
  std::vector<std::string_view> found;
  for (const FactSpec& spec : profile.facts) {
    if (spec.name == fact) found.push_back(spec.material);
  }
  return found;
}

// What people call the thing; the rule's title where the matrix does not name it.
std::string sought(const CheckInput& input, const Check& check, std::string_view fact) {
  for (const MatrixField& field : input.profile.matrix) {
    if (field.fact == fact) return field.title.zh;
  }
  return check.sought.zh;
}

Pictures pictures_for_fact(const Profile& profile, std::string_view fact) {
  for (std::string_view material : materials_of(profile, fact)) {
    if (pictures_for(profile, material) == Pictures::may_hold_it) return Pictures::may_hold_it;
  }
  return Pictures::cannot_hold_it;
}

Wording unread_places(const CheckInput& input, std::string_view fact) {
  const auto missed = gaps(input.dossier, pictures_for_fact(input.profile, fact));
  if (missed.empty()) return {};
  const Wording where = describe(input.dossier, missed);
  return {"以下内容未能读取：" + where.zh, "not readable: " + where.en};
}

// Recognised pages of the materials in which the fact is looked for.
std::vector<ReadingGap> recognised_for(const CheckInput& input, std::string_view fact) {
  const auto materials = materials_of(input.profile, fact);
  std::vector<ReadingGap> found;
  for (const Part& part : input.dossier.parts) {
    const bool may_hold_it =
        std::any_of(materials.begin(), materials.end(),
                    [&](std::string_view id) { return id.empty() || id == part.material; });
    if (!may_hold_it) continue;
    for (ReadingGap& gap : recognised_in(input.dossier, part)) found.push_back(std::move(gap));
  }
  return found;
}

}  // namespace

Wording unsure_places(const CheckInput& input, std::string_view fact) {
  Wording where = unread_places(input, fact);
  const auto recognised = recognised_for(input, fact);
  if (!recognised.empty()) append_part(where, describe(input.dossier, recognised));
  return where;
}

Search search_for(const CheckInput& input, const Check& check, std::string_view fact) {
  return search_in(input.dossier, sought(input, check, fact),
                   pictures_for_fact(input.profile, fact));
}

Outcome not_found(const CheckInput& input, const Check& check, std::string_view fact,
                  Status if_complete) {
  const bool decides = if_complete != Status::review;
  const Wording where = decides ? unsure_places(input, fact) : unread_places(input, fact);
  Outcome outcome;
  outcome.status = where.zh.empty() ? if_complete : Status::review;
  outcome.reason = {"材料中没有读到需要的内容", "nothing of it was read in the dossier"};
  if (!where.zh.empty()) append_part(outcome.reason, where);
  outcome.evidence.emplace_back(search_for(input, check, fact));
  return outcome;
}

Outcome nothing_read(const CheckInput& input, const Check& check, std::string_view fact) {
  return not_found(input, check, fact, Status::review);
}

Outcome only_doubtful(const CheckInput& input, const Readings& readings) {
  Outcome outcome = with_quotes(Status::review, readings);
  const Wording seen = side_by_side(input, readings);
  outcome.reason = {"读数不能单独作为判断依据——" + seen.zh,
                    "the readings cannot decide alone: " + seen.en};
  return outcome;
}

Outcome with_quotes(Status status, const Readings& readings) {
  Outcome outcome;
  outcome.status = status;
  outcome.evidence = quotes(readings);
  return outcome;
}

Outcome contradictory(const CheckInput& input, const Readings& readings) {
  Outcome outcome = with_quotes(Status::review, readings);
  const Wording seen = side_by_side(input, readings);
  outcome.reason = {"各处读数不一致——" + seen.zh, "the readings differ: " + seen.en};
  return outcome;
}

Outcome judge_each(const CheckInput& input, const Readings& readings, const Judge& judge) {
  const Status first = judge(*readings.front());
  const bool same = std::all_of(readings.begin(), readings.end(),
                                [&](const Fact* fact) { return judge(*fact) == first; });
  return same ? with_quotes(first, readings) : contradictory(input, readings);
}

Wording where_of(const Dossier& dossier, const Quote& quote) {
  const auto file = std::find_if(dossier.files.begin(), dossier.files.end(),
                                 [&](const File& one) { return one.id == quote.file; });
  const std::string path = file == dossier.files.end() ? quote.file : file->path;
  if (!quote.cell.empty()) return {path + " " + quote.cell, path + " " + quote.cell};
  if (quote.page == 0) return {path, path};
  const std::string page = std::to_string(quote.page);
  return {path + " 第 " + page + " 页", path + " page " + page};
}

void append(Wording& wording, const Wording& more) {
  wording.zh += more.zh;
  wording.en += more.en;
}

void append_part(Wording& wording, const Wording& more) {
  append(wording, {wording.zh.empty() ? "" : "；", wording.en.empty() ? "" : "; "});
  append(wording, more);
}

void append_word(std::string& list, std::string_view word) {
  list += (list.empty() ? "" : "、") + std::string(word);
}

}  // namespace biaoshen
