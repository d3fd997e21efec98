// What every walk over a page without painting has in common: images and paths are met, but
// patterns and shadings, which a page can make arbitrarily costly, count as done; what is drawn
// only to make a soft mask is not on the page.
//
// Two walks that use it meet the same images in the same order; so an image is known by its
// number.
#pragma once

#include <poppler/Gfx.h>
#include <poppler/GfxState.h>
#include <poppler/OutputDev.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "extractors/pictures/picture.h"

namespace biaoshen {

constexpr std::size_t kMostImages = 5000;  // of a page; further ones are not looked at

// From the pixels of an image of this size to points of the page as displayed. The CTM of a walk at
// 72 dpi maps the unit square to points; row 0 of an image is at the top of that square.
inline PixelMap map_of_image(const GfxState& state, double width, double height) {
  const double* c = state.getCTM();
  PixelMap map;
  map.m[0] = c[0] / width, map.m[1] = -c[2] / height, map.m[2] = c[2] + c[4];
  map.m[3] = c[1] / width, map.m[4] = -c[3] / height, map.m[5] = c[3] + c[5];
  return map;
}

// Letters that stand askew on the page: watermarks.
inline bool is_diagonal(const GfxState& state) {
  constexpr double kAskew = 0.1;  // of one direction to the other
  double m[4];
  state.getFontTransMat(&m[0], &m[1], &m[2], &m[3]);
  const double along = std::abs(m[0]), across = std::abs(m[1]);
  return std::min(along, across) > kAskew * std::max(along, across);
}

template <typename Base>
class Unpainted : public Base {
 public:
  using Base::Base;

  bool needNonText() override { return true; }
  bool useTilingPatternFill() override { return true; }
  bool tilingPatternFill(GfxState* state, Gfx*, Catalog*, GfxTilingPattern*, const double*, int,
                         int, int, int, double, double) override {
    return met_pattern(*state);
  }
  bool useShadedFills(int) override { return true; }
  bool functionShadedFill(GfxState* state, GfxFunctionShading*) override {
    return met_shading(*state);
  }
  bool axialShadedFill(GfxState* state, GfxAxialShading*, double, double) override {
    return met_shading(*state);
  }
  bool radialShadedFill(GfxState* state, GfxRadialShading*, double, double) override {
    return met_shading(*state);
  }
  bool gouraudTriangleShadedFill(GfxState* state, GfxGouraudTriangleShading*) override {
    return met_shading(*state);
  }
  bool patchMeshShadedFill(GfxState* state, GfxPatchMeshShading*) override {
    return met_shading(*state);
  }

  void beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool,
                              bool for_soft_mask) override {
    groups_.push_back(for_soft_mask);
    if (for_soft_mask) ++mask_depth_;
  }
  void endTransparencyGroup(GfxState*) override {
    if (groups_.empty()) return;
    if (groups_.back()) --mask_depth_;
    groups_.pop_back();
  }

 protected:
  bool in_soft_mask() const { return mask_depth_ > 0; }

  // Both lie within the clip. Each says that it is done.
  virtual bool met_pattern(const GfxState&) { return true; }
  virtual bool met_shading(const GfxState&) { return true; }

 private:
  std::vector<bool> groups_;
  int mask_depth_ = 0;
};

}  // namespace biaoshen
