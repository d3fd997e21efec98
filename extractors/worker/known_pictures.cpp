#include "extractors/worker/known_pictures.h"

#include <utility>

namespace biaoshen {
namespace {

// The reader chooses the key: so none of them is that of something else in the cache.
const std::string kPrefix = "picture ";

}  // namespace

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

// What readers of this very file learned, now or in earlier reviews.
std::string KnownPictures::recall_own(const std::string& key) {
  const std::string contents = cache_ == nullptr ? std::string() : input_.contents();
  return contents.empty() ? std::string() : cache_->recall(contents, kPrefix + key);
}

std::string KnownPictures::recall(const std::string& key) {
  if (std::string own = recall_own(key); !own.empty()) {
    recognitions_.remember(key, own);
    return own;
  }
  std::string known = recognitions_.recall(key);
  if (!known.empty() && transcript_ != nullptr) transcript_->borrow(key, known);
  return known;
}

void KnownPictures::remember(const std::string& key, const std::string& recognised) {
  recognitions_.remember(key, recognised);
  if (cache_ == nullptr) return;
  if (const std::string contents = input_.contents(); !contents.empty())
    cache_->remember(contents, kPrefix + key, recognised);
}

}  // namespace biaoshen
