// Pictures of the evidence: for every quote of a printed page that a finding rests on
// and a person will want to see (it failed, a person must look, or it passed on what was only
// recognised), and for the readings in the matrix, the reader draws the place with the words
// framed, and once each page on which there is such a place, small.
//
// Quotes without a place on a page (paragraphs, cells) get none.
// Tested by tests/stages/crops_test.cpp.
#pragma once

#include "pipeline/contracts.h"

namespace biaoshen {

struct CropSetting {
  const Limits& limits;
  PersonalData personal_data = PersonalData::masked;
};

// `review` with Quote::image set and the pictures as PNG in Review::crops; the small ones under
// their thumbnail_name().
Review with_crops(Review review, Reader& reader, const CropSetting& setting);

}  // namespace biaoshen
