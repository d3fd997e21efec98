// Which pale print of a page is a watermark; the rest of pdf_glyphs.h.
#include <algorithm>
#include <cmath>
#include <map>

#include "extractors/readers/pdf/pdf_glyphs.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr float kPale = 0.6f;            // 0 black, 1 white; plain grey is 0.5
constexpr float kHead = 0.1f;            // share of the page's height, at both ends
constexpr float kLarger = 1.2f;          // than the print of the page
constexpr std::size_t kTiles = 4;        // copies on a page
constexpr float kTiledHeight = 0.4f;     // share of the page's height
constexpr std::size_t kCrossed = 2;      // letters that it is printed across
constexpr std::size_t kMostRuns = 2000;  // of a page
constexpr std::size_t kLeastLetters = 2;

bool is_pale(const PrintedGlyph& glyph, const Paper& paper) {
  if (glyph.fate != Fate::shown || glyph.is_blank || glyph.has_own_colours) return false;
  const Colour& c = glyph.colour;
  const float light = (0.3f * static_cast<float>(c.red) + 0.59f * static_cast<float>(c.green) +
                       0.11f * static_cast<float>(c.blue)) /
                      255;
  if (!(1 - glyph.opacity * (1 - light) >= kPale)) return false;
  const Paper::Spot spot = paper.at(glyph.x, glyph.y);
  // On a coloured ground light print is the print.
  const Colour& g = spot.colour;
  return spot.ground != Ground::unknown && std::min({g.red, g.green, g.blue}) >= 230;
}

bool goes_on(const PrintedGlyph& before, const PrintedGlyph& glyph) {
  const float size = std::max(glyph.size, 1.0f);
  return std::abs(glyph.y - before.y) < 0.3f * size && glyph.x > before.x &&
         glyph.x - before.x < 2.5f * size && std::abs(glyph.size - before.size) < 0.1f * size;
}

// The size of most of the print that is not pale; 0 where there is none.
float usual_size(const std::vector<PrintedGlyph>& glyphs, const std::vector<GlyphRun>& runs) {
  std::map<int, std::size_t> letters;  // by half points
  for (const PrintedGlyph& glyph : glyphs)
    if (glyph.fate == Fate::shown && !glyph.is_blank) ++letters[static_cast<int>(2 * glyph.size)];
  for (const GlyphRun& run : runs)
    for (std::size_t i = run.first; i < run.last; ++i)
      if (!glyphs[i].is_blank) --letters[static_cast<int>(2 * glyphs[i].size)];
  const auto most =
      std::max_element(letters.begin(), letters.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == letters.end() || most->second == 0 ? 0 : static_cast<float>(most->first) / 2;
}

// Letters outside the run that stand among its own.
std::size_t crossed_by(const GlyphRun& run, const std::vector<PrintedGlyph>& glyphs) {
  const float reach = 0.4f * run.size;
  std::size_t crossed = 0;
  for (std::size_t i = 0; i < glyphs.size() && crossed < kCrossed; ++i) {
    const PrintedGlyph& glyph = glyphs[i];
    if ((i >= run.first && i < run.last) || glyph.is_blank || glyph.fate != Fate::shown) continue;
    if (glyph.x > run.middles.left - reach && glyph.x < run.middles.right + reach &&
        glyph.y > run.middles.top - reach && glyph.y < run.middles.bottom + reach &&
        // Bold faked by printing twice is no other print.
        (glyph.size < 0.8f * run.size || std::abs(glyph.y - run.middles.top) > 0.15f * run.size))
      ++crossed;
  }
  return crossed;
}

bool is_in_head_or_foot(const GlyphRun& run, float page_height) {
  return run.middles.top < kHead * page_height || run.middles.bottom > (1 - kHead) * page_height;
}

struct Copies {
  std::size_t count = 0, across = 0;  // of these, printed across other print
  float top = 1e9f, bottom = -1e9f;
};

std::map<std::string, Copies> copies_of(const std::vector<GlyphRun>& runs) {
  std::map<std::string, Copies> copies;
  for (const GlyphRun& run : runs) {
    Copies& same = copies[run.text];
    ++same.count;
    same.across += run.is_across ? 1 : 0;
    same.top = std::min(same.top, run.middles.top);
    same.bottom = std::max(same.bottom, run.middles.bottom);
  }
  return copies;
}

}  // namespace

std::string GlyphRun::key() const {
  return text + '@' + std::to_string(std::lround(middles.left / 4)) + ',' +
         std::to_string(std::lround(middles.top / 4));
}

std::vector<GlyphRun> pale_runs(const std::vector<PrintedGlyph>& glyphs, const Paper& paper) {
  std::vector<GlyphRun> runs;
  const PrintedGlyph* before = nullptr;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    const PrintedGlyph& glyph = glyphs[i];
    if (glyph.is_blank) continue;
    if (!is_pale(glyph, paper)) {
      before = nullptr;
      continue;
    }
    if (before == nullptr || !goes_on(*before, glyph)) {
      if (runs.size() >= kMostRuns) break;
      runs.push_back({{}, i, i, {glyph.x, glyph.y, glyph.x, glyph.y}, glyph.size});
    }
    GlyphRun& run = runs.back();
    if (glyph.letter != 0) append_utf8(run.text, glyph.letter);
    run.last = i + 1;
    run.middles = unite(run.middles, {glyph.x, glyph.y, glyph.x, glyph.y});
    before = &glyph;
  }
  std::erase_if(runs,
                [](const GlyphRun& run) { return count_code_points(run.text) < kLeastLetters; });
  return runs;
}

void mark_watermarks(std::vector<PrintedGlyph>& glyphs, std::vector<GlyphRun>& runs,
                     const std::set<std::string>& known, float page_height) {
  const float usual = usual_size(glyphs, runs);
  for (GlyphRun& run : runs) run.is_across = crossed_by(run, glyphs) >= kCrossed;
  const std::map<std::string, Copies> copies = copies_of(runs);
  for (GlyphRun& run : runs) {
    const Copies& same = copies.at(run.text);
    const bool is_tiled = same.count >= kTiles &&
                          same.bottom - same.top > kTiledHeight * page_height &&
                          (run.size > kLarger * usual || 4 * same.across >= same.count);
    run.is_watermark = is_tiled || run.is_across ||
                       (known.contains(run.key()) && !is_in_head_or_foot(run, page_height));
    if (!run.is_watermark) continue;
    for (std::size_t i = run.first; i < run.last; ++i) glyphs[i].fate = Fate::watermark;
  }
  std::erase_if(runs, [&](const GlyphRun& run) {
    return run.is_watermark || is_in_head_or_foot(run, page_height);
  });
}

}  // namespace biaoshen
