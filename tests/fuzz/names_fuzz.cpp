// Names in an archive, one a line, as raw bytes. What people are shown is one line of visible
// characters, and what may be opened does not climb out; the same for the name of any file.
#include "extractors/readers/archives/member_names.h"
#include "pipeline/base/text.h"
#include "pipeline/base/untrusted_path.h"
#include "tests/fuzz/fuzz_target.h"

namespace biaoshen {

using fuzz::require;

namespace {

bool is_unseen(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x61C || (c >= 0x200E && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

void check_shown(std::string_view name) {
  require(is_valid_utf8(name), "a shown name is UTF-8");
  for (std::size_t at = 0; at < name.size();)
    require(!is_unseen(next_code_point(name, at)), "a shown name hides nothing");
}

void check_opened(std::string_view path) {
  require(!path.starts_with('/') && !path.ends_with('/'), "an opened path is relative");
  for (const std::string_view name : split(path, '/'))
    require(!name.empty() && name != "." && name != "..", "an opened path leads down");
}

}  // namespace

FUZZ_TARGET(names) {
  std::vector<RawName> raw;
  for (const std::string_view line : split(bytes, '\n')) {
    const bool is_utf8 = line.starts_with('\1'), is_folder = line.ends_with('\2');
    raw.push_back({std::string(line.substr(is_utf8 ? 1 : 0)), is_utf8, is_folder});
  }
  const std::vector<MemberName> judged = judge_names(raw, {});
  require(judged.size() == raw.size(), "every name is judged");
  for (const MemberName& name : judged) {
    check_shown(name.path);
    require(!name.path.empty(), "a shown name is not empty");
    if (name.may_be_opened()) check_opened(name.path);
  }
  const std::string shown = readable_name(bytes).text;
  check_shown(shown);
  require(readable_name(shown).text == shown, "a readable name stays as it is");
}

}  // namespace biaoshen
