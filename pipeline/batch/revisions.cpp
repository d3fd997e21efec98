#include "pipeline/batch/revisions.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

bool is_open(const Finding& finding) {
  return finding.status == Status::fail || finding.status == Status::review;
}

// What is quoted, and what was looked for: without files, places and pictures, which change with
// every page that an applicant puts in.
std::multiset<std::string> told_by(const std::vector<Evidence>& evidence) {
  std::multiset<std::string> out;
  for (const Evidence& one : evidence) {
    if (const auto* quote = std::get_if<Quote>(&one)) {
      out.insert("quote " + clean_utf8(quote->text));
    } else {
      const Search& search = std::get<Search>(one);
      out.insert((search.complete ? "absent " : "unseen ") + clean_utf8(search.sought));
    }
  }
  return out;
}

// In another language every message is another one: then it says nothing.
bool says_the_same(const Finding& now, const Finding& then, Language now_in, Language then_in) {
  return now.status == then.status && now.level == then.level &&
         (now_in != then_in ||
          clean_utf8(now.message.in(now_in)) == clean_utf8(then.message.in(then_in))) &&
         told_by(now.evidence) == told_by(then.evidence);
}

Baseline baseline_of(const Finding& now, const Finding* then, Language now_in, Language then_in) {
  const bool was_open = then != nullptr && is_open(*then);
  if (!is_open(now)) return was_open ? Baseline::absent : Baseline::unchanged;
  if (!was_open) return Baseline::new_;
  return says_the_same(now, *then, now_in, then_in) ? Baseline::unchanged : Baseline::updated;
}

void set_baselines(std::vector<Finding>& findings, const Record& earlier, Language language) {
  std::map<std::string_view, const Finding*> before;
  for (const Finding& finding : earlier.findings) before.emplace(finding.rule, &finding);
  for (Finding& finding : findings) {
    const auto then = before.find(finding.rule);
    finding.baseline = baseline_of(finding, then == before.end() ? nullptr : then->second, language,
                                   earlier.presentation.language);
  }
}

bool is_quarantined(const std::optional<Record>& record) {
  return record && quarantine_in(record->problems) != nullptr;
}

// Of a Review as of a Record.
template <typename Result>
void place(Result& result, const std::vector<Problem>& problems, const Succession& next,
           Language language) {
  result.revision = next.revision;
  result.earlier.reset();
  for (Finding& finding : result.findings) finding.baseline.reset();
  if (!next.earlier) return;
  result.earlier =
      EarlierRevision{next.earlier->revision, next.earlier->input_sha256, next.earlier->verdict};
  if (quarantine_in(problems) == nullptr) set_baselines(result.findings, *next.earlier, language);
}

}  // namespace

int revision_before(const std::optional<Record>& there) {
  return there && there->earlier ? there->earlier->revision : 0;
}

Succession succession(const std::optional<Record>& there, const std::optional<Record>& before,
                      const std::string& input_sha256) {
  if (!there) return {};
  Succession next{there->revision, 0, before};
  if (there->input_sha256 != input_sha256) {
    next.revision = there->revision + 1;
    next.keep_as = there->revision;
    if (!is_quarantined(there)) next.earlier = there;
  }
  if (is_quarantined(next.earlier)) next.earlier.reset();
  return next;
}

void set_baseline(Review& review, const Succession& succession, Language language) {
  place(review, review.dossier.problems, succession, language);
}

void set_baseline(Record& record, const Succession& succession) {
  place(record, record.problems, succession, record.presentation.language);
}

}  // namespace biaoshen
