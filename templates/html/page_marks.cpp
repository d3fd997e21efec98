#include "templates/html/page_marks.h"

#include <set>

namespace biaoshen {
namespace {

constexpr std::string_view kOpen = "<!--", kClose = "-->";

// A comment of the page, from `at` on.
struct Mark {
  std::size_t begin, end;
  std::string_view name;  // NAME or /NAME
};

// The next comment; `begin` is npos where there is none.
Mark next_mark(std::string_view page, std::size_t at) {
  const std::size_t begin = page.find(kOpen, at);
  if (begin == std::string_view::npos) return {begin, begin, {}};
  const std::size_t from = begin + kOpen.size(), to = page.find(kClose, from);
  if (to == std::string_view::npos) return {to, to, {}};
  return {begin, to + kClose.size(), page.substr(from, to - from)};
}

// Begin of the mark that ends the part `name`.
std::size_t end_of_part(std::string_view page, std::string_view name, std::size_t at) {
  return page.find(std::string(kOpen) + "/" + std::string(name) + std::string(kClose), at);
}

tl::unexpected<Error> not_ours(std::string_view name) {
  return fail(ErrorCode::internal, "the page has no single place for its part “" +
                                       std::string(name) + "”; review the dossier again");
}

}  // namespace

Result<std::string> with_parts(std::string_view page, const PageParts& parts) {
  std::string out;
  out.reserve(page.size());
  std::set<std::string_view> placed;
  std::size_t copied = 0;
  for (Mark mark = next_mark(page, 0); mark.begin != std::string_view::npos;
       mark = next_mark(page, mark.end)) {
    const bool is_end = mark.name.starts_with('/');
    const auto part = parts.find(is_end ? mark.name.substr(1) : mark.name);
    if (part == parts.end()) continue;
    const std::size_t end = end_of_part(page, part->first, mark.end);
    if (is_end || end == std::string_view::npos || !placed.insert(part->first).second)
      return not_ours(part->first);
    out.append(page.substr(copied, mark.end - copied)).append(part->second);
    copied = end;
    mark.end = next_mark(page, end).end;
  }
  for (const auto& [name, text] : parts)
    if (!placed.contains(name)) return not_ours(name);
  return out.append(page.substr(copied));
}

PageParts parts_of(std::string_view page) {
  PageParts parts;
  for (Mark mark = next_mark(page, 0); mark.begin != std::string_view::npos;
       mark = next_mark(page, mark.end)) {
    const std::size_t end = end_of_part(page, mark.name, mark.end);
    if (end == std::string_view::npos) continue;
    parts.emplace(mark.name, page.substr(mark.end, end - mark.end));
    mark.end = next_mark(page, end).end;
  }
  return parts;
}

}  // namespace biaoshen
