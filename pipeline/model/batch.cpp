#include "pipeline/model/batch.h"

#include <algorithm>
#include <functional>

namespace biaoshen {
namespace {

void add_pieces(std::string_view list, std::set<std::string, std::less<>>& pieces) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('|'), list.size());
    if (end > 0) pieces.emplace(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

// Which parameters name facts only the tables of the checkers know; a number or a material
// among the pieces does no harm, for no fact is called so.
std::set<std::string, std::less<>> fact_names(const std::vector<RuleSpec>& rules) {
  std::set<std::string, std::less<>> names;
  for (const RuleSpec& rule : rules) {
    for_each_check(rule.condition, [&](const Check& check) {
      for (const auto& [parameter, text] : check.parameters) add_pieces(text, names);
    });
  }
  return names;
}

bool is_open(const JointFinding* finding) {
  return finding->status == Status::review || finding->status == Status::fail;
}

std::vector<SharedText*> texts_of(BatchFinding& finding) {
  std::vector<SharedText*> texts = {&finding.rule,   &finding.title,   &finding.message,
                                    &finding.remedy, &finding.clauses, &finding.file,
                                    &finding.cell};
  if (finding.decision)
    texts.insert(texts.end(),
                 {&finding.decision->note, &finding.decision->by, &finding.decision->on});
  return texts;
}

// Of its texts, which are one where they are the same.
std::size_t digest_of(BatchFinding& finding) {
  std::size_t digest = finding.page;
  for (const SharedText* text : texts_of(finding))
    digest = digest * 1'000'003 + std::hash<const void*>()(&text->str());
  return digest;
}

int weight(Verdict verdict) {
  if (verdict == Verdict::returned) return 2;
  return verdict == Verdict::review ? 1 : 0;
}

}  // namespace

void FindingCounts::add(Status status, Level level) {
  switch (status) {
    case Status::fail:
      ++(level == Level::error ? fail : advice);
      break;
    case Status::review:
      ++review;
      break;
    case Status::pass:
      ++pass;
      break;
    case Status::not_applicable:
      ++not_applicable;
      break;
  }
}

std::set<std::string, std::less<>> batch_fact_names(const Profile& profile) {
  return fact_names(profile.batch_rules);
}

std::set<std::string, std::less<>> joint_fact_names(const Profile& profile) {
  auto names = fact_names(profile.batch_rules);
  names.merge(fact_names(profile.panel_rules));
  return names;
}

Verdict joint_verdict(JointFindings findings) {
  return std::any_of(findings.begin(), findings.end(), is_open) ? Verdict::review : Verdict::ready;
}

Verdict worse(Verdict a, Verdict b) {
  return weight(a) < weight(b) ? b : a;
}

void FindingPool::share(BatchEntry& entry) {
  for (SharedFinding& shared : entry.findings) {
    BatchFinding finding = *shared;
    for (SharedText* text : texts_of(finding)) texts_.share(*text);
    const std::size_t digest = digest_of(finding);
    const auto [begin, end] = findings_.equal_range(digest);
    const auto known =
        std::find_if(begin, end, [&](const auto& one) { return *one.second == finding; });
    shared = known == end ? findings_.emplace(digest, SharedFinding(std::move(finding)))->second
                          : known->second;
  }
  entry.findings.shrink_to_fit();
}

const BatchFile* file_by_id(const BatchEntry& entry, std::string_view id) {
  const auto found = std::find_if(entry.files.begin(), entry.files.end(),
                                  [&](const BatchFile& file) { return file.id == id; });
  return found == entry.files.end() ? nullptr : &*found;
}

}  // namespace biaoshen
