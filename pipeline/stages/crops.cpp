#include "pipeline/stages/crops.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "pipeline/model/thumbnail.h"
#include "pipeline/stages/crop_ink.h"
#include "pipeline/stages/png_writer.h"
#include "pipeline/stages/whole_words.h"

namespace biaoshen {
namespace {

constexpr double kDpi = 100;
constexpr double kPixelForPixel = 72;  // pictures are cut out as they are
constexpr double kWidest = 1000;       // pixels of a crop
constexpr float kAround = 17;          // points above and below
constexpr float kAroundWide = 110;     // to the left and right: the label should be seen
constexpr float kLinesAround = 1.2f, kLinesAroundWide = 9;  // the same in pictures, in line heights
constexpr std::size_t kMostCrops = 300;
constexpr double kThumbWide = 165, kThumbHigh = 234;  // pixels, at most

struct Wanted {
  std::string file;
  std::uint32_t page = 0;
  Spot spot;
  bool operator<(const Wanted& other) const {
    const auto key = [](const Wanted& w) {
      const Box& box = w.spot.place;
      return std::tie(w.file, w.page, w.spot.image, box.top, box.left, box.right, box.bottom);
    };
    return key(*this) < key(other);
  }
};

// Null where the file has no such page.
const Page* page_of(const Dossier& dossier, const Quote& quote) {
  const File* file = file_by_id(dossier, quote.file);
  if (file == nullptr || quote.page == 0 || quote.page > file->document.pages.size())
    return nullptr;
  return &file->document.pages[quote.page - 1];
}

CropRequest request_for(const Wanted& wanted, const Page& page) {
  const Spot& spot = wanted.spot;
  const Box& box = spot.place;
  const float line = height(box);
  const float wide = spot.image == 0 ? kAroundWide : kLinesAroundWide * line;
  const float high = spot.image == 0 ? kAround : kLinesAround * line;
  const Box whole =
      whole_words({box.left - wide, box.top - high, box.right + wide, box.bottom + high}, box, page,
                  spot.image);
  const Box around{std::max(0.0f, whole.left), std::max(0.0f, whole.top),
                   std::min(spot.width, whole.right), std::min(spot.height, whole.bottom)};
  const double dpi = spot.image == 0 ? kDpi : kPixelForPixel;
  const double widest = 72 * kWidest / std::max(1.0, static_cast<double>(width(around)));
  return {wanted.page, around, std::min(dpi, widest), spot.image};
}

CropRequest thumbnail_for(const Wanted& wanted) {
  const Spot& spot = wanted.spot;
  const double fit = std::min(kThumbWide / static_cast<double>(spot.width),
                              kThumbHigh / static_cast<double>(spot.height));
  return {wanted.page, {0, 0, spot.width, spot.height}, 72 * fit, spot.image};
}

// Applies `visit` to each quote that should be seen.
template <typename Visit>
void for_each_quote(Review& review, Visit visit) {
  const auto look_at = [&](Evidence& evidence) {
    auto* quote = std::get_if<Quote>(&evidence);
    const Page* page = quote == nullptr ? nullptr : page_of(review.dossier, *quote);
    if (page == nullptr) return;
    if (const Spot spot = spot_of(*quote, *page); spot.is_known())
      visit(*quote, Wanted{quote->file, quote->page, spot});
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

using Names = std::map<Wanted, std::string>;

// Of each page, or picture in it, that was asked for: looked up once.
using HiddenPlaces = std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Box>>;

void hide(Crop& crop, const CropRequest& request, const Page& page, HiddenPlaces& known) {
  const auto [places, is_new] = known.try_emplace({request.page, request.image});
  if (is_new) places->second = hidden_places(page, request.image);
  for (const Box& box : places->second) draw_cover(crop, request.box, box);
}

// Draws what is wanted of one file in one order: the crops, then each page with a crop once, so
// that a file that takes too long loses the small pictures first.
void draw(const File& file, Names::iterator begin, Names::iterator end, Reader& reader,
          const CropSetting& setting, std::map<std::string, std::string>& pictures) {
  std::vector<CropRequest> requests;
  for (auto it = begin; it != end; ++it)
    requests.push_back(request_for(it->first, file.document.pages[it->first.page - 1]));
  std::map<std::string, std::size_t> thumbnails;
  for (auto it = begin; it != end; ++it) {
    const Wanted& wanted = it->first;
    const std::string name = thumbnail_name(file.id, wanted.page, wanted.spot.image);
    if (thumbnails.emplace(name, requests.size()).second) requests.push_back(thumbnail_for(wanted));
  }
  std::vector<Crop> crops = reader.crop(file, requests, setting.limits);
  std::size_t index = 0;
  HiddenPlaces hidden;
  for (auto it = begin; it != end; ++it, ++index) {
    if (crops[index].rgb.empty()) continue;
    if (setting.personal_data == PersonalData::masked)
      hide(crops[index], requests[index], file.document.pages[it->first.page - 1], hidden);
    draw_frame(crops[index], requests[index].box, it->first.spot.place);
    it->second = name_of_crop(it->first, index + 1);
    pictures[it->second] = to_png(crops[index]);
  }
  for (const auto& [name, at] : thumbnails) {
    if (crops[at].rgb.empty()) continue;
    if (setting.personal_data == PersonalData::masked)
      hide(crops[at], requests[at], file.document.pages[requests[at].page - 1], hidden);
    pictures[name] = to_grey_png(crops[at]);
  }
}

}  // namespace

Review with_crops(Review review, Reader& reader, const CropSetting& setting) {
  Names names;
  for_each_quote(review, [&](Quote&, const Wanted& wanted) {
    if (names.size() < kMostCrops) names.emplace(wanted, "");
  });
  for (auto it = names.begin(); it != names.end();) {
    const auto begin = it;
    while (it != names.end() && it->first.file == begin->first.file) ++it;
    draw(*file_by_id(review.dossier, begin->first.file), begin, it, reader, setting, review.crops);
  }
  for_each_quote(review, [&](Quote& quote, const Wanted& wanted) {
    const auto named = names.find(wanted);
    if (named != names.end()) quote.image = named->second;
  });
  return review;
}

}  // namespace biaoshen
