#include "pipeline/watch/arrival.h"

#include "pipeline/watch/archive_end.h"

namespace biaoshen {

Arrival look_at(const InboxEntry& entry, Settling& settling, Settling::Time now) {
  const std::string folder = entry.path.filename().string();
  Arrival arrival{tree_state(entry.path), {}};
  if (arrival.tree.unfinished.empty()) arrival.tree.unfinished = entry.unfinished;
  arrival.settled = settling.look(folder, arrival.tree, now);
  if (arrival.settled.waits_for != WaitsFor::nothing) return arrival;
  arrival.tree.unended_archive = unended_archive(entry.path).string();
  if (!arrival.tree.unended_archive.empty())
    arrival.settled = settling.look(folder, arrival.tree, now);
  return arrival;
}

}  // namespace biaoshen
