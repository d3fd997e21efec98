#include "extractors/readers/pdf/pdf_walk.h"

#include <poppler/Error.h>
#include <poppler/Gfx.h>
#include <poppler/GfxFont.h>
#include <poppler/GfxState.h>
#include <poppler/OptionalContent.h>
#include <poppler/PDFDoc.h>
#include <poppler/TextOutputDev.h>

#include <algorithm>
#include <cmath>

#include "extractors/readers/pdf/pdf_device.h"
#include "extractors/readers/pdf/pdf_form.h"
#include "extractors/readers/pdf/pdf_painting.h"
#include "extractors/readers/pdf/pdf_rulings.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr double kPointsPerInch = 72;
constexpr int kMostOperators = 3'000'000;  // of a page; a form's as often as it is drawn

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

// Gathers all of a page; its words are those letters of which the fate is plain where they are
// drawn.
class Walker final : public Unpainted<TextOutputDev> {
 public:
  Walker(PageWalk& walk, PageFields& fields)
      : Unpainted<TextOutputDev>(nullptr, false, 0, true, false),
        walk_(walk),
        fields_(fields),
        painting_(walk.width, walk.height) {}

  Painting& painting() { return painting_; }
  std::size_t switched_off() const { return switched_off_; }

  static bool shows(Annot* annotation, void* walker) {
    auto* it = static_cast<Walker*>(walker);
    return annotation != nullptr && it->fields_.shows(*annotation);
  }

  void updateFont(GfxState* state) override {
    TextOutputDev::updateFont(state);
    const GfxFont* font = state->getFont().get();
    font_explains_ = explains_itself(font);
    bytes_a_letter_ = font != nullptr && font->isCIDFont() ? 2 : 1;
  }

  void beginString(GfxState* state, const GooString* string) override {
    TextOutputDev::beginString(state, string);
    painting_.begin_string();
  }
  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x,
                double origin_y, CharCode code, int bytes, const Unicode* u, int length) override {
    if (in_soft_mask()) return;
    PrintedGlyph glyph = painting_.glyph_of(*state, x, y, dx, dy);
    glyph.is_explained = font_explains_ && length > 0;
    glyph.letter = length > 0 ? u[0] : 0;
    glyph.is_blank = length == 1 && (u[0] == 0x20 || u[0] == 0xA0 || u[0] == 0x3000);
    const Fate fate = glyph.fate;
    painting_.add(glyph);
    if (fate == Fate::shown)
      TextOutputDev::drawChar(state, x, y, dx, dy, origin_x, origin_y, code, bytes, u, length);
  }
  // Letters of a layer that is switched off, or without a font.
  void incCharCount(int bytes) override {
    TextOutputDev::incCharCount(bytes);
    if (bytes > 0) switched_off_ += static_cast<std::size_t>(bytes / bytes_a_letter_);
  }
  void beginMarkedContent(const char* name, Dict* properties) override {
    TextOutputDev::beginMarkedContent(name, properties);
    painting_.begin_marked(name, properties);
  }
  void endMarkedContent(GfxState* state) override {
    TextOutputDev::endMarkedContent(state);
    painting_.end_marked();
  }

  void saveState(GfxState* state) override {
    TextOutputDev::saveState(state);
    painting_.save();
  }
  void restoreState(GfxState* state) override {
    painting_.restore();
    TextOutputDev::restoreState(state);
  }
  void clip(GfxState* state) override { painting_.clip(*state); }
  void eoClip(GfxState* state) override { painting_.clip(*state); }
  void clipToStrokePath(GfxState*) override { painting_.clip_oddly(); }
  void beginTransparencyGroup(GfxState* state, const double* box, GfxColorSpace* space,
                              bool isolated, bool knockout, bool for_soft_mask) override {
    Unpainted<TextOutputDev>::beginTransparencyGroup(state, box, space, isolated, knockout,
                                                     for_soft_mask);
    if (!for_soft_mask) painting_.begin_group();
  }
  void paintTransparencyGroup(GfxState* state, const double*) override {
    painting_.end_group(state->getFillOpacity());
  }

  void stroke(GfxState* state) override { gather_paths(state, true); }
  void fill(GfxState* state) override { gather_paths(state, false); }
  void eoFill(GfxState* state) override { gather_paths(state, false); }

  void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height,
                     bool invert, bool interpolate, bool is_inline) override {
    add_image(state, ref, stream, width, height, {true, false});
    if (is_inline)
      OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, is_inline);
  }
  void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                 GfxImageColorMap* colors, bool interpolate, const int* mask,
                 bool is_inline) override {
    add_image(state, ref, stream, width, height, {false, mask == nullptr});
    if (is_inline)
      OutputDev::drawImage(state, ref, stream, width, height, colors, interpolate, mask, is_inline);
  }
  void drawMaskedImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                       GfxImageColorMap*, bool, Stream*, int, int, bool, bool) override {
    add_image(state, ref, stream, width, height, {false, false});
  }
  void drawSoftMaskedImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                           GfxImageColorMap*, bool, Stream*, int, int, GfxImageColorMap*,
                           bool) override {
    add_image(state, ref, stream, width, height, {false, false});
  }

 protected:
  bool met_pattern(const GfxState& state) override {
    ++walk_.patterns;
    return met_shading(state);
  }
  bool met_shading(const GfxState& state) override {
    if (!in_soft_mask()) painting_.paint_clip(state);
    return true;
  }

 private:
  struct Kind {
    bool is_stencil, is_whole;
  };
  void add_image(GfxState* state, const Object* ref, Stream* stream, int width, int height,
                 Kind kind) {
    if (in_soft_mask() || width <= 0 || height <= 0) return;
    DrawnImage drawn;
    drawn.to_page = map_of_image(*state, width, height);
    drawn.image.box =
        drawn.to_page.apply({0, 0, static_cast<float>(width), static_cast<float>(height)});
    drawn.image.width = static_cast<std::uint32_t>(width);
    drawn.image.height = static_cast<std::uint32_t>(height);
    drawn.image.format = format_of(stream);
    drawn.number = ref != nullptr && ref->isRef() ? ref->getRefNum() : 0;
    drawn.shown = painting_.shown_part(*state, drawn.image.box);
    drawn.is_stencil = kind.is_stencil;
    drawn.is_opaque = kind.is_whole && is_solid(*state);
    painting_.paint_image(*state, drawn.shown, drawn.is_opaque);
    if (walk_.images.size() < kMostImages) walk_.images.push_back(std::move(drawn));
  }

  void gather_paths(GfxState* state, bool is_stroked) {
    if (in_soft_mask()) return;
    const GfxPath* path = state->getPath();
    for (int i = 0; path != nullptr && i < path->getNumSubpaths(); ++i)
      if (!is_rectangle(*path->getSubpath(i))) ++(is_stroked ? walk_.strokes : walk_.outlines);
    add_rulings(*state, is_stroked, walk_.rulings);
    if (is_stroked)
      painting_.paint_stroke(*state);
    else
      painting_.paint_path(*state);
  }

  PageWalk& walk_;
  PageFields& fields_;
  Painting painting_;
  bool font_explains_ = true;
  int bytes_a_letter_ = 1;
  std::size_t switched_off_ = 0;  // letters
};

