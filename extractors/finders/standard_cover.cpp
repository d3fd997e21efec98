#include "extractors/finders/standard_cover.h"

#include <algorithm>

#include "extractors/finders/cover_lines.h"
#include "extractors/finders/draft_marks.h"
#include "extractors/finders/firmness.h"
#include "extractors/finders/page_regions.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostText = 3000;  // bytes; a cover has little text
constexpr int kEnough = 4;

bool is_heading_of_another_page(std::string_view bare) {
  return bare == "前言" || bare == "目次" || bare == "目录" || bare == "引言" || bare == "1范围";
}

bool has_letters(std::string_view bare) {
  return std::count_if(bare.begin(), bare.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
         }) >= 4;
}

class CoverReader {
 public:
  explicit CoverReader(const Page& page) : page_(page), lines_(cover_lines(page)) {
    cover_.page = page.number;
  }

  int score() const {
    bool level = false, ics = false, number = false, issuer = false;
    int dates = 0;
    for (const CoverLine& line : lines_) {
      if (is_heading_of_another_page(line.bare)) return 0;
      level = level || is_level_word(line.bare);
      ics = ics || (is_ics_or_ccs(line.bare) && line.bare.starts_with("ICS"));
      number = number || line.is_number_alone || line.has_number_placeholder;
      dates = std::max(dates, score_of_dates(line));
      issuer =
          issuer || (line.bare.ends_with("发布") && line.dates.empty() && line.bare.size() < 120);
    }
    return 2 * level + ics + 2 * number + dates + issuer;
  }

  StandardCover read() {
    read_dates();
    read_numbers();
    read_titles();
    read_issuers();
    read_classes();
    read_draft_marks();
    return std::move(cover_);
  }

 private:
  // A cover prints 2017-09-01 发布; 发布日期：2017-09-01 is rather a form's way.
  static int score_of_dates(const CoverLine& line) {
    const bool has_dates = line.has_role(DateRole::published) ||
                           line.has_role(DateRole::implemented) || line.has_date_placeholder;
    const bool has_label = contains(line.bare, "发布日期") || contains(line.bare, "实施日期") ||
                           contains(line.bare, "发布时间") || contains(line.bare, "实施时间");
    return !has_dates ? 0 : has_label ? 1 : 2;
  }

  static Span span_of(const CoverLine& line) { return {line.begin, line.end}; }

