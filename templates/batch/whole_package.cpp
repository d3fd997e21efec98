#include "templates/batch/whole_package.h"

#include <unzip.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string_view>

namespace biaoshen {
namespace {

constexpr std::size_t kLongestTail = 80;  // longer than any end tag of a package

// "</worksheet>" for a part that begins with <?xml …?> <worksheet …>; empty: it begins otherwise.
std::string end_tag_of(std::string_view begin) {
  const std::size_t after = begin.starts_with("<?xml") ? begin.find("?>") : std::string_view::npos;
  const std::size_t root = begin.find('<', after);
  if (after == std::string_view::npos || root == std::string_view::npos) return {};
  const std::string_view name = begin.substr(root + 1);
  const std::size_t end = name.find_first_of(" />");
  if (end == std::string_view::npos) return {};
  return "</" + std::string(name.substr(0, end)) + ">";
}

bool is_whole_part(unzFile archive) {
  if (unzOpenCurrentFile(archive) != UNZ_OK) return false;
  std::optional<std::string> end;
  std::string tail;
  char buffer[1 << 15];
  int got = 0;
  while ((got = unzReadCurrentFile(archive, buffer, sizeof buffer)) > 0) {
    const std::string_view read(buffer, static_cast<std::size_t>(got));
    if (!end) end = end_tag_of(read);
    tail += read.substr(read.size() - std::min(read.size(), kLongestTail));
    tail.erase(0, tail.size() - std::min(tail.size(), kLongestTail));
  }
  const bool is_read = unzCloseCurrentFile(archive) == UNZ_OK && got == 0;
  tail.erase(tail.find_last_not_of("\r\n") + 1);
  return is_read && end && !end->empty() && tail.ends_with(*end);
}

}  // namespace

bool is_whole_package(const std::string& path) {
  const std::unique_ptr<void, int (*)(unzFile)> archive(unzOpen64(path.c_str()), unzClose);
  if (archive == nullptr) return false;
  int at = unzGoToFirstFile(archive.get());
  while (at == UNZ_OK && is_whole_part(archive.get())) at = unzGoToNextFile(archive.get());
  return at == UNZ_END_OF_LIST_OF_FILE;
}

}  // namespace biaoshen
