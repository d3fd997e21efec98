#include "extractors/finders/draft_marks.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "extractors/numbers/number_grammar.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kLongestMark = 100;  // bytes of a line without blanks
constexpr std::size_t kHeadLines = 2;

constexpr std::string_view kMarks[] = {"征求意见稿", "意见稿", "送审稿", "报批稿", "讨论稿",
                                       "审查稿",     "审定稿", "评审稿", "公示稿", "修改稿",
                                       "初稿",       "草案",   "草稿"};
constexpr std::string_view kStarts[] = {"本草案完成时间", "本草案完成日期", "本稿完成时间",
                                        "本稿完成日期", "在提交反馈意见时"};

// What may follow a mark: when it was made, which one it is.
bool is_date_or_count(std::string_view rest) {
  constexpr std::u32string_view kAllowed = U"年月日第次版轮一二三四五六七八九十";
  for (std::size_t at = 0; at < rest.size();) {
    const char32_t c = next_code_point(rest, at);
    if (is_han(c) && kAllowed.find(c) == kAllowed.npos) return false;
  }
  return true;
}

// Digits and crosses as x, year and month as dashes.
std::string shape_of(std::string_view bare_line) {
  std::string shape;
  for (std::size_t at = 0; at < bare_line.size();) {
    const char32_t c = next_code_point(bare_line, at);
    if (c == 'x' || c == 'X' || c == U'×' || c == U'╳' || c == U'□')
      shape += 'x';
    else if (c == U'年' || c == U'月' || c == U'—')
      shape += '-';
    else
      shape += c < 0x80 ? static_cast<char>(c) : '.';
  }
  return shape;
}

bool is_mark(std::string_view bare_line) {
  return is_draft_mark(bare_line) || !find_number_placeholders(bare_line).empty();
}

// Indexes of the lines at head and foot of a page.
std::vector<std::size_t> edges_of(const Page& page) {
  std::vector<std::size_t> edges;
  for (std::size_t i = 0; i < page.lines.size(); ++i)
    if (i < kHeadLines || i + 1 == page.lines.size()) edges.push_back(i);
  return edges;
}

}  // namespace

bool is_draft_mark(std::string_view bare_line) {
  if (bare_line.size() > kLongestMark) return false;
  if (bare_line.starts_with('(')) bare_line.remove_prefix(1);
  if (std::any_of(std::begin(kStarts), std::end(kStarts),
                  [&](std::string_view start) { return bare_line.starts_with(start); }))
    return true;
  return std::any_of(std::begin(kMarks), std::end(kMarks), [&](std::string_view mark) {
    const std::size_t at = bare_line.rfind(mark);
    return at != std::string_view::npos && is_date_or_count(bare_line.substr(at + mark.size()));
  });
}

bool is_date_placeholder(std::string_view bare_line) {
  const std::string shape = shape_of(bare_line);
  if (contains(shape, "xx-xx-xx") || contains(shape, "-xx-xx")) return true;
  const bool has_role = contains(bare_line, "发布") || contains(bare_line, "实施");
  return has_role && (contains(shape, "-xx") || contains(bare_line, "年月日"));
}

std::optional<PageMark> running_draft_mark(const Document& document, std::uint32_t first,
                                           std::uint32_t last) {
  struct Seen {
    PageMark where;
    std::size_t pages = 0;
  };
  std::map<std::string, Seen> seen;
  std::size_t pages = 0;
  for (const Page& page : document.pages) {
    if (page.number <= first || page.number > last || page.lines.empty()) continue;
    ++pages;
    for (const std::size_t i : edges_of(page)) {
      const Line& line = page.lines[i];
      std::string text = bare(page.line_text(line));
      if (!is_mark(text)) continue;
      Seen& one = seen[std::move(text)];
      if (one.pages++ == 0) one.where = {&page, {line.begin, line.end}};
    }
  }
  const Seen* best = nullptr;
  for (const auto& [text, one] : seen)
    if (one.pages >= std::min<std::size_t>(pages, 2) &&
        (best == nullptr || one.where.page->number < best->where.page->number))
      best = &one;
  return best == nullptr ? std::nullopt : std::optional(best->where);
}

}  // namespace biaoshen
