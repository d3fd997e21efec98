#include "templates/sarif/sarif_source.h"

#include <algorithm>

#include "pipeline/base/text.h"
#include "templates/shown_text.h"

namespace biaoshen {
namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~' || c == '/';
}

// A path as a relative reference: every byte that a URI cannot hold, and the colon that would
// make a scheme of what stands before it, as %XX.
std::string percent_encoded(std::string_view path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_plain(c))
      out += c;
    else
      out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
  }
  return out;
}

}  // namespace

std::string SarifSource::text(std::string_view raw) const {
  return visible(masked(raw, record.presentation.personal_data));
}

Json SarifSource::message(std::string_view raw) const {
  std::string out = replace_all(replace_all(text(raw), "{", "{{"), "}", "}}");
  return {{"text", replace_all(std::move(out), "](", "] (")}};
}

std::optional<std::size_t> SarifSource::index_of(std::string_view file) const {
  const auto found = std::ranges::find(record.files, file, &RecordedFile::id);
  if (found == record.files.end()) return std::nullopt;
  return static_cast<std::size_t>(found - record.files.begin());
}

Json SarifSource::location_of(const RecordedFile& file) const {
  const std::string path = masked(file.path, record.presentation.personal_data);
  Json out{{"uri", percent_encoded(path)}, {"uriBaseId", kDossierBase}};
  if (const auto index = index_of(file.id)) out["index"] = *index;
  return out;
}

}  // namespace biaoshen
