// Why pages serve as a material. The words between quotation marks are the applicant's or the
// programme's and stay as they are; the words around them are ours and get the language of the
// page.
#include <algorithm>

#include "pipeline/base/text.h"
#include "templates/view_parts.h"

namespace biaoshen {
namespace {

constexpr std::string_view kOpen = "“", kClose = "”";
// Those that hold another one come before it.
constexpr std::string_view kSigns[] = {
    "reason.looks-like",   "reason.within-page", "reason.but-not",
    "reason.but-contents", "reason.heading",     "reason.body",
    "reason.name",         "reason.structure",   "reason.and"};

std::string connecting_words(std::string_view text, Language language) {
  std::string out(text);
  if (language == Language::zh) return out;
  for (const std::string_view key : kSigns)
    out = replace_all(std::move(out), word(key, Language::zh), word(key, language));
  return out;
}

}  // namespace

std::string reason_in_words(const ViewSource& source, std::string_view reason) {
  std::string out;
  while (!reason.empty()) {
    const std::size_t open = std::min(reason.find(kOpen), reason.size());
    out += connecting_words(reason.substr(0, open), source.language);
    reason.remove_prefix(open);
    const std::size_t close = reason.find(kClose);
    if (reason.empty() || close == std::string_view::npos) break;
    const std::string quoted(reason.substr(kOpen.size(), close - kOpen.size()));
    out +=
        source.in_words("reason.quoted", {{"words", source.code_in_words("structure.", quoted)}});
    reason.remove_prefix(close + kClose.size());
  }
  return out + std::string(reason);
}

}  // namespace biaoshen
