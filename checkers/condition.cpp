#include "checkers/condition.h"

#include <algorithm>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

using Outcomes = std::vector<Outcome>;

bool has(const Outcomes& parts, Status status) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](const Outcome& part) { return part.status == status; });
}

// `first` decides alone; `last` is what is left when nothing is open.
Status joined(const Outcomes& parts, Status first, Status last) {
  for (Status status : {first, Status::review, last}) {
    if (has(parts, status)) return status;
  }
  return Status::not_applicable;
}

// Parts that say the same say it once.
void join(Wording& all, const Wording& one) {
  if (one.zh.empty() || contains(all.zh, one.zh)) return;
  if (!all.zh.empty()) all = {all.zh + "；", all.en + "; "};
  all = {all.zh + one.zh, all.en + one.en};
}

// What the parts with the status that came out say.
Outcome deciding(const Outcomes& parts, Status status) {
  Outcome out;
  out.status = status;
  for (const Outcome& part : parts) {
    for (const auto& [name, text] : part.arguments) {
      const auto [at, is_new] = out.arguments.try_emplace(name, text);
      if (part.status == status && !is_new && at->second.empty()) at->second = text;
    }
    if (part.status != status) continue;
    join(out.reason, part.reason);
    out.evidence.insert(out.evidence.end(), part.evidence.begin(), part.evidence.end());
  }
  return out;
}

Outcome negated(Outcome outcome) {
  if (outcome.status == Status::pass) {
    outcome.status = Status::fail;
  } else if (outcome.status == Status::fail) {
    outcome.status = Status::pass;
  }
  return outcome;
}

}  // namespace

Outcome evaluate(const Condition& condition, const Answer& answer) {
  if (condition.kind == Condition::Kind::check) return answer(condition.check);
  Outcomes parts;
  for (const Condition& part : condition.parts) parts.push_back(evaluate(part, answer));
  switch (condition.kind) {
    case Condition::Kind::all:
      return deciding(parts, joined(parts, Status::fail, Status::pass));
    case Condition::Kind::any:
      return deciding(parts, joined(parts, Status::pass, Status::fail));
    default:
      return parts.empty() ? Outcome{} : negated(std::move(parts.front()));
  }
}

Outcome where_applicable(const Outcome& when, const std::function<Outcome()>& rule) {
  if (when.status == Status::fail || when.status == Status::not_applicable) {
    Outcome out = when;
    out.status = Status::not_applicable;
    return out;
  }
  Outcome out = rule();
  if (when.status == Status::pass || out.status != Status::fail) return out;
  out.status = Status::review;
  Wording reason{"本条是否适用尚不能确定", "whether this applies is not certain"};
  join(reason, when.reason);
  join(reason, out.reason);
  out.reason = reason;
  out.evidence.insert(out.evidence.end(), when.evidence.begin(), when.evidence.end());
  return out;
}

}  // namespace biaoshen
