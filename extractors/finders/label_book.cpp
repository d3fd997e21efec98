#include "extractors/finders/label_book.h"

#include <algorithm>

#include "extractors/finders/known_labels.h"

namespace biaoshen {
namespace {

constexpr std::size_t kLongestHint = 40;       // glyphs between the brackets
constexpr std::size_t kShortestNear = 4;       // glyphs of a label that may have a wrong one
constexpr std::size_t kLongestNumbering = 12;  // glyphs of 1.2.3 or ***

bool is_opening(char32_t c) {
  return c == '(' || c == '[' || c == U'【' || c == U'〔';
}
bool is_closing(char32_t c) {
  return c == ')' || c == ']' || c == U'】' || c == U'〕';
}
bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

// 必填 marks and the like, before or behind a label.
bool is_mark(char32_t c) {
  return std::u32string_view(U"*★☆▲△●○◆◇■▶※•·#").find(c) != std::u32string_view::npos;
}

// Between two labels that share one value.
bool is_joint(char32_t c) {
  return std::u32string_view(U"/、及和与,").find(c) != std::u32string_view::npos;
}

bool is_chinese_numeral(char32_t c) {
  return std::u32string_view(U"一二三四五六七八九十").find(c) != std::u32string_view::npos;
}

// Bounded, so that a page of asterisks costs no more than a page of letters.
std::size_t skip_while(const Glyphs& glyphs, std::size_t at, bool (*holds)(char32_t)) {
  const std::size_t stop = std::min(glyphs.size(), at + kLongestNumbering);
  while (at < stop && holds(glyphs[at].c)) ++at;
  return at;
}

std::size_t skip_bracket(const Glyphs& glyphs, std::size_t at) {
  if (at >= glyphs.size() || !is_opening(glyphs[at].c)) return at;
  const std::size_t stop = std::min(glyphs.size(), at + kLongestHint + 2);
  for (std::size_t i = at + 1; i < stop; ++i) {
    if (is_closing(glyphs[i].c)) return i + 1;
    if (is_opening(glyphs[i].c)) return at;
  }
  return at;
}

// What is looked for of a label: its characters without the colon.
std::u32string characters_of_label(std::string_view label) {
  std::u32string characters = characters_of(label);
  while (!characters.empty() && is_colon(characters.back())) characters.pop_back();
  return characters;
}

// Folded once: a book is made for each fact that is asked of each part.
const std::vector<std::u32string>& known_labels() {
  static const std::vector<std::u32string> known = [] {
    std::vector<std::u32string> folded;
    for (std::string_view label : kKnownLabels) folded.push_back(characters_of_label(label));
    return folded;
  }();
  return known;
}

}  // namespace

bool is_colon(char32_t c) {
  return c == ':' || c == U'︰' || c == U'∶';
}

LabelBook::LabelBook(std::span<const std::string_view> wanted, Spelling spelling)
    : spelling_(spelling) {
  for (std::size_t i = 0; i < wanted.size(); ++i) add(characters_of_label(wanted[i]), i);
  for (const std::u32string& label : known_labels()) add(label, kOtherLabel);
  for (auto& [first, entries] : by_first_) {
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
      return a.characters.size() > b.characters.size();
    });
  }
}

// Wanted labels are added first, and the sort is stable: they win over the others.
void LabelBook::add(const std::u32string& label, std::size_t wanted) {
  if (!label.empty()) by_first_[label.front()].push_back({label, wanted});
}

const LabelBook::Entry* LabelBook::longest(const Glyphs& glyphs, std::size_t at) const {
  if (at >= glyphs.size()) return nullptr;
  if (const auto found = by_first_.find(glyphs[at].c); found != by_first_.end()) {
    for (const Entry& entry : found->second) {
      if (stands_at(glyphs, at, entry.characters)) return &entry;
    }
  }
  return spelling_ == Spelling::recognised ? nearest(glyphs, at) : nullptr;
}

// The longest label with one wrong character; none where two are as near.
const LabelBook::Entry* LabelBook::nearest(const Glyphs& glyphs, std::size_t at) const {
  const Entry* best = nullptr;
  bool alone = true;
  for (const auto& [first, entries] : by_first_) {
    for (const Entry& entry : entries) {
      if (entry.characters.size() < kShortestNear) break;  // longest first
      if (best != nullptr && entry.characters.size() < best->characters.size()) break;
      if (!stands_nearly_at(glyphs, at, entry.characters)) continue;
      if (best != nullptr && entry.characters == best->characters) continue;  // wanted ones first
      alone = best == nullptr || entry.characters.size() > best->characters.size();
      best = &entry;
    }
  }
  return alone ? best : nullptr;
}

std::optional<LabelMatch> LabelBook::match(const Glyphs& glyphs, std::size_t at) const {
  const Entry* entry = longest(glyphs, at);
  if (entry == nullptr) return std::nullopt;
  LabelMatch match{{entry->wanted}, at + entry->characters.size()};
  while (match.end < glyphs.size() && is_joint(glyphs[match.end].c)) {
    const Entry* next = longest(glyphs, match.end + 1);
    if (next == nullptr) break;
    match.wanted.push_back(next->wanted);
    match.end += 1 + next->characters.size();
  }
  const std::size_t hint = match.end;
  match.end = skip_while(glyphs, skip_hint(glyphs, hint), is_mark);
  for (std::size_t i = hint; i < match.end; ++i) {
    if (glyphs[i].c == U'英') match.wanted.assign(1, kOtherLabel);
  }
  return match;
}

std::size_t skip_hint(const Glyphs& glyphs, std::size_t at) {
  for (std::size_t hints = 0; hints < 3; ++hints) {
    const std::size_t after = skip_bracket(glyphs, at);
    if (after == at) break;
    at = after;
  }
  return at;
}

std::size_t skip_numbering(const Glyphs& glyphs, std::size_t at) {
  at = skip_while(glyphs, at, is_mark);
  const bool bracket = at < glyphs.size() && is_opening(glyphs[at].c);
  const std::size_t begin = bracket ? at + 1 : at;
  std::size_t end = skip_while(glyphs, begin, is_chinese_numeral);
  const bool chinese = end > begin;
  if (!chinese) {
    end = skip_while(glyphs, begin, [](char32_t c) { return is_digit(c) || c == '.'; });
  }
  if (end == begin) return at;
  const bool closed = end < glyphs.size() && is_closing(glyphs[end].c);
  if (bracket) return closed ? end + 1 : at;
  const bool dot = end < glyphs.size() && (glyphs[end].c == U'、' || glyphs[end].c == '.');
  if (closed || dot) return skip_while(glyphs, end + 1, is_mark);
  return chinese ? at : end;  // 一般 is a word, "1 范围" is numbered
}

}  // namespace biaoshen
