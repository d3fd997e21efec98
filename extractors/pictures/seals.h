// Red (also orange) round, oval and square seals, whole or cut by the edge (骑缝章), known by
// colour and shape; and the picture as if they were not there, so that print under
// them can be read.
//
// It refuses to say anything of a picture without colour. Tested by tests/pictures/seals_test.cpp.
#pragma once

#include <vector>

#include "extractors/pictures/picture.h"

namespace biaoshen {

struct SeenSeal {
  Box box;               // pixels
  bool is_round = true;  // else square or oblong
  bool is_cut = false;   // by the edge of the picture
};

// Whether the picture has colour at all: where it has none, seals are undecidable.
bool has_colour(const Pix& picture);
std::vector<SeenSeal> find_seals(const Pix& picture);
// Grey, as recognition wants it: coloured ink gone where `seals` are (and with none, wherever
// coloured ink lies over dark print, as stamped lists and watermarks do), dark print kept.
// Coloured print that stands alone (a red heading, white on a green badge) is not lost.
PixPtr without_seals(const Pix& picture, const std::vector<SeenSeal>& seals);
// The writing on the arc of a round seal, rolled out to a straight strip, dark on white, upright;
// null where it has none.
PixPtr unrolled(const Pix& picture, const SeenSeal& seal);

}  // namespace biaoshen
