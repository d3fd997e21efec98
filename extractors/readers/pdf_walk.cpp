#include "extractors/readers/pdf_walk.h"

#include <poppler/Error.h>
#include <poppler/Gfx.h>
#include <poppler/GfxFont.h>
#include <poppler/GfxState.h>
#include <poppler/PDFDoc.h>
#include <poppler/TextOutputDev.h>

#include <algorithm>
#include <cmath>

#include "extractors/readers/pdf_device.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr double kPointsPerInch = 72;
constexpr int kInvisible = 3;                // text render mode
constexpr std::size_t kMostRulings = 20000;  // a drawing, not a table, beyond this
constexpr double kFaintest = 0.02;           // opacity; below nobody sees the letters
constexpr float kHidesPage = 0.7f;           // share of the page
constexpr double kThin = 3;                  // a filled rectangle this thin is a ruling
constexpr double kShortest = 6;              // shorter strokes are parts of letters or dots

bool explains_itself(const GfxFont* font) {
  if (font == nullptr) return true;
  if (font->hasToUnicodeCMap()) return true;
  if (font->getType() == fontType3) return false;
  if (!font->isCIDFont()) return true;  // simple fonts name their glyphs
  const GooString* collection = static_cast<const GfxCIDFont*>(font)->getCollection();
  return collection == nullptr || collection->cmp("Adobe-Identity") != 0;
}

std::string_view format_of(Stream* stream) {
  switch (stream == nullptr ? strWeird : stream->getKind()) {
    case strDCT:
      return "jpeg";
    case strJPX:
      return "jp2";
    case strJBIG2:
      return "jbig2";
    case strCCITTFax:
      return "ccitt";
    default:
      return "";
  }
}

bool is_rectangle(const GfxSubpath& path) {
  if (path.getNumPoints() > 6) return false;
  for (int i = 0; i < path.getNumPoints(); ++i)
    if (path.getCurve(i)) return false;
  for (int i = 1; i < path.getNumPoints(); ++i)
    if (path.getX(i) != path.getX(i - 1) && path.getY(i) != path.getY(i - 1)) return false;
  return true;
}

class Walker final : public Unpainted<TextOutputDev> {
 public:
  Walker(PageWalk& walk, Wanted wanted)
      : Unpainted<TextOutputDev>(nullptr, false, 0, true, false), walk_(walk), wanted_(wanted) {}

  bool tilingPatternFill(GfxState*, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int,
                         int, double, double) override {
    ++walk_.patterns;
    return true;
  }

