// When a drop is complete: its whole tree has been still for the settle time by our own monotonic
// clock, holds no temporary names, and every archive in it has a valid end (for so long that an
// upload could have gone on: a broken archive is reviewed as what it is in the end). A lock of Word
// holds it back as well, but not for ever: Word may have fallen.
//
// Sizes, events and the files' own times decide nothing: copies set them as they like.
// Values in, values out; the clock is the caller's. Tested by tests/watch/settling_test.cpp.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <string_view>

#include "pipeline/watch/tree_signature.h"

namespace biaoshen {

enum class WaitsFor : unsigned char {
  stillness,   // the settle time
  upload,      // a temporary name to go
  archive,     // an archive to get its end
  permission,  // a folder that may not be opened, a disk that does not answer
  nothing      // it is complete
};
std::string_view name_of(WaitsFor waits_for);  // settle, upload, archive, permission, nothing

struct Settled {
  WaitsFor waits_for = WaitsFor::stillness;
  std::string detail;                 // the file that it waits for
  std::chrono::milliseconds left{0};  // until it is worth while to look again
  bool is_overdue = false;            // an upload that has not moved for kUploadPatience
};

inline constexpr std::chrono::minutes kUploadPatience{30};
inline constexpr std::chrono::hours kLockPatience{24};
inline constexpr int kArchivePatience = 15;  // times the settle time

class Settling {
 public:
  using Time = std::chrono::steady_clock::time_point;
  explicit Settling(std::chrono::milliseconds settle) : settle_(settle) {}

  // What was just seen of an entry. Remembers it until `forget`; only entries that are not complete
  // need to be told.
  Settled look(const std::string& folder, const TreeState& tree, Time now);
  void forget(const std::string& folder);
  void settle_time(std::chrono::milliseconds settle) { settle_ = settle; }

 private:
  struct Watched {
    std::string signature;
    Time still_since;
  };
  std::chrono::milliseconds settle_;
  std::map<std::string, Watched> watched_;
};

}  // namespace biaoshen
