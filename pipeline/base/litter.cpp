#include "pipeline/base/litter.h"

#include <algorithm>
#include <array>
#include <string>

namespace biaoshen {
namespace {

std::string lower(std::string_view name) {
  std::string out(name);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

// Endings that browsers and upload programs put behind the name until all is there.
constexpr std::array<std::string_view, 10> kDownloads = {
    ".part", ".partial",  ".crdownload",  ".opdownload", ".filepart",
    ".!ut",  ".download", ".downloading", ".xltd",       ".td"};

std::size_t ending_of_download(std::string_view name) {
  const std::string known = lower(name);
  for (const std::string_view ending : kDownloads)
    if (known.ends_with(ending)) return ending.size();
  return 0;
}

// .name.XXXXXX, as mkstemp fills it in.
constexpr std::size_t kRandom = 6;
bool is_of_mkstemp(std::string_view name) {
  if (name.size() < kRandom + 3 || name.front() != '.') return false;
  const std::string_view random = name.substr(name.size() - kRandom);
  const auto is_drawn = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  };
  return name[name.size() - kRandom - 1] == '.' &&
         std::all_of(random.begin(), random.end(), is_drawn);
}

// It may keep files that are under way in a folder, too.
bool is_of_rsync(std::string_view name) {
  return name == ".~tmp~" || name == ".rsync-partial" || is_of_mkstemp(name);
}

}  // namespace

bool is_system_litter(std::string_view name) {
  constexpr std::array<std::string_view, 12> kNames = {
      "thumbs.db",  "desktop.ini",     ".ds_store",    "__macosx",
      "@eadir",     ".spotlight-v100", ".fseventsd",   ".trashes",
      "lost+found", "#recycle",        "$recycle.bin", "system volume information"};
  constexpr std::array<std::string_view, 5> kBeginnings = {"._", ".trash-", ".nfs0000",
                                                           ".fuse_hidden", ".smbdelete"};
  const std::string known = lower(name);
  const auto begins = [&](std::string_view beginning) { return known.starts_with(beginning); };
  return std::find(kNames.begin(), kNames.end(), known) != kNames.end() ||
         std::any_of(kBeginnings.begin(), kBeginnings.end(), begins) ||
         (known.starts_with("~wrl") && known.ends_with(".tmp"));
}

bool is_lock_name(std::string_view name) {
  return name.starts_with("~$") || (name.starts_with(".~lock.") && name.ends_with("#"));
}

bool is_temporary_name(std::string_view name) {
  return !is_system_litter(name) &&
         (ending_of_download(name) > 0 || lower(name).ends_with(".tmp") || is_of_rsync(name));
}

std::string_view name_to_be(std::string_view temporary) {
  if (const std::size_t ending = ending_of_download(temporary); ending > 0)
    return temporary.substr(0, temporary.size() - ending);
  return is_of_mkstemp(temporary) ? temporary.substr(1, temporary.size() - kRandom - 2)
                                  : std::string_view();
}

bool is_litter(std::string_view name) {
  return is_system_litter(name) || is_lock_name(name) || ending_of_download(name) > 0;
}

}  // namespace biaoshen
