#include "templates/wording.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <vector>

#include "embedded/wording_files.h"

namespace biaoshen {
namespace {

// The value of a line, without the quotes that keep its blanks.
std::string_view unquoted(std::string_view text) {
  const bool is_quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
  return is_quoted ? text.substr(1, text.size() - 2) : text;
}

using Catalogue = std::map<std::string_view, std::string_view>;

// Lines of `key = words`; empty lines and lines with # say nothing.
Catalogue catalogue(std::string_view language) {
  Catalogue out;
  for (const embedded::File& file : embedded::wording_files()) {
    if (!file.path.ends_with("/" + std::string(language) + ".txt")) continue;
    for (std::string_view rest = file.content; !rest.empty();) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
      const std::size_t middle = line.find(" = ");
      if (line.starts_with('#') || middle == std::string_view::npos) continue;
      out.emplace(line.substr(0, middle), unquoted(line.substr(middle + 3)));
    }
  }
  return out;
}

const Catalogue& catalogue_in(Language language) {
  static const Catalogue kZh = catalogue("zh"), kEn = catalogue("en");
  return language == Language::zh ? kZh : kEn;
}

std::string_view find_phrase(std::string_view key, Language language) {
  const Catalogue& words = catalogue_in(language);
  const auto found = words.find(key);
  return found == words.end() ? key : found->second;
}

void append_range(std::string& out, std::uint32_t first, std::uint32_t last, Language language) {
  if (!out.empty()) out += language == Language::zh ? "、" : ", ";
  out += std::to_string(first);
  if (last > first)
    out +=
        (last == first + 1 ? (language == Language::zh ? "、" : ", ") : "–") + std::to_string(last);
}

}  // namespace

std::span<const Phrase> phrases() {
  static const std::vector<Phrase> kPhrases = [] {
    std::vector<Phrase> all;
    for (const auto& [key, zh] : catalogue_in(Language::zh)) {
      const auto en = catalogue_in(Language::en).find(key);
      all.push_back({key, zh, en == catalogue_in(Language::en).end() ? "" : en->second});
    }
    return all;
  }();
  return kPhrases;
}

std::string word(std::string_view key, Language language) {
  return std::string(find_phrase(key, language));
}

std::string phrase(std::string_view key, Language language, Filling filling) {
  const std::string_view text = find_phrase(key, language);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto* filled = std::ranges::find_if(filling, [&](const auto& one) {
      const std::string_view rest = text.substr(at);
      return rest.size() > one.first.size() + 1 && rest[0] == '{' &&
             rest.substr(1, one.first.size()) == one.first && rest[one.first.size() + 1] == '}';
    });
    if (filled == filling.end()) {
      out += text[at++];
    } else {
      out += filled->second;
      at += filled->first.size() + 2;
    }
  }
  return out;
}

std::string ranges(std::span<const std::uint32_t> sorted, Language language) {
  std::string out;
  for (std::size_t i = 0; i < sorted.size();) {
    std::size_t last = i;
    while (last + 1 < sorted.size() && sorted[last + 1] <= sorted[last] + 1) ++last;
    append_range(out, sorted[i], sorted[last], language);
    i = last + 1;
  }
  return out;
}

std::string size_in_words(std::uint64_t bytes) {
  constexpr std::string_view kUnits[] = {"B", "KB", "MB", "GB", "TB"};
  std::size_t unit = 0;
  std::uint64_t tenths = std::min<std::uint64_t>(bytes, 1ull << 60) * 10;
  while (tenths >= 10240 && unit + 1 < std::size(kUnits)) {
    tenths = (tenths + 512) / 1024;
    ++unit;
  }
  std::string out = std::to_string(tenths / 10);
  if (unit > 0 && tenths < 1000) out += "." + std::to_string(tenths % 10);
  return out + " " + std::string(kUnits[unit]);
}

}  // namespace biaoshen
