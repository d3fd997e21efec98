#include "extractors/readers/pdf/pdf_glyphs.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr float kTiny = 1;           // points
constexpr float kFaintest = 0.02f;   // opacity; below nobody sees the letters
constexpr std::size_t kSample = 40;  // letters shown to people
constexpr std::size_t kMostPhrases = 8;

bool is_seen_nowhere(const PrintedGlyph& glyph, const Paper::Spot& spot) {
  return !glyph.has_own_colours && spot.ground == Ground::plain && spot.hidden_at <= glyph.step &&
         are_alike(glyph.colour, spot.colour);
}

Hides how_it_hides(const PrintedGlyph& glyph, const Paper& paper) {
  if (glyph.opacity < kFaintest) return Hides::invisible;
  if (glyph.size > 0 && glyph.size < kTiny) return Hides::tiny;
  const Paper::Spot spot = paper.at(glyph.x, glyph.y);
  if (spot.hidden_at > glyph.step) return Hides::covered;
  return is_seen_nowhere(glyph, spot) ? Hides::like_ground : Hides::not_at_all;
}

std::string_view in_words(Hides hides) {
  switch (hides) {
    case Hides::not_at_all:
      return "";
    case Hides::invisible:
      return "不可见";
    case Hides::like_ground:
      return "与底色相同";
    case Hides::covered:
      return "被遮盖";
    case Hides::tiny:
      return "字号过小";
    case Hides::outside:
      return "在页面之外";
    case Hides::switched_off:
      return "图层关闭";
  }
  return "";
}

}  // namespace

void judge(std::vector<PrintedGlyph>& glyphs, const Paper& paper) {
  for (PrintedGlyph& glyph : glyphs) {
    if (glyph.fate != Fate::shown) continue;
    glyph.hides = how_it_hides(glyph, paper);
    if (glyph.hides != Hides::not_at_all) glyph.fate = Fate::hidden;
  }
}

HiddenLetters hidden_letters(const std::vector<PrintedGlyph>& glyphs, const Paper& paper,
                             std::size_t switched_off) {
  HiddenLetters hidden;
  hidden.count = switched_off;
  std::size_t on_picture = 0, sample = 0;
  std::string words;
  std::set<Hides> ways;
  if (switched_off > 0) ways.insert(Hides::switched_off);
  for (const PrintedGlyph& glyph : glyphs) {
    if (glyph.fate != Fate::hidden || glyph.is_blank) continue;
    if (glyph.hides == Hides::invisible && paper.at(glyph.x, glyph.y).ground == Ground::picture) {
      ++on_picture;
      continue;
    }
    ++hidden.count;
    ways.insert(glyph.hides);
    if (glyph.letter != 0 && sample++ < kSample) append_utf8(words, glyph.letter);
  }
  if (hidden.count == 0 || on_picture > hidden.count) return {};
  hidden.words = std::to_string(hidden.count) + " 字（";
  for (const Hides way : ways)
    hidden.words += (way == *ways.begin() ? "" : "、") + std::string(in_words(way));
  hidden.words += "）";
  if (!words.empty()) hidden.words += "：" + clean_utf8(words) + (sample > kSample ? "…" : "");
  return hidden;
}

std::set<std::string> watermark_phrases(const std::vector<PrintedGlyph>& glyphs) {
  std::set<std::string> phrases;
  std::string phrase;
  const auto end_phrase = [&] {
    if (!phrase.empty() && phrases.size() < kMostPhrases) phrases.insert(clean_utf8(phrase));
    phrase.clear();
  };
  const PrintedGlyph* before = nullptr;
  for (const PrintedGlyph& glyph : glyphs) {
    if (glyph.fate != Fate::watermark) continue;
    // A new phrase begins far from where the last one went on.
    const float reach = 2.5f * std::max(glyph.size, 1.0f);
    if (before != nullptr && (std::abs(glyph.x - before->x) > reach ||
                              std::abs(glyph.y - before->y) > reach || &glyph - before > 3))
      end_phrase();
    if (!glyph.is_blank && glyph.letter != 0 && phrase.size() < 3 * kSample)
      append_utf8(phrase, glyph.letter);
    before = &glyph;
  }
  end_phrase();
  return phrases;
}

}  // namespace biaoshen
