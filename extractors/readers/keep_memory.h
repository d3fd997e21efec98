// How a program that reads files holds its memory. Pictures of pages come and go, some MB each:
// what one leaves is kept for the next, rather than given back to the system and asked for again,
// page by page of memory. It changes what is spent, never what is said.
#pragma once

#include <malloc.h>

namespace biaoshen {

inline void keep_memory() {
  ::mallopt(M_MMAP_THRESHOLD, 32 << 20);  // the most that is allowed
  ::mallopt(M_TRIM_THRESHOLD, 64 << 20);
}

}  // namespace biaoshen
