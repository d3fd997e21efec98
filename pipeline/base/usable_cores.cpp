#include "pipeline/base/usable_cores.h"

#include <sched.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The group of this process in the tree of version 2: a line "0::/path".
fs::path own_group() {
  const std::string groups = text_of("/proc/self/cgroup");
  const std::size_t begin = groups.rfind("0::/", 0) == 0 ? 0 : groups.find("\n0::/");
  if (begin == std::string::npos) return {};
  const std::size_t path = groups.find('/', begin);
  return groups.substr(path + 1, groups.find('\n', path) - path - 1);
}

}  // namespace

unsigned cores_of_quota(std::string_view cpu_max) {
  std::uint64_t quota = 0, period = 0;
  const char* const end = cpu_max.data() + cpu_max.size();
  const auto first = std::from_chars(cpu_max.data(), end, quota);
  if (first.ec != std::errc() || first.ptr == end) return 0;  // "max 100000"
  const auto second = std::from_chars(first.ptr + 1, end, period);
  if (second.ec != std::errc() || quota == 0 || period == 0) return 0;
  return static_cast<unsigned>(std::clamp<std::uint64_t>((quota + period - 1) / period, 1, 4096));
}

unsigned usable_cores() {
  cpu_set_t allowed;
  CPU_ZERO(&allowed);
  unsigned cores = 1;
  if (::sched_getaffinity(0, sizeof allowed, &allowed) == 0)
    cores = std::max(1u, static_cast<unsigned>(CPU_COUNT(&allowed)));
  const fs::path root = "/sys/fs/cgroup";
  fs::path group = own_group();
  for (;;) {
    if (const unsigned paid = cores_of_quota(text_of(root / group / "cpu.max")); paid > 0)
      cores = std::min(cores, paid);
    if (group.empty()) return cores;
    group = group.parent_path();
  }
}

}  // namespace biaoshen
