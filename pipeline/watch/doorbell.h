// Events of the file system, for one thing only: to look sooner. Which event it was and what it
// was about is thrown away; a scan finds out. Where events do not come from all who write (network
// shares, FUSE, folders that a virtual machine shares, layers of containers), there is no doorbell
// and the periodic scan does it all.
//
// Tested by tests/watch/doorbell_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>

namespace biaoshen {

class Doorbell {
 public:
  // No events: where the file system sends none, or where `is_wanted` is false.
  explicit Doorbell(const std::filesystem::path& inbox, bool is_wanted = true);
  ~Doorbell();
  Doorbell(const Doorbell&) = delete;
  Doorbell& operator=(const Doorbell&) = delete;

  bool has_events() const { return descriptor_ >= 0; }
  std::string why_none() const { return why_none_; }  // "nfs", "fuse", "--poll", "inotify: …"
  int descriptor() const { return descriptor_; }      // for poll(); -1: none
  // Whether it rang since the last call. Never blocks.
  bool has_rung();
  // Rings for changes directly in this folder, too (an entry that is still growing). Forgotten when
  // it goes; no more than kMostFolders at a time.
  void listen_at(const std::filesystem::path& folder);

  static constexpr std::size_t kMostFolders = 1000;

 private:
  void listen_at_inbox();

  const std::filesystem::path inbox_;
  int descriptor_ = -1;
  int inbox_watch_ = -1;   // -1: the folder went, and is looked for again
  std::set<int> folders_;  // watches of `listen_at`
  std::string why_none_;
};

// The name of a file system that does not tell of all changes ("nfs", "smb", "fuse"); empty: it
// tells.
std::string silent_file_system(const std::filesystem::path& path);
std::string_view silent_file_system(std::uint32_t magic);  // as statfs calls it

}  // namespace biaoshen
