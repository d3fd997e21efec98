#include "extractors/readers/archives/member_names.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "extractors/readers/members.h"
#include "pipeline/base/litter.h"
#include "pipeline/base/text.h"
#include "pipeline/base/unseen.h"
#include "pipeline/base/untrusted_path.h"

namespace biaoshen {
namespace {

constexpr std::size_t kLongestName = 255;  // bytes, of every usual file system
constexpr std::size_t kShownBytes = 100;   // of a name's original

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// C:\ or \\server: a place on somebody's machine, shown with its backslashes.
bool is_windows_place(std::string_view path) {
  const bool is_drive = path.size() > 2 && is_letter(path[0]) && path[1] == ':' &&
                        (path[2] == '\\' || path[2] == '/');
  return is_drive || path.starts_with("\\\\");
}

// '/' between names, without empty ones and "."; a '/' in front stays.
std::string with_slashes(std::string path) {
  std::replace(path.begin(), path.end(), '\\', '/');
  std::string out = path.starts_with('/') ? "/" : "";
  for (const std::string_view name : split(path, '/')) {
    if (name.empty() || name == ".") continue;
    if (!out.empty() && out != "/") out += '/';
    out += name;
  }
  return out;
}

bool any_name(std::string_view path, bool (*holds)(std::string_view)) {
  const std::vector<std::string_view> names = split(path, '/');
  return std::any_of(names.begin(), names.end(), holds);
}

std::string hex_of(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : bytes.substr(0, kShownBytes)) {
    const auto byte = static_cast<unsigned char>(c);
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return bytes.size() > kShownBytes ? out + "…" : out;
}

void refuse(MemberName& member, std::string kind, std::string detail) {
  member.status = FileStatus::refused;
  member.problems.insert(member.problems.begin(), {std::move(kind), 0, std::move(detail)});
}

// Names that Windows keeps for devices, whatever their extension.
bool is_reserved(std::string_view name) {
  constexpr std::array kDevices = {"CON", "PRN", "AUX", "NUL"};
  std::string stem(name.substr(0, name.find('.')));
  for (char& c : stem) c = is_letter(c) ? static_cast<char>(c & ~0x20) : c;
  if (std::any_of(kDevices.begin(), kDevices.end(), [&](auto device) { return stem == device; }))
    return true;
  return stem.size() == 4 && (stem.starts_with("COM") || stem.starts_with("LPT")) &&
         stem[3] >= '1' && stem[3] <= '9';
}

bool is_not_portable(std::string_view name) {
  return is_reserved(name) || name.find_first_of("<>:\"|?*") != std::string_view::npos ||
         name.ends_with('.') || name.ends_with(' ');
}

void note_encoding(const RawName& raw, const VotedName& voted, MemberName& member) {
  if (voted.encoding == "UTF-8") return;
  const std::string read_as = voted.encoding.empty() ? "无法解码" : std::string(voted.encoding);
  member.problems.push_back({voted.is_sure ? "name-encoding" : "name-encoding-unsure", 0,
                             read_as + "；原始字节 " + hex_of(raw.bytes)});
}

// Judges one name by itself.
MemberName judge(const RawName& raw, const VotedName& voted, const Limits& limits) {
  // A NUL ends the name for some programs and not for others; it is shown as a blank.
  std::string text = voted.text;
  std::replace(text.begin(), text.end(), '\0', ' ');
  const bool has_nul = text != voted.text;
  const bool is_place = is_windows_place(text);
  const std::string path = is_place ? text : with_slashes(text);
  const std::string readable = voted.encoding.empty() ? escape_bytes(path) : path;
  MemberName member;
  member.path = short_path(escape_unseen(readable), limits.path_bytes);
  if (member.path.empty()) member.path = "（无名）";
  member.is_folder = raw.is_folder || text.ends_with('/') || text.ends_with('\\');
  note_encoding(raw, voted, member);

  const std::size_t depth = split(path, '/').size() - 1;
  const bool climbs = any_name(path, [](std::string_view name) { return name == ".."; });
  if (path.empty()) {
    refuse(member, "unsafe-name", "没有名称");
  } else if (is_place || climbs || path.starts_with('/')) {
    refuse(member, "unsafe-name", "名称指向压缩包以外的位置");
  } else if (has_nul || has_control(readable)) {
    refuse(member, "unsafe-name", "名称含不可见字符；原始字节 " + hex_of(raw.bytes));
  } else if (depth > limits.path_depth) {
    refuse(member, "path-too-deep",
           std::to_string(depth) + " > " + std::to_string(limits.path_depth));
  } else if (path.size() > limits.path_bytes) {
    refuse(member, "path-too-deep",
           std::to_string(path.size()) + " > " + std::to_string(limits.path_bytes) + " bytes");
  } else if (any_name(path, is_litter)) {
    member.status = FileStatus::ignored;
    member.problems = {{"litter", 0, ""}};
  }
  return member;
}

void note_portability(MemberName& member) {
  if (any_name(member.path, is_not_portable))
    member.problems.push_back({"name-not-portable", 0, "Windows 无法保存此名称"});
  if (any_name(member.path, [](std::string_view name) { return name.size() > kLongestName; }))
    member.problems.push_back({"name-shortened", 0, "名称超过 255 字节，多数系统会截短"});
}

// How a file system sees two names as one: it composes accents, or forgets case as well.
std::string composed(std::string_view path) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return std::string(path);
  std::string out;
  nfc->normalize(
         icu::UnicodeString::fromUTF8({path.data(), static_cast<std::int32_t>(path.size())}),
         status)
      .toUTF8String(out);
  return U_FAILURE(status) ? std::string(path) : out;
}

std::string without_case(const std::string& path) {
  std::string out;
  icu::UnicodeString::fromUTF8(path).foldCase().toUTF8String(out);
  return out;
}

// The names of a package against one another.
class Clashes {
 public:
  explicit Clashes(std::vector<MemberName>& members) : members_(members) {}

