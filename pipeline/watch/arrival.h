// One look at an entry of an inbox: its tree, what lies beside it and, once all else is well, the
// ends of its archives. What settling.h decides by.
//
// Tested by tests/watch/arrival_test.cpp.
#pragma once

#include "pipeline/watch/inbox.h"
#include "pipeline/watch/settling.h"
#include "pipeline/watch/tree_signature.h"

namespace biaoshen {

struct Arrival {
  TreeState tree;
  Settled settled;
};
Arrival look_at(const InboxEntry& entry, Settling& settling, Settling::Time now);

}  // namespace biaoshen
