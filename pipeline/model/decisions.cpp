#include "pipeline/model/decisions.h"

#include <algorithm>

#include "pipeline/model/review.h"

namespace biaoshen {

std::string_view name_of(Treatment treatment) {
  switch (treatment) {
    case Treatment::accept:
      return "accept";
    case Treatment::send_back:
      return "return";
    case Treatment::look:
      return "look";
  }
  return "look";
}

std::string_view name_of(Standing standing) {
  switch (standing) {
    case Standing::open:
      return "open";
    case Standing::accepted:
      return "accepted";
    case Standing::returned:
      return "returned";
  }
  return "open";
}

Decided decided(const std::vector<DecisionSheet>& sheets, const Finding& finding) {
  for (auto sheet = sheets.rbegin(); sheet != sheets.rend(); ++sheet) {
    const auto found = std::ranges::find(sheet->decisions, finding.rule, &Decision::rule);
    if (found != sheet->decisions.end())
      return {&*sheet, &*found, found->evidence_sha256 == finding.evidence_sha256};
  }
  return {};
}

bool needs_decision(const Finding& finding) {
  return (finding.status == Status::fail || finding.status == Status::review) &&
         !finding.is_waived();
}

std::size_t undecided(const std::vector<DecisionSheet>& sheets,
                      const std::vector<Finding>& findings) {
  return static_cast<std::size_t>(std::ranges::count_if(findings, [&](const Finding& finding) {
    const Decided made = decided(sheets, finding);
    return needs_decision(finding) &&
           (!made.is_current || made.decision->treatment == Treatment::look);
  }));
}

Standing standing_of(const std::vector<DecisionSheet>& sheets,
                     const std::vector<Finding>& findings) {
  if (sheets.empty()) return Standing::open;
  const auto is_sent_back = [&](const Finding& finding) {
    const Decided made = decided(sheets, finding);
    return made.is_current && made.decision->treatment == Treatment::send_back;
  };
  if (std::ranges::any_of(findings, is_sent_back)) return Standing::returned;
  return undecided(sheets, findings) == 0 ? Standing::accepted : Standing::open;
}

}  // namespace biaoshen
