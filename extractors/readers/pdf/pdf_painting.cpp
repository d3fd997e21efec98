#include "extractors/readers/pdf/pdf_painting.h"

#include <poppler/GfxFont.h>
#include <poppler/GfxState.h>
#include <poppler/Object.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "extractors/readers/pdf/pdf_device.h"
#include "extractors/readers/pdf/pdf_rulings.h"

namespace biaoshen {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMostGlyphs = 1'000'000;  // of a page; what comes then counts as shown
constexpr std::size_t kDeepest = 10'000;        // of what is nested
constexpr float kBroad = 4;                     // points; print may stand on such a line
constexpr int kInvisible = 3, kStroked = 1;     // text render modes

Colour colour_of(const GfxRGB& rgb) {
  return {colToByte(rgb.r), colToByte(rgb.g), colToByte(rgb.b)};
}

bool is_upright(const GfxState& state) {
  const double* m = state.getCTM();
  const double straight = std::abs(m[0]) + std::abs(m[3]), turned = std::abs(m[1]) + std::abs(m[2]);
  return std::min(straight, turned) < 1e-3 * std::max(straight, turned);
}

bool is_pattern(GfxColorSpace* space) {
  return space == nullptr || space->getMode() == csPattern;
}

void take_ink(GfxState& state, bool is_stroke, PrintedGlyph& glyph) {
  GfxColorSpace* space = is_stroke ? state.getStrokeColorSpace() : state.getFillColorSpace();
  glyph.opacity = static_cast<float>(is_stroke ? state.getStrokeOpacity() : state.getFillOpacity());
  const bool is_type3 = state.getFont() && state.getFont()->getType() == fontType3;
  // In any other way of blending the ink is not what is seen.
  if (is_type3 || is_pattern(space) || state.getBlendMode() != gfxBlendNormal) {
    glyph.has_own_colours = true;
    return;
  }
  GfxRGB rgb{};
  if (is_stroke)
    state.getStrokeRGB(&rgb);
  else
    state.getFillRGB(&rgb);
  glyph.colour = colour_of(rgb);
}

Box clip_of(const GfxState& state) {
  double left, top, right, bottom;
  state.getClipBBox(&left, &top, &right, &bottom);
  return {static_cast<float>(left), static_cast<float>(top), static_cast<float>(right),
          static_cast<float>(bottom)};
}

Box box_of(GfxState& state, const GfxSubpath& path) {
  Box box{1e9f, 1e9f, -1e9f, -1e9f};
  for (int i = 0; i < path.getNumPoints(); ++i) {
    double x, y;
    state.transform(path.getX(i), path.getY(i), &x, &y);
    box.left = std::min(box.left, static_cast<float>(x));
    box.right = std::max(box.right, static_cast<float>(x));
    box.top = std::min(box.top, static_cast<float>(y));
    box.bottom = std::max(box.bottom, static_cast<float>(y));
  }
  return box;
}

}  // namespace

bool is_solid(const GfxState& state) {
  return state.getFillOpacity() >= 1 && state.getBlendMode() == gfxBlendNormal;
}

Painting::Pen Painting::pen_of(GfxState& state) const {
  Pen pen;
  pen.mode = state.getRender();
  double m[4];
  state.getFontTransMat(&m[0], &m[1], &m[2], &m[3]);
  const bool is_upright = !state.getFont() || state.getFont()->getWMode() == 0;
  constexpr double kMiddle = 0.35;  // of the letters' height over the line they stand on
  pen.middle_across = is_upright ? kMiddle * m[2] : 0;
  pen.middle_down = is_upright ? kMiddle * m[3] : 0;
  const bool is_type3 = state.getFont() && state.getFont()->getType() == fontType3;
  if (!is_type3) pen.glyph.size = static_cast<float>(std::hypot(m[2], m[3]));
  pen.glyph.step = step_;
  take_ink(state, (pen.mode & 3) == kStroked, pen.glyph);
  const Box shown = clip_of(state);
  pen.is_outside = !(width(shown) > 0) || !(height(shown) > 0);
  pen.is_watermark = watermark_depth_ > 0 || is_diagonal(state);
  return pen;
}