// Walks again for the words of the letters that have one fate.
class Sieve final : public Unpainted<TextOutputDev> {
 public:
  Sieve(const std::vector<PrintedGlyph>& glyphs, Fate wanted, PageFields& fields)
      : Unpainted<TextOutputDev>(nullptr, false, 0, true, false),
        glyphs_(glyphs),
        wanted_(wanted),
        fields_(fields) {}

  static bool shows(Annot* annotation, void* sieve) {
    auto* it = static_cast<Sieve*>(sieve);
    return annotation != nullptr && it->fields_.shows(*annotation);
  }
  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x,
                double origin_y, CharCode code, int bytes, const Unicode* u, int length) override {
    if (in_soft_mask()) return;
    const Fate fate = next_ < glyphs_.size() ? glyphs_[next_].fate : Fate::shown;
    ++next_;
    if (fate == wanted_)
      TextOutputDev::drawChar(state, x, y, dx, dy, origin_x, origin_y, code, bytes, u, length);
  }

 private:
  const std::vector<PrintedGlyph>& glyphs_;
  Fate wanted_;
  PageFields& fields_;
  std::size_t next_ = 0;
};

std::string text_of(const TextWord& word) {
  std::string text;
  for (int i = 0; i < word.getLength(); ++i) {
    const char32_t c = *word.getChar(i);
    append_utf8(text, c < 0x20 || (c >= 0x7F && c < 0xA0) ? U'\uFFFD' : c);
  }
  return text;
}

std::vector<PrintedWord> words_in(TextOutputDev& device) {
  std::vector<PrintedWord> printed;
  const auto words = device.makeWordList();
  for (int i = 0; words != nullptr && i < words->getLength(); ++i) {
    const TextWord* word = words->get(i);
    double left, top, right, bottom;
    word->getBBox(&left, &top, &right, &bottom);
    if (!std::isfinite(left) || !std::isfinite(top) || !std::isfinite(right) ||
        !std::isfinite(bottom))
      continue;
    printed.push_back({text_of(*word),
                       {static_cast<float>(left), static_cast<float>(top),
                        static_cast<float>(right), static_cast<float>(bottom)},
                       static_cast<float>(word->getFontSize()),
                       word->getRotation()});
  }
  return printed;
}

