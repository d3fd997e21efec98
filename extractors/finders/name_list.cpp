#include "extractors/finders/name_list.h"

#include <algorithm>
#include <string_view>

#include "extractors/finders/glyphs.h"
#include "extractors/finders/label_book.h"
#include "extractors/finders/paragraphs.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kLongName = 4;       // glyphs: an organization, with a blank beside it
constexpr std::size_t kLongestPerson = 4;  // glyphs of a person's name

bool is_any_of(char32_t c, std::u32string_view set) {
  return set.find(c) != set.npos;
}
bool is_mark(char32_t c) {
  return is_any_of(c, U"、,;");
}
bool is_latin(char32_t c) {
  return c < 0x80 && (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

// The comma of "Co., Ltd." belongs to the name.
bool is_comma_of_a_name(const Glyphs& glyphs, std::size_t at) {
  for (std::u32string_view rest : {U"Ltd", U"LTD", U"Inc", U"INC", U"LLC"})
    if (stands_at(glyphs, at + 1, rest)) return glyphs[at].c == ',';
  return false;
}

// Pieces between marks outside brackets; the list ends at 。
std::vector<Glyphs> between_marks(const Glyphs& glyphs, bool& ended) {
  std::vector<Glyphs> pieces(1);
  int depth = 0;
  for (std::size_t at = 0; at < glyphs.size() && !ended; ++at) {
    const char32_t c = glyphs[at].c;
    depth = c == '(' ? depth + 1 : c == ')' ? std::max(depth - 1, 0) : depth;
    ended = c == U'。';
    if (depth == 0 && is_mark(c) && !is_comma_of_a_name(glyphs, at))
      pieces.emplace_back();
    else if (!ended)
      pieces.back().push_back(glyphs[at]);
  }
  return pieces;
}

std::vector<Glyphs> between_gaps(const Glyphs& piece) {
  std::vector<Glyphs> parts;
  for (const Glyph& glyph : piece) {
    const bool words = !parts.empty() && is_latin(glyph.c) && parts.back().back().c < 0x80;
    const bool gap = glyph.gap == Gap::blank || glyph.gap == Gap::wide;
    if (parts.empty() || (gap && !words)) parts.emplace_back();
    parts.back().push_back(glyph);
  }
  return parts;
}

// 张 三 is one name, 张三 李四 are two; so are two organizations with a blank between them.
void cut_at_blanks(std::vector<Glyphs>& names, const Glyphs& piece, bool persons) {
  const std::size_t shortest = persons ? 2 : kLongName;
  bool first = true;
  for (const Glyphs& part : between_gaps(piece)) {
    const bool apart = !first && part.size() >= shortest && names.back().size() >= shortest;
    if (first || apart)
      names.push_back(part);
    else
      names.back().insert(names.back().end(), part.begin(), part.end());
    first = false;
  }
}

bool are_persons(const std::vector<Glyphs>& pieces) {
  return std::all_of(pieces.begin(), pieces.end(), [](const Glyphs& piece) {
    const auto parts = between_gaps(piece);
    return std::all_of(parts.begin(), parts.end(),
                       [](const Glyphs& part) { return part.size() <= kLongestPerson; });
  });
}

// 1. before a name, 等 and a full stop behind it.
TextRange without_frame(const Glyphs& name) {
  const std::size_t begin = skip_numbering(name, 0);
  std::size_t end = name.size();
  if (end > begin + 3 && stands_at(name, end - 3, U"等单位")) end -= 3;
  if (end > begin + 2 && is_any_of(name[end - 1].c, U"等")) --end;
  while (end > begin && is_any_of(name[end - 1].c, U".:")) --end;
  if (begin >= end) return {0, 0};
  return {name[begin].begin, name[end - 1].end};
}

// Without marks a list has one name a line, however far the lines reach.
std::vector<TextRange> pieces_of_print(const Page& page, std::size_t begin, std::size_t end) {
  const Glyphs all = glyphs_of(page, begin, end);
  const auto lines = lines_between(page, begin, end);
  const bool marked = std::any_of(all.begin(), all.end(), [](const Glyph& glyph) {
    return is_mark(glyph.c) || glyph.c == U'。';
  });
  return marked ? paragraphs_of_lines(page, lines) : lines;
}

}  // namespace

std::vector<TextRange> names_in(const Page& page, std::size_t begin, std::size_t end) {
  std::vector<TextRange> found;
  bool ended = false;
  for (const auto& [from, to] : pieces_of_print(page, begin, end)) {
    if (ended) break;
    const auto pieces = between_marks(glyphs_of(page, from, to), ended);
    const bool persons = are_persons(pieces);
    std::vector<Glyphs> names;
    for (const Glyphs& piece : pieces) cut_at_blanks(names, piece, persons);
    for (const Glyphs& name : names)
      if (const TextRange range = without_frame(name); range.second > range.first)
        found.push_back(range);
  }
  return found;
}

}  // namespace biaoshen