  void updateFont(GfxState* state) override {
    TextOutputDev::updateFont(state);
    font_explains_ = explains_itself(state->getFont().get());
  }

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x,
                double origin_y, CharCode code, int bytes, const Unicode* u, int length) override {
    if (in_soft_mask()) return;
    const bool hidden =
        (state->getRender() & kInvisible) == kInvisible || state->getFillOpacity() < kFaintest;
    const bool blank = length == 1 && (u[0] == 0x20 || u[0] == 0xA0 || u[0] == 0x3000);
    // Not left to Poppler, which leaves out the first word after a diagonal one as well.
    if (is_diagonal(*state)) {
      if (!blank && !hidden) ++walk_.diagonal;
      return;
    }
    if (!blank && hidden) ++walk_.hidden_characters;
    if (!blank && !hidden) {
      ++walk_.characters;
      if (!font_explains_ || length == 0) ++walk_.unexplained;
    }
    if (hidden == (wanted_ == Wanted::hidden))
      TextOutputDev::drawChar(state, x, y, dx, dy, origin_x, origin_y, code, bytes, u, length);
  }

  void stroke(GfxState* state) override { gather_paths(state, true); }
  void fill(GfxState* state) override { gather_paths(state, false); }
  void eoFill(GfxState* state) override { gather_paths(state, false); }

  void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height,
                     bool invert, bool interpolate, bool is_inline) override {
    if (DrawnImage* image = add_image(state, ref, stream, width, height)) {
      image->is_stencil = true;
      image->is_opaque = false;
    }
    if (is_inline)
      OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, is_inline);
  }
  void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                 GfxImageColorMap* colors, bool interpolate, const int* mask,
                 bool is_inline) override {
    DrawnImage* image = add_image(state, ref, stream, width, height);
    if (image != nullptr && mask != nullptr) image->is_opaque = false;
    if (image != nullptr && image->is_opaque) note_covered(*image);
    if (is_inline)
      OutputDev::drawImage(state, ref, stream, width, height, colors, interpolate, mask, is_inline);
  }
  void drawMaskedImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                       GfxImageColorMap*, bool, Stream*, int, int, bool, bool) override {
    if (DrawnImage* image = add_image(state, ref, stream, width, height)) image->is_opaque = false;
  }
  void drawSoftMaskedImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                           GfxImageColorMap*, bool, Stream*, int, int, GfxImageColorMap*,
                           bool) override {
    if (DrawnImage* image = add_image(state, ref, stream, width, height)) image->is_opaque = false;
  }

 private:
  // Null where the image counts as not there.
  DrawnImage* add_image(GfxState* state, const Object* ref, Stream* stream, int width, int height) {
    if (in_soft_mask() || walk_.images.size() >= kMostImages || width <= 0 || height <= 0)
      return nullptr;
    DrawnImage drawn;
    drawn.to_page = map_of_image(*state, width, height);
    drawn.image.box =
        drawn.to_page.apply({0, 0, static_cast<float>(width), static_cast<float>(height)});
    drawn.image.width = static_cast<std::uint32_t>(width);
    drawn.image.height = static_cast<std::uint32_t>(height);
    drawn.image.format = format_of(stream);
    drawn.number = ref != nullptr && ref->isRef() ? ref->getRefNum() : 0;
    drawn.shown = shown_part(*state, drawn.image.box);
    drawn.is_opaque = state->getFillOpacity() >= 1 && state->getBlendMode() == gfxBlendNormal;
    walk_.images.push_back(std::move(drawn));
    return &walk_.images.back();
  }

  Box shown_part(const GfxState& state, const Box& box) const {
    double left, top, right, bottom;
    state.getClipBBox(&left, &top, &right, &bottom);
    const Box shown{std::max({box.left, static_cast<float>(left), 0.0f}),
                    std::max({box.top, static_cast<float>(top), 0.0f}),
                    std::min({box.right, static_cast<float>(right), walk_.width}),
                    std::min({box.bottom, static_cast<float>(bottom), walk_.height})};
    return shown.left < shown.right && shown.top < shown.bottom ? shown : Box{};
  }

  // Some scanners print what they recognised first and lay the picture over it.
  void note_covered(const DrawnImage& drawn) {
    const float page = walk_.width * walk_.height;
    if (width(drawn.shown) * height(drawn.shown) > kHidesPage * page)
      walk_.covered = walk_.characters;
  }

  void gather_paths(GfxState* state, bool stroked) {
    if (in_soft_mask()) return;
    const GfxPath* path = state->getPath();
    for (int i = 0; path != nullptr && i < path->getNumSubpaths(); ++i) {
      const GfxSubpath* subpath = path->getSubpath(i);
      if (!is_rectangle(*subpath)) ++(stroked ? walk_.strokes : walk_.outlines);
      if (walk_.rulings.size() >= kMostRulings) continue;
      if (stroked)
        add_segments(state, *subpath);
      else
        add_thin_rectangle(state, *subpath);
    }
  }

  void add_segments(GfxState* state, const GfxSubpath& subpath) {
    for (int i = 1; i < subpath.getNumPoints() && walk_.rulings.size() < kMostRulings; ++i) {
      if (subpath.getCurve(i)) continue;
      double x0, y0, x1, y1;
      state->transform(subpath.getX(i - 1), subpath.getY(i - 1), &x0, &y0);
      state->transform(subpath.getX(i), subpath.getY(i), &x1, &y1);
      add_ruling(x0, y0, x1, y1);
    }
  }

  void add_thin_rectangle(GfxState* state, const GfxSubpath& subpath) {
    if (subpath.getNumPoints() < 4 || subpath.getNumPoints() > 6) return;
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    for (int i = 0; i < subpath.getNumPoints(); ++i) {
      if (subpath.getCurve(i)) return;
      double x, y;
      state->transform(subpath.getX(i), subpath.getY(i), &x, &y);
      left = std::min(left, x), right = std::max(right, x);
      top = std::min(top, y), bottom = std::max(bottom, y);
    }
    if (bottom - top <= kThin) add_ruling(left, (top + bottom) / 2, right, (top + bottom) / 2);
    if (right - left <= kThin) add_ruling((left + right) / 2, top, (left + right) / 2, bottom);
  }

  void add_ruling(double x0, double y0, double x1, double y1) {
    const double dx = std::abs(x1 - x0), dy = std::abs(y1 - y0);
    if (!std::isfinite(dx) || !std::isfinite(dy)) return;
    if (dy < 1 && dx >= kShortest)
      walk_.rulings.push_back({true, static_cast<float>((y0 + y1) / 2),
                               static_cast<float>(std::min(x0, x1)),
                               static_cast<float>(std::max(x0, x1))});
    else if (dx < 1 && dy >= kShortest)
      walk_.rulings.push_back({false, static_cast<float>((x0 + x1) / 2),
                               static_cast<float>(std::min(y0, y1)),
                               static_cast<float>(std::max(y0, y1))});
  }

  PageWalk& walk_;
  Wanted wanted_;
  bool font_explains_ = true;
};

std::string text_of(const TextWord& word) {
  std::string text;
  for (int i = 0; i < word.getLength(); ++i) {
    const char32_t c = *word.getChar(i);
    append_utf8(text, c < 0x20 || (c >= 0x7F && c < 0xA0) ? U'\uFFFD' : c);
  }
  return text;
}

// Poppler reports trouble by a global callback; the reader is single-threaded.
bool g_out_of_memory = false;
void note_error(ErrorCategory, Goffset, const char* message) {
  const std::string_view text(message == nullptr ? "" : message);
  if (contains(text, "Out of memory") || contains(text, "Bogus memory")) g_out_of_memory = true;
}

}  // namespace

PageWalk walk_page(PDFDoc& document, int page, Wanted wanted) {
  PageWalk walk;
  const bool turned = document.getPageRotate(page) % 180 != 0;
  const double across = document.getPageCropWidth(page), down = document.getPageCropHeight(page);
  walk.width = static_cast<float>(turned ? down : across);
  walk.height = static_cast<float>(turned ? across : down);
  setErrorCallback(note_error);
  g_out_of_memory = false;

  Walker walker(walk, wanted);
  document.displayPage(&walker, page, kPointsPerInch, kPointsPerInch, 0, false, true, false);
  walk.out_of_memory = g_out_of_memory;

  const auto words = walker.makeWordList();
  for (int i = 0; words != nullptr && i < words->getLength(); ++i) {
    const TextWord* word = words->get(i);
    double left, top, right, bottom;
    word->getBBox(&left, &top, &right, &bottom);
    if (!std::isfinite(left) || !std::isfinite(top) || !std::isfinite(right) ||
        !std::isfinite(bottom))
      continue;
    walk.words.push_back({text_of(*word),
                          {static_cast<float>(left), static_cast<float>(top),
                           static_cast<float>(right), static_cast<float>(bottom)},
                          static_cast<float>(word->getFontSize()),
                          word->getRotation()});
  }
  return walk;
}

}  // namespace biaoshen
