#include "checkers/panel/panel_outcomes.h"

#include <algorithm>

namespace biaoshen {

Experts all_experts(const PanelInput& input) {
  Experts experts;
  for (const Expert& expert : input.experts) experts.push_back(&expert);
  return experts;
}

std::string named(const Experts& experts) {
  constexpr std::size_t kMost = 12;
  std::string out;
  for (std::size_t i = 0; i < std::min(experts.size(), kMost); ++i) {
    out += (i == 0 ? "" : "、") + experts[i]->name;
    if (!experts[i]->employer.empty()) out += "（" + experts[i]->employer + "）";
  }
  if (experts.size() > kMost) out += "……（" + std::to_string(experts.size()) + "）";
  return out;
}

PanelOutcome outcome_about(const PanelInput& input, Status status, const Experts& experts) {
  PanelOutcome outcome;
  outcome.status = status;
  outcome.arguments["count"] = std::to_string(input.experts.size());
  outcome.arguments["experts"] = named(experts);
  for (const Expert* expert : experts) outcome.panel.emplace_back(expert->quote);
  return outcome;
}

}  // namespace biaoshen
