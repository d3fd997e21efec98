#include "extractors/readers/ofd/ofd_pictures.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "extractors/pictures/decode_picture.h"
#include "extractors/readers/pdf/pdf_images.h"
#include "extractors/readers/pictures/picture_crop.h"

namespace biaoshen {
namespace {

constexpr std::uint32_t kLeastWidth = 300, kLeastHeight = 60;  // pixels of a picture of text
constexpr float kIsThePage = 0.6f;                             // share of the page
constexpr std::size_t kMostPictures = 24;                      // of a page

float area(const Box& box) {
  return width(box) * height(box);
}

// The picture as the page shows it.
PagePicture picture_of(ZipPackage& package, const OfdSheet& sheet, std::size_t image) {
  const DrawnImage& drawn = sheet.walk.images[image];
  PagePicture picture;
  if (drawn.image.width == 0 || drawn.image.height == 0) {
    picture.problem = "picture-format";
    return picture;
  }
  std::string bytes;
  const PartEnd end = package.read(sheet.parts[image], package.limits().unpacked_bytes,
                                   [&](std::string_view piece) {
                                     bytes += piece;
                                     return true;
                                   });
  if (!end.is_complete()) {
    picture.problem = end.kind;
    return picture;
  }
  DecodedPicture decoded = decode_picture(bytes, 1, package.limits());
  picture.problem = decoded.problem;
  if (!decoded.pix) {
    if (picture.problem.empty()) picture.problem = "damaged-image";
    return picture;
  }
  picture.pix = std::move(decoded.pix);
  picture.to_page = drawn.to_page;
  return as_displayed(std::move(picture), drawn.shown);
}

// The images that the plan means, one by one; all that may hold text where it wants a drawing.
std::vector<std::size_t> images_of(const RecognitionPlan& plan, const PageWalk& walk) {
  std::vector<std::size_t> images;
  for (const ImageGroup& group : plan.pictures)
    images.insert(images.end(), group.images.begin(), group.images.end());
  if (plan.look != Look::drawing) return images;
  for (const ImageGroup& group : groups_of(walk))
    for (const std::size_t i : group.images)
      if (walk.images[i].image.width >= kLeastWidth && walk.images[i].image.height >= kLeastHeight)
        images.push_back(i);
  return images;
}

void forget_text(Page& page) {
  page.text.clear(), page.words.clear(), page.lines.clear(), page.grids.clear();
}

struct Seen {
  std::uint32_t image;
  PixelMap to_page;
  RecognisedPicture said;
};

// The one picture that is the page: its lines are the page's.
bool is_page(const std::vector<Seen>& seen, const PageWalk& walk) {
  return seen.size() == 1 &&
         area(walk.images[seen.front().image].shown) > kIsThePage * walk.width * walk.height;
}

void put(std::vector<Seen>& seen, const PageWalk& walk, Page& page) {
  if (page.words.empty() && is_page(seen, walk)) {
    RecognisedPicture& said = seen.front().said;
    said.to_original = seen.front().to_page * said.to_original;
    put_as_page(said, page.width, page.height, page);
    return;
  }
  for (const Seen& one : seen) append_image(one.said, one.image, &one.to_page, page);
}

}  // namespace

Problem OfdPictures::recognise(const OfdSheet& sheet, const RecognitionPlan& plan, Page& page) {
  if (plan.look == Look::nothing) return {};
  std::vector<std::size_t> images = images_of(plan, sheet.walk);
  if (images.empty()) return {};
  if (!recognise_) return {"needs-ocr", page.number, ""};
  Problem problem;
  if (images.size() > kMostPictures) {
    images.resize(kMostPictures);
    problem = {"image-limit", page.number, "图像超过 " + std::to_string(kMostPictures) + " 个"};
  }
  std::vector<Seen> seen;
  bool any_lines = false, all_blank = true;
  for (const std::size_t image : images) {
    PagePicture picture = picture_of(package_, sheet, image);
    if (!picture.problem.empty()) problem = {picture.problem, page.number, "本页有图像未完整读取"};
    all_blank = all_blank && picture.pix;
    if (!picture.pix) continue;
    Seen one{static_cast<std::uint32_t>(image), picture.to_page, recognise_(*picture.pix)};
    engines_.add(one.said);
    any_lines = any_lines || !one.said.lines.empty();
    all_blank = all_blank && one.said.is_blank;
    seen.push_back(std::move(one));
  }
  const Source account = page.source;
  if (!plan.keeps_text && (any_lines || all_blank)) forget_text(page);
  const bool had_text = !page.words.empty();
  put(seen, sheet.walk, page);
  if (any_lines)
    page.source = had_text ? Source::mixed : Source::ocr;
  else if (!all_blank)
    page.source = account;
  else if (account == Source::failed)
    page.source = had_text ? Source::text : Source::blank, page.reason.clear();
  return problem;
}

Crop cut_ofd_picture(ZipPackage& package, const OfdSheet& sheet, const CropRequest& request) {
  const Box& wanted = request.box;
  const float x = (wanted.left + wanted.right) / 2, y = (wanted.top + wanted.bottom) / 2;
  std::optional<std::size_t> found;  // what is drawn last lies on top
  for (std::size_t i = 0; i < sheet.walk.images.size(); ++i) {
    const Box& shown = sheet.walk.images[i].shown;
    if (x >= shown.left && x <= shown.right && y >= shown.top && y <= shown.bottom) found = i;
  }
  if (!found) return {};
  const PagePicture picture = picture_of(package, sheet, *found);
  const double across = picture.to_page.m[0], down = picture.to_page.m[4];
  if (!picture.pix || !(across > 0) || !(down > 0)) return {};
  const Box pixels{static_cast<float>((wanted.left - picture.to_page.m[2]) / across),
                   static_cast<float>((wanted.top - picture.to_page.m[5]) / down),
                   static_cast<float>((wanted.right - picture.to_page.m[2]) / across),
                   static_cast<float>((wanted.bottom - picture.to_page.m[5]) / down)};
  return cut(*picture.pix, pixels, request.dpi / 72 * across, kMostCropPixels);
}

}  // namespace biaoshen
