#include "extractors/worker/known_pictures.h"

#include <utility>

namespace biaoshen {

std::string Recognitions::recall(const std::string& key) const {
  const std::lock_guard lock(access_);
  const auto found = known_.find(key);
  return found == known_.end() ? std::string() : found->second;
}

void Recognitions::remember(const std::string& key, std::string recognised) {
  constexpr std::size_t kMostBytes = 256u << 20, kOfNode = 128;
  if (recognised.empty()) return;  // which says that it is not known
  const std::lock_guard lock(access_);
  const std::size_t bytes = key.size() + recognised.size() + kOfNode;
  if (bytes_ + bytes > kMostBytes) return;
  if (known_.emplace(key, std::move(recognised)).second) bytes_ += bytes;
}

std::string KnownPictures::recall(const std::string& key) {
  std::string known = recognitions_.recall(key);
  if (known.empty() && cache_ != nullptr) {
    if (const std::string contents = input_.contents(); !contents.empty())
      known = cache_->recall(contents, key);
    if (!known.empty()) recognitions_.remember(key, known);
  }
  return known;
}

void KnownPictures::remember(const std::string& key, const std::string& recognised) {
  recognitions_.remember(key, recognised);
  if (cache_ == nullptr) return;
  if (const std::string contents = input_.contents(); !contents.empty())
    cache_->remember(contents, key, recognised);
}

}  // namespace biaoshen
