#include "pipeline/watch/doorbell.h"

#include <sys/inotify.h>
#include <sys/statfs.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kChanges = IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE |
                                   IN_CLOSE_WRITE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF;

}  // namespace

Doorbell::Doorbell(const fs::path& inbox, bool is_wanted) : inbox_(inbox) {
  why_none_ = is_wanted ? silent_file_system(inbox) : "--poll";
  if (!why_none_.empty()) return;
  descriptor_ = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (descriptor_ >= 0) listen_at_inbox();
  if (inbox_watch_ >= 0) return;
  why_none_ = std::string("inotify: ") + std::strerror(errno);
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = -1;
}

Doorbell::~Doorbell() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void Doorbell::listen_at_inbox() {
  inbox_watch_ = ::inotify_add_watch(descriptor_, inbox_.c_str(), kChanges | IN_ONLYDIR);
}

bool Doorbell::has_rung() {
  if (descriptor_ < 0) return false;
  bool has_rung = false;
  alignas(inotify_event) std::array<char, 1 << 16> events{};
  for (ssize_t got; (got = ::read(descriptor_, events.data(), events.size())) > 0;) {
    has_rung = true;  // whatever it is, an overflow of the queue included
    for (ssize_t at = 0; at < got;) {
      inotify_event event{};
      std::memcpy(&event, events.data() + at, sizeof event);
      at += static_cast<ssize_t>(sizeof event + event.len);
      if (!(event.mask & IN_IGNORED)) continue;  // else the watch is no more
      folders_.erase(event.wd);
      if (event.wd == inbox_watch_) inbox_watch_ = -1;
    }
  }
  if (inbox_watch_ < 0) listen_at_inbox();
  return has_rung;
}

void Doorbell::listen_at(const fs::path& folder) {
  if (descriptor_ < 0 || folders_.size() >= kMostFolders) return;
  const int watch = ::inotify_add_watch(descriptor_, folder.c_str(),
                                        kChanges | IN_ONLYDIR | IN_DONT_FOLLOW | IN_EXCL_UNLINK);
  if (watch >= 0 && watch != inbox_watch_) folders_.insert(watch);
}

std::string_view silent_file_system(std::uint32_t magic) {
  struct Known {
    std::uint32_t magic;
    std::string_view name;
  };
  constexpr std::array<Known, 20> kSilent = {{{0x6969, "nfs"},
                                              {0x517B, "smb"},
                                              {0xFF534D42, "smb"},
                                              {0xFE534D42, "smb"},
                                              {0x65735546, "fuse"},
                                              {0x01021997, "9p"},
                                              {0x5346414F, "afs"},
                                              {0x6B414653, "afs"},
                                              {0x73757245, "coda"},
                                              {0x564C, "ncp"},
                                              {0x00C36400, "ceph"},
                                              {0x0BD00BD0, "lustre"},
                                              {0x01161970, "gfs2"},
                                              {0x7461636F, "ocfs2"},
                                              {0x47504653, "gpfs"},
                                              {0x19830326, "beegfs"},
                                              {0x786F4256, "vboxsf"},
                                              {0xBACBACBC, "vmhgfs"},
                                              {0x7C7C6673, "prl_fs"},
                                              // A layer below may be changed from outside.
                                              {0x794C7630, "overlay"}}};
  for (const Known& known : kSilent)
    if (known.magic == magic) return known.name;
  return {};
}

std::string silent_file_system(const fs::path& path) {
  struct statfs status {};
  if (::statfs(path.c_str(), &status) != 0) return {};
  return std::string(silent_file_system(static_cast<std::uint32_t>(status.f_type)));
}

}  // namespace biaoshen
