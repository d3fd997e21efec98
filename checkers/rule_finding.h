// What a rule itself brings to a finding, whether over a dossier, a batch or a panel: its
// names, its citations, the message for the status and, where there is something to do,
// the remedy. What the outcome rests on is each scope's own.
//
// Tested through check, batch_check and panel_check.
#pragma once

#include "checkers/messages.h"
#include "pipeline/model/review.h"

namespace biaoshen {

// `Made` is a Finding or JointFinding, `Said` the outcome of a predicate of its scope.
template <typename Made, typename Said>
Made rule_finding(const RuleSpec& rule, const Said& outcome) {
  Made finding;
  finding.rule = rule.id;
  finding.status = outcome.status;
  finding.level = rule.level;
  finding.title = rule.title;
  const auto text = rule.messages.find(outcome.status);
  if (text != rule.messages.end()) {
    finding.message = fill(text->second, outcome.arguments, outcome.reason);
  } else {
    finding.message = outcome.reason.zh.empty() ? rule.title : outcome.reason;
  }
  const bool to_do = outcome.status == Status::fail || outcome.status == Status::review;
  if (to_do) finding.remedy = rule.remedy;
  finding.cites = rule.cites;
  return finding;
}

}  // namespace biaoshen
