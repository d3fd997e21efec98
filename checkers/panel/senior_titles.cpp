#include "checkers/panel/panel_outcomes.h"
#include "checkers/panel/panel_predicates.h"
#include "checkers/predicates/readings.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

// 助理研究员 has 研究员 in it and is none.
bool has_word(std::string_view title, std::string_view word) {
  constexpr std::string_view kAssistant = "助理";
  for (std::size_t at = title.find(word); at != std::string_view::npos;
       at = title.find(word, at + 1)) {
    if (!title.substr(0, at).ends_with(kAssistant)) return true;
  }
  return false;
}

bool is_senior(const Expert& expert, const Check& check) {
  std::string title = bare(expert.title);
  for (std::string_view word : list_parameter(check, "except"))
    title = replace_all(std::move(title), bare(word), "|");
  for (std::string_view word : list_parameter(check, "titles"))
    if (has_word(title, bare(word))) return true;
  return false;
}

Wording titles_of(const Experts& experts) {
  Wording all;
  for (const Expert* expert : experts) {
    all.zh += (all.zh.empty() ? "" : "；") + expert->name + "：" +
              (expert->title.empty() ? "未写职称" : expert->title);
    all.en += (all.en.empty() ? "" : "; ") + expert->name + ": " +
              (expert->title.empty() ? "no title given" : expert->title);
  }
  return all;
}

}  // namespace

std::vector<PanelOutcome> senior_titles(const PanelInput& input, const Check& check) {
  Experts others;
  for (const Expert& expert : input.experts) {
    if (!is_senior(expert, check)) others.push_back(&expert);
  }
  if (others.empty()) return {outcome_about(input, Status::pass, all_experts(input))};
  PanelOutcome outcome = outcome_about(input, Status::review, others);
  outcome.reason = titles_of(others);
  return {std::move(outcome)};
}

}  // namespace biaoshen
