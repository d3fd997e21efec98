// Tells messages from other text by their first lines, and saved pages from e-mails: those go to
// somebody and were sent.
// Tested by tests/readers/mime_reader_test.cpp.
#include <algorithm>
#include <string>

#include "extractors/readers/web/mime_reader.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostHeader = 32 << 10;

// The header of the message in lower case, each line with '\n' in front; empty where there is none.
std::string header_of(std::string_view beginning) {
  if (beginning.starts_with("\xEF\xBB\xBF")) beginning.remove_prefix(3);
  while (!beginning.empty() && (beginning[0] == '\n' || beginning[0] == '\r'))
    beginning.remove_prefix(1);
  std::string header = "\n";
  for (const char c : beginning.substr(0, kMostHeader)) {
    if (c == '\r') continue;
    if (c == '\n' && header.back() == '\n') break;
    header += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return header;
}

// Every line is a field ("name: value") or goes on with the one above.
bool is_header(std::string_view header) {
  for (const std::string_view line : split(trim(header), '\n')) {
    if (line.empty() || line[0] == ' ' || line[0] == '\t') continue;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) return header.size() >= kMostHeader;
    const auto is_of_name = [](char c) { return c > ' ' && c < 0x7F && c != ':'; };
    if (!std::all_of(line.begin(), line.begin() + static_cast<long>(colon), is_of_name))
      return false;
  }
  return true;
}

}  // namespace

std::string_view mime_format(std::string_view beginning) {
  const std::string header = header_of(beginning);
  if (!is_header(header)) return {};
  const auto has = [&](std::string_view field) { return contains(header, field); };
  const bool was_sent = has("\nto:") || has("\nreceived:") || has("\nmessage-id:") ||
                        has("\nreturn-path:") || has("\ndelivered-to:");
  const bool is_page = has("\nsnapshot-content-location:") || has("<saved by ") ||
                       (!was_sent && (has("multipart/related") || !has("\nfrom:")));
  if (is_page && has("\nmime-version:")) return "mht";
  const bool has_subject = has("\nsubject:") || has("\ndate:");
  return has("\nfrom:") && has_subject && (was_sent || has("\nmime-version:")) ? "eml" : "";
}

}  // namespace biaoshen