  // A number alone on its line is the standard's own; after 代替 it is a replaced one,
  // and so are those that follow, once the own number is known.
  void read_numbers() {
    bool replacing = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const CoverLine& line = lines_[i];
      // Below the dates only a footer repeats the number.
      if (i > first_of_foot_ && first_of_foot_ != kNone && !cover_.numbers.empty()) break;
      if (line.says_replaced()) {
        replacing = true;
        for (const FoundNumber& found : line.numbers)
          add(cover_.replaced, line, found, NumberRole::replaced);
      } else if (line.is_number_alone) {
        const bool replaced = replacing && !cover_.numbers.empty();
        for (const FoundNumber& found : line.numbers)
          add(replaced ? cover_.replaced : cover_.numbers, line, found,
              replaced ? NumberRole::replaced : NumberRole::own);
        if (!replaced) last_of_head_ = i;
      } else {
        replacing = replacing && line.numbers.empty() && line.bare.empty();
      }
      if (line.says_replaced() || line.has_number_placeholder) last_of_head_ = i;
    }
  }

  static void add(std::vector<CoverNumber>& to, const CoverLine& line, const FoundNumber& found,
                  NumberRole role) {
    CoverNumber number{found.number, {line.begin + found.begin, line.begin + found.end}};
    number.number.role = role;
    to.push_back(std::move(number));
  }

  void read_dates() {
    add_dates(DateRole::published, cover_.published);
    add_dates(DateRole::implemented, cover_.implemented);
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (lines_[i].has_date_placeholder) first_of_foot_ = std::min(first_of_foot_, i);
    // Covers before 1997 print 批准 where later ones print 发布.
    if (cover_.published.empty()) add_dates(DateRole::approved, cover_.published);
    for (CoverDate& date : cover_.implemented)
      if (!date.value && date.doubt == "relative" && cover_.published.size() == 1 &&
          cover_.published[0].value)
        date.value = resolve_relative(
            std::string_view(page_.text).substr(date.span.begin, date.span.end - date.span.begin),
            *cover_.published[0].value);
  }

  void add_dates(DateRole role, std::vector<CoverDate>& to) {
    for (std::size_t i = 0; i < lines_.size(); ++i)
      for (const FoundDate& date : lines_[i].dates) {
        if (date.role != role) continue;
        to.push_back(
            {date.value, {lines_[i].begin + date.begin, lines_[i].begin + date.end}, date.doubt});
        first_of_foot_ = std::min(first_of_foot_, i);
      }
  }

  bool may_be_title(const CoverLine& line) const {
    return has_han(line.bare) && !is_level_word(line.bare) && !is_ics_or_ccs(line.bare) &&
           !is_draft_mark(line.bare) && !line.bare.starts_with("备案号") &&
           !line.bare.starts_with("(") && !contains(line.bare, "专用章") && !line.is_number_alone &&
           !line.bare.ends_with("发布");
  }

  // The title: the Chinese lines of the largest letters between number and dates, in one
  // run; the English title: the Latin lines that follow.
  void read_titles() {
    const std::size_t first = last_of_head_ == kNone ? level_line() : last_of_head_ + 1;
    const std::size_t last = std::min(first_of_foot_, lines_.size());
    float largest = 0;
    for (std::size_t i = first; i < last; ++i)
      if (may_be_title(lines_[i])) largest = std::max(largest, lines_[i].size);
    const auto [begin, end] = title_lines(first, last, largest);
    if (begin == end) return;
    const Span span{lines_[begin].begin, lines_[end - 1].end};
    cover_.titles.push_back({squeeze(joined(begin, end)), span});
    std::size_t english = end;
    while (english < last && !has_han(lines_[english].bare) && has_letters(lines_[english].bare))
      ++english;
    if (english > end)
      cover_.titles_en.push_back(
          {squeeze(joined(end, english)), {lines_[end].begin, lines_[english - 1].end}});
  }

  // The first run of large lines. Of recognised ones the longest: what is left of a seal's
  // letters may be large, too, but never long.
  std::pair<std::size_t, std::size_t> title_lines(std::size_t first, std::size_t last,
                                                  float largest) const {
    const bool recognised = has_recognised_words(page_);
    const float least = (recognised ? 0.6f : 0.8f) * largest;
    std::pair<std::size_t, std::size_t> best{last, last};
    std::size_t most = 0;
    for (std::size_t begin = first; begin < last;) {
      std::size_t end = begin, letters = 0;
      while (end < last && may_be_title(lines_[end]) && lines_[end].size >= least)
        letters += lines_[end++].bare.size();
      if (letters > most) {
        best = {begin, end};
        most = letters;
      }
      if (most > 0 && !recognised) break;
      begin = std::max(end, begin + 1);
    }
    return best;
  }

  std::size_t level_line() const {
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (is_level_word(lines_[i].bare)) return i + 1;
    return 0;
  }

  std::string joined(std::size_t begin, std::size_t end) const {
    std::string text;
    for (std::size_t i = begin; i < end; ++i)
      text.append(text.empty() ? "" : " ").append(lines_[i].print);
    return text;
  }

  void read_issuers() {
    const std::size_t first = first_of_foot_ == kNone ? 0 : first_of_foot_;
    bool found = false;
    for (std::size_t i = first; i < lines_.size(); ++i) {
      const CoverLine& line = lines_[i];
      std::string name = squeeze(line.print);
      const bool says_issued = bare(name).ends_with("发布") && line.dates.empty();
      if (!says_issued &&
          (first_of_foot_ == kNone || !line.dates.empty() || line.has_date_placeholder ||
           !line.numbers.empty() || !has_han(line.bare))) {
        if (found) return;
        continue;
      }
      for (std::string_view tail : {"联合发布", "发布"})
        if (name.ends_with(tail)) name.resize(name.size() - tail.size());
      name = squeeze(name);
      if (name.size() < 6 || contains(name, "专用章")) continue;  // the rest of a seal
      cover_.issuers.push_back({name, span_of(line)});
      found = true;
    }
  }

  // F12 of F12T/CHIA: beside the class stands the code of the body, large.
  static std::string ccs_of(std::string_view print) {
    const auto digit = [&](std::size_t at) {
      return at < print.size() && print[at] >= '0' && print[at] <= '9';
    };
    std::size_t end = 1;
    while (digit(end)) ++end;
    for (bool more = true; more;) {
      std::size_t next = end + 1;
      if (end >= print.size() || (print[end] != '/' && print[end] != ',')) break;
      if (next < print.size() && print[next] >= 'A' && print[next] <= 'Z') ++next;
      more = digit(next);
      while (digit(next)) ++next;
      if (more) end = next;
    }
    return std::string(print.substr(0, end >= 3 ? end : print.size()));
  }

  void read_classes() {
    for (const CoverLine& line : lines_) {
      if (!is_ics_or_ccs(line.bare)) continue;
      const std::size_t ccs = line.bare.find("CCS");
      if (line.bare.starts_with("ICS"))
        for (std::string_view one :
             split(std::string_view(line.bare).substr(3, ccs == std::string::npos ? ccs : ccs - 3),
                   ';'))
          if (!one.empty()) cover_.ics.push_back({std::string(one), span_of(line)});
      if (ccs != std::string::npos && ccs + 3 < line.bare.size())
        cover_.ccs.push_back({ccs_of(std::string_view(line.bare).substr(ccs + 3)), span_of(line)});
      else if (!line.bare.starts_with("ICS"))
        cover_.ccs.push_back({line.bare, span_of(line)});
    }
  }

  void read_draft_marks() {
    for (const CoverLine& line : lines_)
      if (is_draft_mark(line.bare) || line.has_number_placeholder || line.has_date_placeholder)
        cover_.draft_marks.push_back({squeeze(line.print), span_of(line)});
  }

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  const Page& page_;
  std::vector<CoverLine> lines_;
  StandardCover cover_;
  std::size_t last_of_head_ = kNone;   // line of the number, what is replaced, or their placeholder
  std::size_t first_of_foot_ = kNone;  // line of the dates
};

