// What a walk over a PDF page learns of its letters and of what they stand on, as they are drawn:
// the colours, the clip, the transparency, the marks around them. The judging is pdf_glyphs'
// business. Tested by tests/readers/pdf_hidden_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/readers/pdf/pdf_glyphs.h"

class Dict;
class GfxState;

namespace biaoshen {

// Neither transparent nor blended with what lies beneath.
bool is_solid(const GfxState& state);

class Painting {
 public:
  Painting(float width, float height) : width_(width), height_(height), paper_(width, height) {}

  // Letters follow that may look other than those before.
  void begin_string() { pen_.reset(); }
  // A letter as the state draws it at (x, y) with that advance, in the state's own frame.
  PrintedGlyph glyph_of(GfxState& state, double x, double y, double dx, double dy);
  void add(const PrintedGlyph& glyph);

  void paint_path(GfxState& state);
  void paint_stroke(GfxState& state);  // where it is as broad as an area
  void paint_image(const GfxState& state, const Box& shown, bool is_opaque);
  void paint_clip(const GfxState& state);  // all that the clip leaves, with something
  // What the clip and the page leave of a box; empty where nothing.
  Box shown_part(const GfxState& state, const Box& box) const;

  void save() { clips_.push_back(is_clipped_oddly_); }
  void restore();
  void clip(GfxState& state);
  void clip_oddly() { is_clipped_oddly_ = true; }  // to no rectangle
  void begin_group() { groups_.push_back(glyphs_.size()); }
  void end_group(double opacity);
  void begin_marked(const char* name, Dict* properties);
  void end_marked();

  const Paper& paper() const { return paper_; }
  std::vector<PrintedGlyph> take_glyphs() { return std::move(glyphs_); }

 private:
  // What all letters of a string have in common: found out once, at the first of them.
  struct Pen {
    int mode = 0;                               // of rendering
    PrintedGlyph glyph;                         // but for its place
    double middle_across = 0, middle_down = 0;  // of a letter, from the line it stands on
    bool is_outside = false;                    // the clip leaves nothing
    bool is_watermark = false;
  };
  Pen pen_of(GfxState& state) const;

  float width_, height_;
  std::optional<Pen> pen_;
  Paper paper_;
  std::vector<PrintedGlyph> glyphs_;
  std::uint32_t step_ = 0;
  bool is_clipped_oddly_ = false;
  std::vector<bool> clips_;
  std::vector<std::size_t> groups_;  // the first glyph of each
  std::vector<bool> marked_;         // whether each marked content is a watermark
  int watermark_depth_ = 0;
};

}  // namespace biaoshen
