// The small picture of a page that shows where on it a quote stands. It lies in Review::crops
// beside the crops and is carried by dossier.html alone: it is not published as a file.
//
// Tested by tests/stages/crops_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/model/document.h"
#include "pipeline/model/fact.h"

namespace biaoshen {

// Its key in Review::crops: thumbs/f01-p3.png, or thumbs/f01-p3-2.png of the second picture in a
// page without geometry.
std::string thumbnail_name(std::string_view file, std::uint32_t page, std::uint32_t image);
bool is_thumbnail(std::string_view name);

// What it shows, in the units of the quote's box: the page in points or the picture in pixels.
// Nothing of it is known where the quote has no box.
struct Spot {
  std::uint32_t image = 0;  // from 1, into Page::images; 0: the page
  float width = 0, height = 0;
  Box place;
  bool is_known() const { return width > 0 && height > 0 && width < 1e6F && height < 1e6F; }
};
Spot spot_of(const Quote& quote, const Page& page);

}  // namespace biaoshen
