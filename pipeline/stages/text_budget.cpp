#include "pipeline/stages/text_budget.h"

#include <numeric>
#include <string>
#include <utility>

namespace biaoshen {
namespace {

std::uint64_t text_of(const Document& document) {
  return std::accumulate(
      document.pages.begin(), document.pages.end(), std::uint64_t{0},
      [](std::uint64_t sum, const Page& page) { return sum + page.text.size(); });
}

}  // namespace

void TextBudget::begin(std::size_t files) {
  text_.assign(files, 0);
  is_done_.assign(files, false);
}

bool TextBudget::is_spent(std::size_t at) {
  const std::lock_guard lock(access_);
  std::uint64_t before = spent_;
  for (std::size_t i = 0; i < at && is_done_[i] && before <= most_; ++i) before += text_[i];
  return before > most_;
}

void TextBudget::done(std::size_t at, const Document& document) {
  const std::lock_guard lock(access_);
  text_[at] = text_of(document);
  is_done_[at] = true;
}

bool TextBudget::takes(const Document& document) {
  if (spent_ > most_) return false;
  spent_ += text_of(document);
  return true;
}

Document TextBudget::refusal() const {
  Document refused;
  refused.status = FileStatus::refused;
  refused.problems.push_back({"text-limit", 0, std::to_string(most_ >> 20) + " MiB"});
  return refused;
}

}  // namespace biaoshen