PrintedGlyph Painting::glyph_of(GfxState& state, double x, double y, double dx, double dy) {
  // A string that is filled with a pattern is rendered in another mode than it began.
  if (!pen_ || pen_->mode != state.getRender()) pen_ = pen_of(state);
  PrintedGlyph glyph = pen_->glyph;
  double across, down;
  state.transform(x + dx / 2, y + dy / 2, &across, &down);
  glyph.x = static_cast<float>(across + pen_->middle_across);
  glyph.y = static_cast<float>(down + pen_->middle_down);
  const bool is_outside =
      !(glyph.x >= 0) || !(glyph.y >= 0) || !(glyph.x <= width_) || !(glyph.y <= height_);
  if ((pen_->mode & kInvisible) == kInvisible)
    glyph.hides = Hides::invisible;
  else if (is_outside || pen_->is_outside)
    glyph.hides = Hides::outside;
  if (glyph.hides != Hides::not_at_all)
    glyph.fate = Fate::hidden;
  else if (pen_->is_watermark)
    glyph.fate = Fate::watermark;
  return glyph;
}

void Painting::add(const PrintedGlyph& glyph) {
  if (glyphs_.size() < kMostGlyphs) glyphs_.push_back(glyph);
}

void Painting::paint_path(GfxState& state) {
  const GfxPath* path = state.getPath();
  if (path == nullptr || is_pattern(state.getFillColorSpace())) return;
  GfxRGB rgb{};
  state.getFillRGB(&rgb);
  const bool is_plain = is_solid(state) && is_upright(state) && !is_clipped_oddly_ &&
                        groups_.empty() && path->getNumSubpaths() == 1 &&
                        is_rectangle(*path->getSubpath(0));
  ++step_;
  for (int i = 0; i < path->getNumSubpaths(); ++i)
    paper_.paint(shown_part(state, box_of(state, *path->getSubpath(i))),
                 is_plain ? Ground::plain : Ground::unknown, colour_of(rgb), is_plain, step_);
}

void Painting::paint_stroke(GfxState& state) {
  const GfxPath* path = state.getPath();
  const auto broad = static_cast<float>(state.getTransformedLineWidth());
  if (path == nullptr || !(broad >= kBroad)) return;
  ++step_;
  for (int i = 0; i < path->getNumSubpaths(); ++i) {
    const Box line = box_of(state, *path->getSubpath(i));
    const Box box{line.left - broad / 2, line.top - broad / 2, line.right + broad / 2,
                  line.bottom + broad / 2};
    paper_.paint(shown_part(state, box), Ground::unknown, {}, false, step_);
  }
}

void Painting::paint_image(const GfxState& state, const Box& shown, bool is_opaque) {
  const bool covers = is_opaque && is_upright(state) && !is_clipped_oddly_ && groups_.empty();
  paper_.paint(shown, Ground::picture, {}, covers, ++step_);
}

void Painting::paint_clip(const GfxState& state) {
  paper_.paint(shown_part(state, clip_of(state)), Ground::unknown, {}, false, ++step_);
}

Box Painting::shown_part(const GfxState& state, const Box& box) const {
  const Box clip = clip_of(state);
  const Box shown{std::max({box.left, clip.left, 0.0f}), std::max({box.top, clip.top, 0.0f}),
                  std::min({box.right, clip.right, width_}),
                  std::min({box.bottom, clip.bottom, height_})};
  return shown.left < shown.right && shown.top < shown.bottom ? shown : Box{};
}

void Painting::restore() {
  if (clips_.empty()) return;
  is_clipped_oddly_ = clips_.back();
  clips_.pop_back();
}

void Painting::clip(GfxState& state) {
  const GfxPath* path = state.getPath();
  if (path == nullptr || path->getNumSubpaths() != 1 || !is_upright(state) ||
      !is_rectangle(*path->getSubpath(0)))
    is_clipped_oddly_ = true;
}

// What was drawn within the group is as faint as the group.
void Painting::end_group(double opacity) {
  if (groups_.empty()) return;
  for (std::size_t i = groups_.back(); opacity < 1 && i < glyphs_.size(); ++i)
    glyphs_[i].opacity *= static_cast<float>(opacity);
  groups_.pop_back();
}

void Painting::begin_marked(const char* name, Dict* properties) {
  bool is_watermark = false;
  if (name != nullptr && name == "Artifact"sv && properties != nullptr)
    is_watermark = properties->lookup("Subtype").isName("Watermark");
  if (marked_.size() >= kDeepest) return;
  marked_.push_back(is_watermark);
  watermark_depth_ += is_watermark ? 1 : 0;
}

void Painting::end_marked() {
  if (marked_.empty()) return;
  watermark_depth_ -= marked_.back() ? 1 : 0;
  marked_.pop_back();
}

}  // namespace biaoshen
