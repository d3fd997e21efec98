// Draws the parts of pages that a reviewer wants to see. Only what is asked for is
// rasterised (a slice of the page), within a pixel budget.
#include <poppler/GlobalParams.h>
#include <poppler/PDFDoc.h>
#include <poppler/SplashOutputDev.h>
#include <poppler/splash/SplashBitmap.h>

#include <algorithm>
#include <cmath>

#include "extractors/readers/pdf/pdf_guard.h"
#include "extractors/readers/pdf/pdf_open.h"
#include "extractors/readers/pdf/pdf_reader.h"
#include "extractors/readers/pdf/pdf_trees.h"

namespace biaoshen {
namespace {

constexpr double kMostPixels = 4e6;  // of one crop

Crop draw(PDFDoc& document, PageGuard& guard, SplashOutputDev& device, const CropRequest& request) {
  const Box& b = request.box;
  const double scale = request.dpi / 72;
  const double across = (b.right - b.left) * scale, down = (b.bottom - b.top) * scale;
  if (!(across >= 1) || !(down >= 1) || across * down > kMostPixels || !(b.left > -1e5) ||
      !(b.top > -1e5))
    return {};
  const int page = static_cast<int>(request.page);
  if (page < 1 || page > document.getNumPages()) return {};
  const auto x = static_cast<int>(std::floor(b.left * scale)),
             y = static_cast<int>(std::floor(b.top * scale));
  guard.look_at(page);
  document.displayPageSlice(&device, page, request.dpi, request.dpi, 0, false, true, false,
                            std::max(x, 0), std::max(y, 0), static_cast<int>(std::ceil(across)),
                            static_cast<int>(std::ceil(down)));
  SplashBitmap* bitmap = device.getBitmap();
  if (bitmap == nullptr || bitmap->getMode() != splashModeRGB8) return {};
  Crop crop{static_cast<std::uint32_t>(bitmap->getWidth()),
            static_cast<std::uint32_t>(bitmap->getHeight()),
            {}};
  crop.rgb.reserve(std::size_t{3} * crop.width * crop.height);
  for (int row = 0; row < bitmap->getHeight(); ++row)
    crop.rgb.append(reinterpret_cast<const char*>(bitmap->getDataPtr()) +
                        std::ptrdiff_t{row} * bitmap->getRowSize(),
                    std::size_t{3} * crop.width);
  return crop;
}

}  // namespace

std::vector<Crop> crop_pdf(const OpenFile& file, std::span<const CropRequest> requests,
                           const Limits& limits) {
  OpenedPdf opened = open_pdf(file);
  std::vector<Crop> crops(requests.size());
  if (!opened.document) return crops;
  mend_page_count(*opened.document, limits.pages);
  prune_form(*opened.document);
  SplashColor paper = {255, 255, 255};
  SplashOutputDev device(splashModeRGB8, 1, false, paper);
  device.setFontAntialias(true);
  device.setVectorAntialias(true);
  device.startDoc(opened.document.get());
  PageGuard guard(*opened.document, limits);
  for (std::size_t i = 0; i < requests.size(); ++i)
    crops[i] = draw(*opened.document, guard, device, requests[i]);
  return crops;
}

}  // namespace biaoshen
