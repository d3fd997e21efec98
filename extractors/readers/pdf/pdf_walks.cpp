#include "extractors/readers/pdf/pdf_walks.h"

#include <algorithm>
#include <utility>

namespace biaoshen {
namespace {

constexpr int kAround = 2;          // pages before and after that are looked at
constexpr int kOtherPages = 2;      // that must have the phrase, too
constexpr std::size_t kMost = 500;  // phrases known as watermarks

}  // namespace

PageWalk PageWalks::take(int page) {
  const std::set<std::string> pale = look_at(page).pale;
  bool is_news = false;
  for (const std::string& phrase : pale)
    if (watermarks_.size() < kMost && is_on_other_pages(phrase, page))
      is_news = watermarks_.insert(phrase).second || is_news;
  if (is_news) ahead_.clear();  // they take watermarks for content
  look_at(page);
  pale_before_[page] = pale;
  pale_before_.erase(page - kAround);
  return std::move(ahead_.extract(page).mapped());
}

const PageWalk& PageWalks::look_at(int page) {
  const auto found = ahead_.find(page);
  if (found != ahead_.end()) return found->second;
  return ahead_.emplace(page, walk_page(document_, page, watermarks_)).first->second;
}

bool PageWalks::is_on_other_pages(const std::string& phrase, int page) {
  int others = 0;
  for (const auto& [number, pale] : pale_before_) others += pale.contains(phrase) ? 1 : 0;
  for (int next = page + 1; next <= std::min(page + kAround, pages_) && others < kOtherPages;
       ++next)
    others += look_at(next).pale.contains(phrase) ? 1 : 0;
  return others >= kOtherPages;
}

}  // namespace biaoshen