bool is_clause_one(std::string_view bare) {
  return bare == "1范围" || bare == "1总则" || bare == "1主题内容与适用范围";
}

// The title printed above clause 1: the largest Chinese lines there.
void add_title_above_clause_one(const Page& page, StandardCover& cover) {
  const std::vector<CoverLine> lines = cover_lines(page);
  const auto clause = std::find_if(lines.begin(), lines.end(),
                                   [](const CoverLine& l) { return is_clause_one(l.bare); });
  if (clause == lines.end()) return;
  std::size_t begin = 0;
  const auto end = static_cast<std::size_t>(clause - lines.begin());
  while (begin < end && (lines[begin].is_number_alone || !has_han(lines[begin].bare))) ++begin;
  if (begin == end || end - begin > 4) return;
  std::string title;
  for (std::size_t i = begin; i < end; ++i)
    title.append(title.empty() ? "" : " ").append(lines[i].print);
  cover.titles.push_back({squeeze(title), {lines[begin].begin, lines[end - 1].end}});
  cover.page = page.number;
}

// A number that stands alone at the head of pages is the standard's own.
std::optional<StandardCover> without_cover(const std::vector<const Page*>& pages) {
  StandardCover cover;
  cover.is_printed = false;
  const Page* titled = nullptr;
  for (const Page* page : pages) {
    // Most pages need no closer look: clause 1 is named 范围 or 总则 (blanks may part the two).
    if (page->is_suspect() || !(contains(page->text, "范") || contains(page->text, "总"))) continue;
    const auto lines = cover_lines(*page);
    const bool has_clause_one = std::any_of(
        lines.begin(), lines.end(), [](const CoverLine& l) { return is_clause_one(l.bare); });
    if (!has_clause_one) continue;
    titled = page;
    for (std::size_t i = 0; i < std::min<std::size_t>(lines.size(), 2); ++i)
      if (lines[i].is_number_alone && cover.numbers.empty()) {
        const FoundNumber& found = lines[i].numbers.front();
        cover.numbers.push_back(
            {found.number, {lines[i].begin + found.begin, lines[i].begin + found.end}});
        cover.numbers.back().number.role = NumberRole::own;
      }
    break;
  }
  if (titled == nullptr || cover.numbers.empty()) return std::nullopt;
  add_title_above_clause_one(*titled, cover);
  cover.page = titled->number;
  return cover;
}

}  // namespace

std::optional<int> year_of_publication(const StandardCover& cover) {
  if (cover.published.size() != 1 || !cover.published[0].value) return std::nullopt;
  return cover.published[0].value->year;
}

namespace {

// A scan of the cover pasted into a page with other things on it.
std::optional<StandardCover> cover_in_picture(const Page& page) {
  for (const PageRegion& region : regions_of(page)) {
    if (region.is_whole) continue;
    const Page piece = piece_of(region);
    if (is_cover(piece)) return read_cover(piece);
  }
  return std::nullopt;
}

}  // namespace

bool is_cover(const Page& page) {
  std::size_t text = 0;
  for (const Line& line : page.lines) text += line.end - line.begin;
  return text <= kMostText && CoverReader(page).score() >= kEnough;
}

StandardCover read_cover(const Page& page) {
  return CoverReader(page).read();
}

std::optional<StandardCover> find_standard_cover(const Document& document, std::uint32_t first_page,
                                                 std::uint32_t last_page) {
  std::vector<const Page*> pages;
  for (const Page& page : document.pages)
    if (page.number >= first_page && page.number <= last_page) pages.push_back(&page);
  for (std::size_t i = 0; i < std::min<std::size_t>(pages.size(), 3); ++i) {
    if (is_cover(*pages[i])) return read_cover(*pages[i]);
    if (auto cover = cover_in_picture(*pages[i])) return cover;
  }
  return without_cover(pages);
}

}  // namespace biaoshen
