#include "extractors/sandbox/landlock.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cstdint>

#include "pipeline/base/open_plain.h"

namespace biaoshen {
namespace {

// The kernel's names are LANDLOCK_ACCESS_FS_READ_FILE and so on (linux/landlock.h).
constexpr std::uint64_t kReadFile = 1ull << 2, kReadFolder = 1ull << 3;
constexpr std::uint32_t kAskVersion = 1, kPathBeneath = 1;

// One right each bit, each version adding at the upper end.
constexpr std::uint64_t lowest_bits(unsigned count) {
  return (1ull << count) - 1;
}

// What is given up, as the kernel's landlock_ruleset_attr. Kernels that know fewer fields take
// more of them as long as those are zero.
struct GivenUp {
  std::uint64_t files = 0, ports = 0, scopes = 0;
};

GivenUp given_up_at(unsigned version) {
  // Version 1: from execute, the lowest, to make-symbolic-link; 2: refer; 3: truncate; 5: requests
  // to devices.
  static constexpr std::array<unsigned, 6> kFileRights = {0, 13, 14, 15, 15, 16};
  GivenUp all;
  all.files = lowest_bits(version < kFileRights.size() ? kFileRights[version] : 16);
  if (version >= 4) all.ports = lowest_bits(2);   // bind, connect
  if (version >= 6) all.scopes = lowest_bits(2);  // abstract sockets, signals
  return all;
}

// The kernel's landlock_path_beneath_attr.
struct __attribute__((packed)) PathBeneath {
  std::uint64_t allowed;
  std::int32_t path;
};

void allow_reading(int rules, const std::filesystem::path& path) {
  const Descriptor named(::open(path.c_str(), O_PATH | O_CLOEXEC));
  struct stat about {};
  if (named.value() < 0 || ::fstat(named.value(), &about) != 0) return;
  const PathBeneath rule{S_ISDIR(about.st_mode) ? kReadFile | kReadFolder : kReadFile,
                         named.value()};
  // One that cannot be named cannot be read either.
  ::syscall(SYS_landlock_add_rule, rules, kPathBeneath, &rule, 0);
}

}  // namespace

unsigned landlock_version() {
  const long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, kAskVersion);
  return version > 0 ? static_cast<unsigned>(version) : 0;
}

bool enter_landlock(unsigned version, std::span<const std::filesystem::path> readable) {
  if (version == 0) return false;
  const GivenUp all = given_up_at(version);
  const Descriptor rules(
      static_cast<int>(::syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0)));
  if (rules.value() < 0) return false;
  for (const std::filesystem::path& path : readable) allow_reading(rules.value(), path);
  return ::syscall(SYS_landlock_restrict_self, rules.value(), 0) == 0;
}

}  // namespace biaoshen