  void judge() {
    for (MemberName& member : members_) {
      if (member.may_be_opened()) compare(member);
    }
    for (MemberName& member : members_) {
      if (member.may_be_opened() && copies_[member.path] > 1)
        refuse(member, "name-clash", "压缩包内有多个同名文件，无法确定以哪一个为准");
    }
    note_alike("name-clash-normalised", "另有名称仅 Unicode 写法不同", composed,
               [](const std::string& path) { return path; });
    note_alike(
        "name-clash-case", "另有名称仅大小写不同",
        [](std::string_view path) { return without_case(composed(path)); }, composed);
  }

 private:
  void compare(MemberName& member) {
    const std::string& path = member.path;
    ++copies_[path];
    bool is_below_file = folders_.contains(path);
    for (std::size_t at = path.find('/'); at != std::string::npos; at = path.find('/', at + 1)) {
      const std::string folder = path.substr(0, at);
      is_below_file = is_below_file || copies_.contains(folder);
      folders_.insert(folder);
    }
    if (is_below_file) refuse(member, "name-clash", "同一名称既是文件又是文件夹");
  }

  // Notes members whose paths differ in `fine` and are one in `coarse`.
  template <typename Coarse, typename Fine>
  void note_alike(const char* kind, const char* detail, Coarse coarse, Fine fine) {
    std::unordered_map<std::string, std::unordered_set<std::string>> groups;
    for (const MemberName& member : members_) {
      if (member.may_be_opened()) groups[coarse(member.path)].insert(fine(member.path));
    }
    for (MemberName& member : members_) {
      if (member.may_be_opened() && groups[coarse(member.path)].size() > 1)
        member.problems.push_back({kind, 0, detail});
    }
  }

  std::vector<MemberName>& members_;
  std::unordered_map<std::string, std::uint32_t> copies_;  // of files, by path
  std::unordered_set<std::string> folders_;                // that files lie in
};

}  // namespace

std::vector<MemberName> judge_names(std::span<const RawName> names, const Limits& limits) {
  const std::vector<VotedName> voted = vote_on_names(names);
  std::vector<MemberName> members;
  members.reserve(names.size());
  for (std::size_t i = 0; i < names.size(); ++i)
    members.push_back(judge(names[i], voted[i], limits));
  Clashes(members).judge();
  for (MemberName& member : members) {
    if (member.may_be_opened()) note_portability(member);
  }
  return members;
}

}  // namespace biaoshen
