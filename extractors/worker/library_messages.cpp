#include "extractors/worker/library_messages.h"

#include <algorithm>
#include <array>

namespace biaoshen {
namespace {

// Poppler (goo/gmem.h) says the first two, before it goes on or aborts; the C++ library the third.
constexpr std::array<std::string_view, 5> kNoMemory = {
    "Out of memory", "Bogus memory allocation size",
    "terminate called after throwing an instance of 'std::bad_alloc'", "memory exhausted",
    "std::bad_alloc"};

bool is_of_no_memory(std::string_view line) {
  return std::any_of(kNoMemory.begin(), kNoMemory.end(),
                     [&](std::string_view words) { return line.starts_with(words); });
}

}  // namespace

void LibraryMessages::take(std::string_view bytes) {
  first_ += bytes.substr(0, kMostKept - first_.size());
  while (!bytes.empty()) {
    const std::string_view piece = bytes.substr(0, bytes.find('\n'));
    line_ += piece.substr(0, kMostOfLine - line_.size());
    // Not only at its end: the last line of a process that aborts may have none.
    ran_out_of_memory_ = ran_out_of_memory_ || is_of_no_memory(line_);
    if (piece.size() == bytes.size()) return;
    line_.clear();
    bytes.remove_prefix(piece.size() + 1);
  }
}

}  // namespace biaoshen
