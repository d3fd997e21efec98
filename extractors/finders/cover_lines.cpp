#include "extractors/finders/cover_lines.h"

#include <algorithm>
#include <cctype>

#include "extractors/dates/look_alike_date.h"
#include "extractors/finders/draft_marks.h"
#include "extractors/finders/firmness.h"
#include "extractors/numbers/look_alikes.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// What is left of a line when its standard numbers are taken out.
std::string without_numbers(const CoverLine& line) {
  std::string rest;
  std::size_t at = 0;
  for (const FoundNumber& found : line.numbers) {
    rest += line.print.substr(at, found.begin - at);
    at = found.end;
  }
  return bare(rest + std::string(line.print.substr(at)));
}

bool is_separator_only(std::string_view rest) {
  return std::all_of(
             rest.begin(), rest.end(),
             [](char c) { return c == ',' || c == ';' || c == '/' || c == '(' || c == ')'; }) ||
         rest == "、" || rest == "标准编号:" || rest == "标准号:";
}

}  // namespace

bool CoverLine::says_replaced() const {
  return contains(bare, "代替") || contains(bare, "替代") || contains(bare, "取代");
}

bool CoverLine::has_role(DateRole role) const {
  return std::any_of(dates.begin(), dates.end(),
                     [&](const FoundDate& d) { return d.role == role; });
}

namespace {

bool is_doubtful(const FoundNumber& found) {
  return !found.number.doubt.empty() && found.number.doubt != "founder";
}

// 2O22-11-l8发布: the date in front of its role, with look-alikes exchanged.
void repair_dates(CoverLine& line) {
  constexpr std::pair<std::string_view, DateRole> kRoles[] = {{"发布", DateRole::published},
                                                              {"实施", DateRole::implemented}};
  for (const auto& [word, role] : kRoles) {
    const std::size_t at = line.print.find(word);
    if (at == line.print.npos) continue;
    if (const auto date = repair_date(line.print.substr(0, at)))
      line.dates.push_back({date, role, 0, at, false, "repaired"});
    return;
  }
}

// What the grammars do not read of recognised print, they read with look-alikes exchanged.
void repair(CoverLine& line) {
  if (std::all_of(line.numbers.begin(), line.numbers.end(), is_doubtful))
    if (auto number = repair_look_alikes(line.print)) line.numbers = {std::move(*number)};
  if (line.dates.empty()) repair_dates(line);
}

}  // namespace

std::vector<CoverLine> cover_lines(const Page& page) {
  std::vector<CoverLine> lines;
  for (const Line& printed : page.lines) {
    CoverLine line;
    line.begin = printed.begin;
    line.end = printed.end;
    line.print = page.line_text(printed);
    line.bare = bare(line.print);
    line.size = printed.size;
    line.numbers = find_numbers(line.print);
    line.dates = find_dates(line.print);
    if (is_recognised(page, line.begin, line.end)) repair(line);
    line.has_number_placeholder = !find_number_placeholders(line.print).empty();
    line.has_date_placeholder = is_date_placeholder(line.bare);
    const std::string rest = without_numbers(line);
    line.is_number_alone =
        !line.numbers.empty() && (is_separator_only(rest) || is_ics_or_ccs(rest));
    lines.push_back(std::move(line));
  }
  return lines;
}

bool is_level_word(std::string_view line) {
  constexpr std::string_view kEnds[] = {"国家标准", "行业标准",       "地方标准",        "团体标准",
                                        "企业标准", "指导性技术文件", "国家职业卫生标准"};
  if (line.size() > 90) return false;
  return std::any_of(std::begin(kEnds), std::end(kEnds),
                     [&](std::string_view end) { return line.ends_with(end); });
}

bool is_ics_or_ccs(std::string_view line) {
  if (line.starts_with("ICS") || line.starts_with("CCS"))
    return line.size() > 3 && line.size() < 60;
  // Older covers give the Chinese class alone: a letter and two digits.
  return line.size() >= 3 && line.size() <= 7 && line[0] >= 'A' && line[0] <= 'Z' &&
         is_digit(line[1]) && is_digit(line[2]) &&
         std::all_of(line.begin() + 1, line.end(), [](char c) { return is_digit(c) || c == '/'; });
}

}  // namespace biaoshen
