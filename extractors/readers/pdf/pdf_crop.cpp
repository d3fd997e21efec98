// Draws the parts of pages that a reviewer wants to see, within a pixel budget. A page is drawn
// whole, once at each fineness that is asked for, and the parts are cut out of that: a scan is
// decoded once and not for every finding on it. Of a page that is too large for that only the parts
// are drawn. Either way a part looks the same whatever else is asked for.
//
// Tested by tests/readers/pdf_reader_test.cpp.
#include <poppler/GlobalParams.h>
#include <poppler/PDFDoc.h>
#include <poppler/SplashOutputDev.h>
#include <poppler/splash/SplashBitmap.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

#include "extractors/readers/pdf/pdf_guard.h"
#include "extractors/readers/pdf/pdf_open.h"
#include "extractors/readers/pdf/pdf_reader.h"
#include "extractors/readers/pdf/pdf_trees.h"

namespace biaoshen {
namespace {

constexpr double kMostPixels = 4e6;  // drawn in one go

// In pixels of a page at some fineness.
struct Area {
  int left = 0, top = 0, right = 0, bottom = 0;
  bool operator==(const Area&) const = default;
  bool holds(const Area& part) const {
    return part.left >= left && part.top >= top && part.right <= right && part.bottom <= bottom;
  }
};

// Nothing where it cannot be drawn.
std::optional<Area> area_of(const CropRequest& request) {
  const Box& b = request.box;
  const double scale = request.dpi / 72;
  const double across = (b.right - b.left) * scale, down = (b.bottom - b.top) * scale;
  if (!(across >= 1) || !(down >= 1) || across * down > kMostPixels || !(b.left > -1e5) ||
      !(b.top > -1e5) || !(b.right < 1e6) || !(b.bottom < 1e6))
    return std::nullopt;
  const int left = std::max(0, static_cast<int>(std::floor(b.left * scale)));
  const int top = std::max(0, static_cast<int>(std::floor(b.top * scale)));
  return Area{left, top, left + static_cast<int>(std::ceil(across)),
              top + static_cast<int>(std::ceil(down))};
}

// With a margin, for parts are rounded up. Empty where it is too large to be drawn.
Area whole_page(PDFDoc& document, int page, double dpi) {
  double across = document.getPageCropWidth(page), down = document.getPageCropHeight(page);
  if (document.getPageRotate(page) % 180 != 0) std::swap(across, down);
  across = std::ceil(across * dpi / 72) + 1, down = std::ceil(down * dpi / 72) + 1;
  if (!(across >= 1) || !(down >= 1) || !(across * down <= kMostPixels)) return {};
  return {0, 0, static_cast<int>(across), static_cast<int>(down)};
}

// `part` of a bitmap that begins at `drawn`.
Crop cut(SplashBitmap& bitmap, const Area& drawn, const Area& part) {
  Crop crop{static_cast<std::uint32_t>(part.right - part.left),
            static_cast<std::uint32_t>(part.bottom - part.top),
            {}};
  crop.rgb.reserve(std::size_t{3} * crop.width * crop.height);
  for (int row = part.top - drawn.top; row < part.bottom - drawn.top; ++row)
    crop.rgb.append(reinterpret_cast<const char*>(bitmap.getDataPtr()) +
                        std::ptrdiff_t{row} * bitmap.getRowSize() +
                        std::ptrdiff_t{3} * (part.left - drawn.left),
                    std::size_t{3} * crop.width);
  return crop;
}

class Drawing {
 public:
  Drawing(PDFDoc& document, const Limits& limits)
      : document_(document), guard_(document, limits), device_(splashModeRGB8, 1, false, paper_) {
    device_.setFontAntialias(true);
    device_.setVectorAntialias(true);
    device_.startDoc(&document);
  }

  Crop crop(const CropRequest& request) {
    const auto page = static_cast<int>(request.page);
    const auto part = area_of(request);
    if (!part || page < 1 || page > document_.getNumPages()) return {};
    const Area whole = whole_page(document_, page, request.dpi);
    const Area wanted = whole.holds(*part) ? whole : *part;
    if (page != page_ || request.dpi != dpi_ || wanted != drawn_) draw(page, request.dpi, wanted);
    SplashBitmap* bitmap = device_.getBitmap();
    const bool is_there = bitmap != nullptr && bitmap->getMode() == splashModeRGB8 &&
                          bitmap->getWidth() == drawn_.right - drawn_.left &&
                          bitmap->getHeight() == drawn_.bottom - drawn_.top;
    return is_there ? cut(*bitmap, drawn_, *part) : Crop{};
  }

 private:
  void draw(int page, double dpi, const Area& area) {
    page_ = page, dpi_ = dpi, drawn_ = area;
    guard_.look_at(page);
    document_.displayPageSlice(&device_, page, dpi, dpi, 0, false, true, false, area.left, area.top,
                               area.right - area.left, area.bottom - area.top);
  }

  PDFDoc& document_;
  PageGuard guard_;
  SplashColor paper_ = {255, 255, 255};
  SplashOutputDev device_;
  int page_ = 0;
  double dpi_ = 0;
  Area drawn_;
};

// By page and fineness.
std::vector<std::size_t> order_of(std::span<const CropRequest> requests) {
  std::vector<std::size_t> order(requests.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(requests[a].page, requests[a].dpi) <
           std::tie(requests[b].page, requests[b].dpi);
  });
  return order;
}

}  // namespace

std::vector<Crop> crop_pdf(const OpenFile& file, std::span<const CropRequest> requests,
                           const Limits& limits) {
  OpenedPdf opened = open_pdf(file);
  std::vector<Crop> crops(requests.size());
  if (!opened.document) return crops;
  mend_page_count(*opened.document, limits.pages);
  prune_form(*opened.document);
  Drawing drawing(*opened.document, limits);
  for (const std::size_t i : order_of(requests)) crops[i] = drawing.crop(requests[i]);
  return crops;
}

}  // namespace biaoshen
