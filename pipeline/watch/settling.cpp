#include "pipeline/watch/settling.h"

#include <algorithm>
#include <array>

namespace biaoshen {

using std::chrono::duration_cast;
using std::chrono::milliseconds;

std::string_view name_of(WaitsFor waits_for) {
  constexpr std::array<std::string_view, 5> kNames = {"settle", "upload", "archive", "permission",
                                                      "nothing"};
  return kNames.at(static_cast<std::size_t>(waits_for));
}

Settled Settling::look(const std::string& folder, const TreeState& tree, Time now) {
  if (tree.signature.empty()) {  // it has gone
    forget(folder);
    return {WaitsFor::stillness, "", settle_, false};
  }
  const auto [found, is_new] = watched_.try_emplace(folder, Watched{tree.signature, now});
  Watched& watched = found->second;
  if (watched.signature != tree.signature) watched = {tree.signature, now};
  const auto still = duration_cast<milliseconds>(now - watched.still_since);

  if (!tree.unreadable.empty()) return {WaitsFor::permission, tree.unreadable, settle_, false};
  if (!tree.unfinished.empty())
    return {WaitsFor::upload, tree.unfinished, settle_, still >= kUploadPatience};
  if (!tree.locked.empty() && still < kLockPatience)
    return {WaitsFor::upload, tree.locked, settle_, still >= kUploadPatience};
  if (still < settle_) return {WaitsFor::stillness, "", settle_ - still, false};
  const milliseconds patience = kArchivePatience * settle_;
  if (!tree.unended_archive.empty() && still < patience)
    return {WaitsFor::archive, tree.unended_archive, std::min(settle_, patience - still), false};
  return {WaitsFor::nothing, "", milliseconds(0), false};
}

void Settling::forget(const std::string& folder) {
  watched_.erase(folder);
}

}  // namespace biaoshen