void settle(const Paper& paper, const std::set<std::string>& watermarks, PageWalk& walk) {
  judge(walk.glyphs, paper);
  std::vector<GlyphRun> pale = pale_runs(walk.glyphs, paper);
  mark_watermarks(walk.glyphs, pale, watermarks, walk.height);
  for (const GlyphRun& run : pale) walk.pale.insert(run.key());
}

std::size_t count_shown(const std::vector<PrintedGlyph>& glyphs) {
  return static_cast<std::size_t>(
      std::count_if(glyphs.begin(), glyphs.end(),
                    [](const PrintedGlyph& glyph) { return glyph.fate == Fate::shown; }));
}

// What the letters, their fates settled, say about the page.
void count(const Paper& paper, PageWalk& walk) {
  for (const PrintedGlyph& glyph : walk.glyphs) {
    if (glyph.is_blank) continue;
    const bool is_covered =
        glyph.hides == Hides::covered && paper.at(glyph.x, glyph.y).ground == Ground::picture;
    if (glyph.fate == Fate::watermark) ++walk.diagonal;
    if (glyph.fate == Fate::hidden && !is_covered) ++walk.hidden_characters;
    if (glyph.fate != Fate::shown && !is_covered) continue;
    ++walk.characters;
    walk.covered += is_covered ? 1 : 0;
    walk.unexplained += glyph.is_explained ? 0 : 1;
  }
  walk.watermarks = watermark_phrases(walk.glyphs);
}

// Forms that draw forms make ten operators stand for any number. What is counted is what Poppler
// carries out, not time: so the same page ends at the same place everywhere.
class Patience {
 public:
  static bool is_over(void* patience) {
    auto* it = static_cast<Patience*>(patience);
    return ++it->asked_ > kMostAsked;
  }
  bool has_ended() const { return asked_ > kMostAsked; }

 private:
  static constexpr int kMostAsked = kMostOperators / 11;  // Poppler asks after each eleven of them
  int asked_ = 0;
};

// False where there was no end to it; then the device has what came first.
bool display(PDFDoc& document, OutputDev& device, int page, bool (*shows)(Annot*, void*)) {
  Patience patience;
  document.displayPage(&device, page, kPointsPerInch, kPointsPerInch, 0, false, true, false,
                       Patience::is_over, &patience, shows, &device);
  return !patience.has_ended();
}

std::vector<PrintedWord> words_with(Fate fate, PDFDoc& document, int page,
                                    const std::vector<PrintedGlyph>& glyphs) {
  PageFields fields(document, page);
  Sieve sieve(glyphs, fate, fields);
  display(document, sieve, page, Sieve::shows);
  return words_in(sieve);
}

// Poppler reports trouble by a global callback; the reader is single-threaded.
bool g_out_of_memory = false;
void note_error(ErrorCategory, Goffset, const char* message) {
  const std::string_view text(message == nullptr ? "" : message);
  if (contains(text, "Out of memory") || contains(text, "Bogus memory")) g_out_of_memory = true;
}

}  // namespace

PageWalk walk_page(PDFDoc& document, int page, const std::set<std::string>& watermarks) {
  PageWalk walk;
  const bool turned = document.getPageRotate(page) % 180 != 0;
  const double across = document.getPageCropWidth(page), down = document.getPageCropHeight(page);
  walk.width = static_cast<float>(turned ? down : across);
  walk.height = static_cast<float>(turned ? across : down);
  setErrorCallback(note_error);
  g_out_of_memory = false;

  PageFields fields(document, page);
  Walker walker(walk, fields);
  walk.is_endless = !display(document, walker, page, Walker::shows);
  walk.glyphs = walker.painting().take_glyphs();
  const std::size_t drawn = count_shown(walk.glyphs);
  settle(walker.painting().paper(), watermarks, walk);
  const std::vector<PrintedWord> values = words_of(fields.values(), walk.glyphs);
  count(walker.painting().paper(), walk);
  const OCGs* layers = document.getOptContentConfig();
  walk.hidden = hidden_letters(walk.glyphs, walker.painting().paper(),
                               layers != nullptr && layers->hasOCGs() ? walker.switched_off() : 0);
  walk.diagonal += fields.watermarks().size();
  walk.watermarks.insert(fields.watermarks().begin(), fields.watermarks().end());

  if (is_under_picture(walk) || count_shown(walk.glyphs) == drawn)
    walk.words = words_in(walker);
  else
    walk.words = words_with(Fate::shown, document, page, walk.glyphs);
  for (const PrintedWord& value : values) {
    walk.characters += count_code_points(value.text);
    walk.words.push_back(value);
  }
  walk.out_of_memory = g_out_of_memory;
  return walk;
}

PageWalk hidden_words(PDFDoc& document, int page, const PageWalk& walk) {
  PageWalk hidden = walk;
  if (!is_under_picture(walk)) hidden.words = words_with(Fate::hidden, document, page, walk.glyphs);
  return hidden;
}

}  // namespace biaoshen
