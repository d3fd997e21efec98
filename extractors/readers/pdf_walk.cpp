#include "extractors/readers/pdf_walk.h"

#include <poppler/Error.h>
#include <poppler/Gfx.h>
#include <poppler/GfxFont.h>
#include <poppler/GfxState.h>
#include <poppler/PDFDoc.h>
#include <poppler/TextOutputDev.h>

#include <algorithm>
#include <cmath>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr double kPointsPerInch = 72;
constexpr int kInvisible = 3;                // text render mode
constexpr std::size_t kMostRulings = 20000;  // a drawing, not a table, beyond this
constexpr std::size_t kMostImages = 5000;
constexpr double kThin = 3;      // a filled rectangle this thin is a ruling
constexpr double kShortest = 6;  // shorter strokes are parts of letters or dots

bool explains_itself(const GfxFont* font) {
  if (font == nullptr) return true;
  if (font->hasToUnicodeCMap()) return true;
  if (font->getType() == fontType3) return false;
  if (!font->isCIDFont()) return true;  // simple fonts name their glyphs
  const GooString* collection = static_cast<const GfxCIDFont*>(font)->getCollection();
  return collection == nullptr || collection->cmp("Adobe-Identity") != 0;
}

class Walker final : public TextOutputDev {
 public:
  Walker(PageWalk& walk, Wanted wanted)
      : TextOutputDev(nullptr, false, 0, true, false, true), walk_(walk), wanted_(wanted) {}

  // Images and paths are wanted, but nothing is to be painted: patterns and
  // shadings, which a page can make arbitrarily costly, count as done.
  bool needNonText() override { return true; }
  bool useTilingPatternFill() override { return true; }
  bool tilingPatternFill(GfxState*, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int,
                         int, double, double) override {
    return true;
  }
  bool useShadedFills(int) override { return true; }
  bool functionShadedFill(GfxState*, GfxFunctionShading*) override { return true; }
  bool axialShadedFill(GfxState*, GfxAxialShading*, double, double) override { return true; }
  bool radialShadedFill(GfxState*, GfxRadialShading*, double, double) override { return true; }
  bool gouraudTriangleShadedFill(GfxState*, GfxGouraudTriangleShading*) override { return true; }
  bool patchMeshShadedFill(GfxState*, GfxPatchMeshShading*) override { return true; }

  void updateFont(GfxState* state) override {
    TextOutputDev::updateFont(state);
    font_explains_ = explains_itself(state->getFont().get());
  }

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x,
                double origin_y, CharCode code, int bytes, const Unicode* u, int length) override {
    const bool hidden = (state->getRender() & kInvisible) == kInvisible;
    const bool blank = length == 1 && (u[0] == 0x20 || u[0] == 0xA0 || u[0] == 0x3000);
    if (!blank) {
      if (hidden) {
        ++walk_.hidden_characters;
      } else {
        ++walk_.characters;
        if (!font_explains_ || length == 0) ++walk_.unexplained;
      }
    }
    if (hidden == (wanted_ == Wanted::hidden))
      TextOutputDev::drawChar(state, x, y, dx, dy, origin_x, origin_y, code, bytes, u, length);
  }

  void stroke(GfxState* state) override { gather_rulings(state, true); }
  void fill(GfxState* state) override { gather_rulings(state, false); }
  void eoFill(GfxState* state) override { gather_rulings(state, false); }

  void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height,
                     bool invert, bool interpolate, bool is_inline) override {
    add_image(state, stream, width, height);
    if (is_inline)
      OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, is_inline);
  }
  void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                 GfxImageColorMap* colors, bool interpolate, const int* mask,
                 bool is_inline) override {
    add_image(state, stream, width, height);
    if (is_inline)
      OutputDev::drawImage(state, ref, stream, width, height, colors, interpolate, mask, is_inline);
  }
  void drawMaskedImage(GfxState* state, Object*, Stream* stream, int width, int height,
                       GfxImageColorMap*, bool, Stream*, int, int, bool, bool) override {
    add_image(state, stream, width, height);
  }
  void drawSoftMaskedImage(GfxState* state, Object*, Stream* stream, int width, int height,
                           GfxImageColorMap*, bool, Stream*, int, int, GfxImageColorMap*,
                           bool) override {
    add_image(state, stream, width, height);
  }

 private:
  void add_image(GfxState* state, Stream* stream, int width, int height) {
    if (walk_.images.size() >= kMostImages || width <= 0 || height <= 0) return;
    double xs[4], ys[4];
    const double corners[4][2] = {{0, 0}, {1, 0}, {0, 1}, {1, 1}};
    for (int i = 0; i < 4; ++i) state->transform(corners[i][0], corners[i][1], &xs[i], &ys[i]);
    Image image;
    image.box = {static_cast<float>(*std::min_element(xs, xs + 4)),
                 static_cast<float>(*std::min_element(ys, ys + 4)),
                 static_cast<float>(*std::max_element(xs, xs + 4)),
                 static_cast<float>(*std::max_element(ys, ys + 4))};
    image.width = static_cast<std::uint32_t>(width);
    image.height = static_cast<std::uint32_t>(height);
    switch (stream == nullptr ? strWeird : stream->getKind()) {
      case strDCT:
        image.format = "jpeg";
        break;
      case strJPX:
        image.format = "jp2";
        break;
      case strJBIG2:
        image.format = "jbig2";
        break;
      case strCCITTFax:
        image.format = "ccitt";
        break;
      default:
        break;
    }
    walk_.images.push_back(image);
  }

  void gather_rulings(GfxState* state, bool stroked) {
    if (!stroked) ++walk_.filled_paths;
    const GfxPath* path = state->getPath();
    for (int i = 0; path != nullptr && i < path->getNumSubpaths(); ++i) {
      if (walk_.rulings.size() >= kMostRulings) return;
      const GfxSubpath* subpath = path->getSubpath(i);
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
