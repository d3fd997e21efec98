#include "extractors/finders/glyphs.h"

#include <algorithm>
#include <variant>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

// Boxes are about a letter high. Letter-spaced words of one value stay below
// this share of it; columns of a form without rules stay above.
constexpr float kWideGap = 0.9F;

Glyphs fold_to_glyphs(std::string_view print, std::size_t offset) {
  const Folded folded = fold(print);
  const std::string& text = folded.text;
  Glyphs glyphs;
  glyphs.reserve(text.size() / 2);
  Gap gap = Gap::none;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (c == '\n') {
      gap = Gap::line;
    } else if (c == ' ') {
      const std::string_view printed = print.substr(folded.print[begin], 3);
      const bool is_wide = printed.starts_with('\t') || printed == "\u3000" || gap != Gap::none;
      gap = std::max(gap, is_wide ? Gap::wide : Gap::blank);
    } else {
      const auto [first, last] = folded.print_range(begin, at);
      glyphs.push_back({c, static_cast<std::uint32_t>(first + offset),
                        static_cast<std::uint32_t>(last + offset), gap});
      gap = Gap::none;
    }
  }
  return glyphs;
}

// How far apart two words stand on the page; `none` where that is not known.
Gap distance(const Word& left, const Word& right) {
  const auto* a = std::get_if<OnPage>(&left.place);
  const auto* b = std::get_if<OnPage>(&right.place);
  if (a == nullptr || b == nullptr) return Gap::none;
  const float letter = std::max(height(a->box), height(b->box));
  const float free = b->box.left - a->box.right;
  if (letter <= 0 || free <= 0) return Gap::none;
  return free > kWideGap * letter ? Gap::wide : Gap::none;
}

}  // namespace

Glyphs glyphs_of(std::string_view print) {
  return fold_to_glyphs(print, 0);
}

Glyphs glyphs_of(const Page& page, std::size_t begin, std::size_t end) {
  end = std::min(end, page.text.size());
  begin = std::min(begin, end);
  Glyphs glyphs = fold_to_glyphs(std::string_view(page.text).substr(begin, end - begin), begin);
  const auto [first, last] = page.words_in(begin, end);
  std::size_t at = 0;
  for (std::size_t i = first + 1; i < last; ++i) {
    while (at < glyphs.size() && glyphs[at].begin < page.words[i].begin) ++at;
    if (at == glyphs.size()) break;
    if (glyphs[at].gap < Gap::line) {
      glyphs[at].gap = std::max(glyphs[at].gap, distance(page.words[i - 1], page.words[i]));
    }
  }
  return glyphs;
}

std::u32string characters_of(std::string_view print) {
  std::u32string out;
  for (const Glyph& glyph : glyphs_of(print)) out.push_back(glyph.c);
  return out;
}

bool stands_at(const Glyphs& glyphs, std::size_t at, std::u32string_view phrase) {
  if (phrase.empty() || glyphs.size() < phrase.size() || at > glyphs.size() - phrase.size()) {
    return false;
  }
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (glyphs[at + i].c != phrase[i]) return false;
  }
  return true;
}

bool stands_nearly_at(const Glyphs& glyphs, std::size_t at, std::u32string_view phrase) {
  if (phrase.empty() || glyphs.size() < phrase.size() || at > glyphs.size() - phrase.size()) {
    return false;
  }
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (glyphs[at + i].c == phrase[i]) continue;
    if (++wrong > 1 || !is_han(glyphs[at + i].c) || !is_han(phrase[i])) return false;
  }
  return true;
}

std::size_t find_in(const Glyphs& glyphs, std::u32string_view phrase, std::size_t from,
                    std::size_t to) {
  to = std::min(to, glyphs.size());
  if (phrase.empty()) return kNowhere;
  for (std::size_t at = from; at + phrase.size() <= to; ++at) {
    if (glyphs[at].c == phrase[0] && stands_at(glyphs, at, phrase)) return at;
  }
  return kNowhere;
}

}  // namespace biaoshen
