#include "extractors/readers/archives/name_vote.h"

#include <algorithm>

#include "pipeline/base/text.h"
#include "pipeline/base/untrusted_path.h"

namespace biaoshen {
namespace {

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_stated(const RawName& name) {
  return name.is_utf8 && is_valid_utf8(name.bytes);
}

bool shows_han_in_gb18030(const RawName& name) {
  const auto text = decode_strictly(name.bytes, "GB18030");
  return text && has_han(*text);
}

// What the unmarked names of the package say together.
bool all_are_utf8(std::span<const RawName> names) {
  bool has_han_in_utf8 = false, has_han_in_gb = false;
  for (const RawName& name : names) {
    if (is_stated(name) || is_ascii(name.bytes)) continue;
    if (!is_valid_utf8(name.bytes)) return false;
    has_han_in_utf8 = has_han_in_utf8 || has_han(name.bytes);
    has_han_in_gb = has_han_in_gb || shows_han_in_gb18030(name);
  }
  return has_han_in_utf8 || !has_han_in_gb;
}

// In a package whose names are not all UTF-8.
VotedName read_alone(const std::string& bytes) {
  if (is_ascii(bytes)) return {bytes};
  // Three bytes of GBK text that are a Han character in UTF-8 never come by themselves.
  const bool is_utf8 = is_valid_utf8(bytes);
  if (is_utf8 && has_han(bytes)) return {bytes};
  if (auto text = decode_strictly(bytes, "GB18030")) return {*text, "GB18030"};
  if (auto text = decode_strictly(bytes, "Big5")) return {*text, "Big5", false};
  if (is_utf8) return {bytes};
  return {bytes, "", false};
}

}  // namespace

std::vector<VotedName> vote_on_names(std::span<const RawName> names) {
  const bool is_utf8 = all_are_utf8(names);
  std::vector<VotedName> voted;
  voted.reserve(names.size());
  for (const RawName& name : names) {
    voted.push_back(is_utf8 || is_stated(name) ? VotedName{name.bytes} : read_alone(name.bytes));
  }
  return voted;
}

}  // namespace biaoshen
