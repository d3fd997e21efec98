// Grey without coloured ink. Under red and orange ink the red channel shows paper and
// print as if there were none; it is lifted by as much as this ink takes from it. Where no seal is
// known, other ink that lies over dark print is taken out by the channel that it darkens least.
#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "extractors/pictures/red_ink.h"
#include "extractors/pictures/seals.h"

namespace biaoshen {
namespace {

struct Colour {
  int red, green, blue;
};
Colour colour_of(l_uint32 word) {
  return {static_cast<int>(word >> 24), static_cast<int>(word >> 16 & 255),
          static_cast<int>(word >> 8 & 255)};
}

const l_uint32* line_of(const Pix& picture, int y) {
  Pix* pix = const_cast<Pix*>(&picture);
  return pixGetData(pix) + static_cast<std::size_t>(pixGetWpl(pix)) * static_cast<std::size_t>(y);
}

PixPtr grey_of(const Pix& picture) {
  Pix* pix = const_cast<Pix*>(&picture);
  const int width = pixGetWidth(pix), height = pixGetHeight(pix);
  PixPtr grey(pixCreate(width, height, 8));
  if (!grey) return nullptr;
  for (int y = 0; y < height; ++y) {
    const l_uint32* from = line_of(picture, y);
    l_uint32* to = pixGetData(grey.get()) +
                   static_cast<std::size_t>(pixGetWpl(grey.get())) * static_cast<std::size_t>(y);
    for (int x = 0; x < width; ++x) {
      const l_uint32 word = from[x];
      to[x / 4] |= (((word >> 24) * 77 + (word >> 16 & 255) * 150 + (word >> 8 & 255) * 29) >> 8)
                   << (24 - 8 * (x % 4));
    }
  }
  pixSetResolution(grey.get(), pixGetXRes(pix), pixGetYRes(pix));
  return grey;
}

struct Part {  // whole pixels, inside the picture
  int left, top, right, bottom;
};
Part part_of(const Pix& picture, const Box& box, float room) {
  Pix* pix = const_cast<Pix*>(&picture);
  const auto w = static_cast<float>(pixGetWidth(pix)), h = static_cast<float>(pixGetHeight(pix));
  const auto whole = [](float v, float most) {
    return static_cast<int>(std::clamp(v, 0.0f, most));
  };
  return {whole(box.left - room, w), whole(box.top - room, h), whole(box.right + room, w),
          whole(box.bottom + room, h)};
}

// What the ink and the paper look like in a seal's box.
struct Ink {
  int redness = 0;  // of full ink
  int red = 255;    // what the red channel shows of full ink
  int paper = 255;  // and of paper
};
Ink ink_in(const Pix& picture, const Part& part) {
  std::vector<int> redness_seen, paper, red;
  for (int y = part.top; y < part.bottom; y += 2)
    for (int x = part.left; x < part.right; x += 2) {
      const l_uint32 word = line_of(picture, y)[x];
      const int value = redness(word);
      if (value > 30) redness_seen.push_back(value);
      if (value < 12) paper.push_back(colour_of(word).red);
    }
  const auto ranked = [](std::vector<int>& values, double share, int otherwise) {
    if (values.empty()) return otherwise;
    const auto at = values.begin() +
                    static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
  };
  Ink ink;
  ink.redness = ranked(redness_seen, 0.7, 0);
  ink.paper = ranked(paper, 0.7, 255);
  for (int y = part.top; y < part.bottom; y += 2)
    for (int x = part.left; x < part.right; x += 2) {
      const l_uint32 word = line_of(picture, y)[x];
      if (redness(word) * 10 > ink.redness * 8) red.push_back(colour_of(word).red);
    }
  ink.red = std::max(ranked(red, 0.4, 255), 80);
  return ink;
}

void take_out(const Pix& picture, const Box& seal, Pix* grey) {
  const Part part = part_of(picture, seal, 0.03f * width(seal));
  const Ink ink = ink_in(picture, part);
  if (ink.redness == 0) return;
  const double lift = std::max(0.0, 1.0 * ink.paper / ink.red - 1);
  for (int y = part.top; y < part.bottom; ++y) {
    const l_uint32* from = line_of(picture, y);
    l_uint32* to =
        pixGetData(grey) + static_cast<std::size_t>(pixGetWpl(grey)) * static_cast<std::size_t>(y);
    for (int x = part.left; x < part.right; ++x) {
      const double share = std::min(1.0, 1.0 * redness(from[x]) / ink.redness);
      const int red = colour_of(from[x]).red;
      SET_DATA_BYTE(to, x, static_cast<l_uint32>(std::min(255.0, red * (1 + lift * share))));
    }
  }
}

// Blocks of coloured ink that hold dark print as well. A solid field with more white in it than
// dark is a badge or a bar with white writing: its colour must stay.
struct Found {
  int coloured = 0, dark = 0, white = 0;
};
bool is_over_print(const Found& found, int area) {
  const bool is_solid = found.coloured * 2 > area;
  return found.dark * 30 > found.coloured && !(is_solid && found.white > found.dark);
}

enum Kind : std::uint8_t { plain, coloured_block, dark_block, white_block };
Plane kinds_of(const Pix& picture, int factor) {
  Pix* pix = const_cast<Pix*>(&picture);
  Plane kinds;
  kinds.factor = factor;
  kinds.width = pixGetWidth(pix) / factor, kinds.height = pixGetHeight(pix) / factor;
  for (int y = 0; y < kinds.height; ++y) {
    const l_uint32* line = line_of(picture, y * factor + factor / 2);
    for (int x = 0; x < kinds.width; ++x) {
      const Colour c = colour_of(line[x * factor + factor / 2]);
      const auto [least, most] = std::minmax({c.red, c.green, c.blue});
      kinds.pixels.push_back(most - least > 40 ? coloured_block
                             : most < 110      ? dark_block
                             : least > 225     ? white_block
                                               : plain);
    }
  }
  return kinds;
}

// 1 bit, a pixel a block: the coloured pieces that lie over print.
PixPtr stamped_blocks(const Plane& kinds) {
  PixPtr bits(pixCreate(kinds.width, kinds.height, 1));
  if (!bits) return nullptr;
  for (int y = 0; y < kinds.height; ++y)
    for (int x = 0; x < kinds.width; ++x)
      if (kinds.at(x, y) == coloured_block) pixSetPixel(bits.get(), x, y, 1);
  PixPtr closed(pixCloseSafeBrick(nullptr, bits.get(), 5, 5)),
      stamped(pixCreateTemplate(bits.get()));
  Pixa* pieces = nullptr;
  Boxa* boxes = closed ? pixConnComp(closed.get(), &pieces, 8) : nullptr;
  for (int i = 0; i < boxaGetCount(boxes); ++i) {
    int left = 0, top = 0, w = 0, h = 0;
    boxaGetBoxGeometry(boxes, i, &left, &top, &w, &h);
    if (w < 8 || h < 8) continue;
    PixPtr piece(pixaGetPix(pieces, i, L_CLONE));
    Found found;
    int area = 0;
    for (int y = 0; y < h; ++y)
      for (int x = 0; x < w; ++x) {
        l_uint32 is_set = 0;
        pixGetPixel(piece.get(), x, y, &is_set);
        if (is_set == 0) continue;
        const std::uint8_t kind = kinds.at(left + x, top + y);
        ++area, found.coloured += kind == coloured_block, found.dark += kind == dark_block,
            found.white += kind == white_block;
      }
    if (is_over_print(found, w * h) && area > 0)
      pixRasterop(stamped.get(), left, top, w, h, PIX_PAINT, piece.get(), 0, 0);
  }
  pixaDestroy(&pieces);
  boxaDestroy(&boxes);
  return stamped;
}

void take_out_stamps(const Pix& picture, Pix* grey) {
  const Plane kinds = kinds_of(picture, factor_for(picture, 800));
  if (kinds.pixels.empty()) return;
  PixPtr stamped = stamped_blocks(kinds);
  int count = 0;
  if (!stamped || pixCountPixels(stamped.get(), &count, nullptr) != 0 || count == 0) return;
  pixDilateBrick(stamped.get(), stamped.get(), 3, 3);
  const int width = kinds.width * kinds.factor, height = kinds.height * kinds.factor;
  for (int y = 0; y < height; ++y) {
    const l_uint32* from = line_of(picture, y);
    l_uint32* to =
        pixGetData(grey) + static_cast<std::size_t>(pixGetWpl(grey)) * static_cast<std::size_t>(y);
    const l_uint32* mask = line_of(*stamped, y / kinds.factor);
    for (int x = 0; x < width; ++x) {
      if (GET_DATA_BIT(mask, x / kinds.factor) == 0) continue;
      const Colour c = colour_of(from[x]);
      SET_DATA_BYTE(to, x, static_cast<l_uint32>(std::max({c.red, c.green, c.blue})));
    }
  }
}

}  // namespace

PixPtr without_seals(const Pix& picture, const std::vector<SeenSeal>& seals) {
  Pix* pix = const_cast<Pix*>(&picture);
  if (pixGetDepth(pix) != 32) return PixPtr(pixCopy(nullptr, pix));
  PixPtr grey = grey_of(picture);
  if (!grey) return nullptr;
  for (const SeenSeal& seal : seals) take_out(picture, seal.box, grey.get());
  if (seals.empty()) take_out_stamps(picture, grey.get());
  return grey;
}

}  // namespace biaoshen
