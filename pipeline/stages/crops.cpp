#include "pipeline/stages/crops.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "pipeline/stages/png_writer.h"

namespace biaoshen {
namespace {

constexpr double kDpi = 100;
constexpr double kPixelForPixel = 72;  // pictures are cut out as they are
constexpr float kAround = 14;          // points above and below
constexpr float kAroundWide = 110;     // to the left and right: the label should be seen
constexpr float kLinesAround = 1.2f, kLinesAroundWide = 9;  // the same in pictures, in line heights
constexpr std::size_t kMostCrops = 300;

struct Wanted {
  std::string file;
  std::uint32_t page;
  std::uint32_t image;  // from 1; 0 where the box is in points of the page
  Box box;
  bool operator<(const Wanted& other) const {
    const auto key = [](const Wanted& w) {
      return std::tie(w.file, w.page, w.image, w.box.top, w.box.left, w.box.right, w.box.bottom);
    };
    return key(*this) < key(other);
  }
};

// Null where the file has no such page, or the page no such picture.
const Page* page_of(const Dossier& dossier, const Wanted& wanted) {
  const File* file = file_by_id(dossier, wanted.file);
  if (file == nullptr || wanted.page == 0 || wanted.page > file->document.pages.size())
    return nullptr;
  const Page& page = file->document.pages[wanted.page - 1];
  return wanted.image <= page.images.size() ? &page : nullptr;
}

Box grown(const Box& box, float wide, float high, float right, float bottom) {
  return {std::max(0.0f, box.left - wide), std::max(0.0f, box.top - high),
          std::min(right, box.right + wide), std::min(bottom, box.bottom + high)};
}

CropRequest request_for(const Wanted& wanted, const Page& page) {
  if (wanted.image == 0)
    return {wanted.page, grown(wanted.box, kAroundWide, kAround, page.width, page.height), kDpi};
  const Image& image = page.images[wanted.image - 1];
  const float line = height(wanted.box);
  return {wanted.page,
          grown(wanted.box, kLinesAroundWide * line, kLinesAround * line,
                static_cast<float>(image.width), static_cast<float>(image.height)),
          kPixelForPixel, wanted.image};
}

// A frame around the words, two pixels wide.
void draw_frame(Crop& crop, const Box& around, const Box& words) {
  constexpr unsigned char kInk[3] = {200, 30, 30};
  if (!(width(around) > 0)) return;
  const double scale = crop.width / static_cast<double>(width(around));
  const auto to_pixel = [&](float at, float origin) {
    return static_cast<long>(std::lround((at - origin) * scale));
  };
  const long left = to_pixel(words.left, around.left) - 3,
             right = to_pixel(words.right, around.left) + 3;
  const long top = to_pixel(words.top, around.top) - 3,
             bottom = to_pixel(words.bottom, around.top) + 3;
  const auto dot = [&](long x, long y) {
    if (x < 0 || y < 0 || x >= static_cast<long>(crop.width) || y >= static_cast<long>(crop.height))
      return;
    const auto at = 3 * (static_cast<std::size_t>(y) * crop.width + static_cast<std::size_t>(x));
    for (std::size_t i = 0; i < 3; ++i) crop.rgb[at + i] = static_cast<char>(kInk[i]);
  };
  for (long thick = 0; thick < 2; ++thick) {
    for (long x = left; x <= right; ++x) dot(x, top + thick), dot(x, bottom - thick);
    for (long y = top; y <= bottom; ++y) dot(left + thick, y), dot(right - thick, y);
  }
}

// Applies `visit` to each quote that should be seen.
template <typename Visit>
void for_each_quote(Review& review, Visit visit) {
  const auto look_at = [&](Evidence& evidence) {
    auto* quote = std::get_if<Quote>(&evidence);
    if (quote == nullptr) return;
    if (const auto* on = std::get_if<OnPage>(&quote->place))
      visit(*quote, Wanted{quote->file, quote->page, 0, on->box});
    if (const auto* in = std::get_if<InImage>(&quote->place))
      visit(*quote, Wanted{quote->file, quote->page, in->image, in->box});
  };
  for (Finding& finding : review.findings)
    if (finding.status == Status::fail || finding.status == Status::review)
      for (Evidence& evidence : finding.evidence) look_at(evidence);
  for (MatrixRow& row : review.matrix)
    for (MatrixReading& reading : row.readings) look_at(reading.evidence);
  // What was recognised (a number, a seal) is believed when seen, also where it passed.
  for (Finding& finding : review.findings)
    if (finding.status == Status::pass)
      for (Evidence& evidence : finding.evidence)
        if (const auto* quote = std::get_if<Quote>(&evidence);
            quote != nullptr && quote->origin == Origin::ocr)
          look_at(evidence);
}

std::string name_of_crop(const Wanted& wanted, std::size_t index) {
  return "evidence/" + wanted.file + "-p" + std::to_string(wanted.page) + "-" +
         std::to_string(index) + ".png";
}

}  // namespace

Review with_crops(Review review, Reader& reader, const Limits& limits) {
  std::map<Wanted, std::string> names;
  for_each_quote(review, [&](Quote&, const Wanted& wanted) {
    if (names.size() < kMostCrops && page_of(review.dossier, wanted) != nullptr)
      names.emplace(wanted, "");
  });
  // One order a file, so that each is opened once.
  for (auto it = names.begin(); it != names.end();) {
    const File& file = *file_by_id(review.dossier, it->first.file);
    std::vector<CropRequest> requests;
    const auto begin = it;
    for (; it != names.end() && it->first.file == file.id; ++it)
      requests.push_back(request_for(it->first, *page_of(review.dossier, it->first)));
    std::vector<Crop> crops = reader.crop(file, requests, limits);
    std::size_t index = 0;
    for (auto one = begin; one != it; ++one, ++index) {
      if (crops[index].rgb.empty()) continue;
      draw_frame(crops[index], requests[index].box, one->first.box);
      one->second = name_of_crop(one->first, index + 1);
      review.crops[one->second] = to_png(crops[index]);
    }
  }
  for_each_quote(review, [&](Quote& quote, const Wanted& wanted) {
    const auto named = names.find(wanted);
    if (named != names.end()) quote.image = named->second;
  });
  return review;
}

}  // namespace biaoshen
