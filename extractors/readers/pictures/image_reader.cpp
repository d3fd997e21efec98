#include "extractors/readers/pictures/image_reader.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <string>

#include "extractors/ocr/recognise.h"
#include "extractors/pictures/decode_picture.h"
#include "extractors/pictures/jpeg_picture.h"
#include "extractors/readers/byte_source.h"
#include "extractors/readers/pictures/image_header.h"
#include "extractors/readers/pictures/picture_crop.h"
#include "extractors/readers/pictures/picture_page.h"

namespace biaoshen {
namespace {

constexpr float kPointsPerPixel = 72.0f / 96.0f;

std::string shown(const PixelSize& size) {
  return std::to_string(size.width) + "×" + std::to_string(size.height);
}

bool is_empty(const PixelSize& size) {
  return size.width == 0 || size.height == 0;
}

bool is_over(const PixelSize& size, const Limits& limits) {
  return size.width > limits.image_side || size.height > limits.image_side ||
         std::uint64_t{size.width} * size.height > limits.megapixels * 1'000'000;
}

void stop(DocumentSink& sink, FileStatus status, std::string kind, std::string detail) {
  sink.problem({std::move(kind), 0, std::move(detail)});
  sink.status(status);
}

// True where the picture must not or cannot be taken further; says so.
bool is_stopped(const ImageHeader& header, const Limits& limits, DocumentSink& sink) {
  if (header.pages.empty() && header.format == "heic") {
    stop(sink, FileStatus::unreadable, "format-heic",
         "手机照片格式 HEIC，未能读取。请转换为 JPG 或 PNG 后重新提交");
    return true;
  }
  if (header.pages.empty()) {
    stop(sink, FileStatus::unreadable, "damaged-image", "图像头损坏");
    return true;
  }
  for (const PixelSize& size : header.pages) {
    if (is_empty(size)) {
      stop(sink, FileStatus::unreadable, "damaged-image", shown(size));
      return true;
    }
    if (is_over(size, limits)) {
      stop(sink, FileStatus::refused, "image-limit",
           shown(size) + "，上限 " + std::to_string(limits.megapixels) + " 百万像素、边长 " +
               std::to_string(limits.image_side));
      return true;
    }
  }
  if (header.scans > kMostJpegScans) {
    stop(sink, FileStatus::refused, "image-limit",
         std::to_string(header.scans) + " 次扫描，上限 " + std::to_string(kMostJpegScans));
    return true;
  }
  return false;
}

Page page_of(const PixelSize& size, const std::string& format, std::uint32_t number) {
  Page page;
  page.number = number;
  page.width = static_cast<float>(size.width) * kPointsPerPixel;
  page.height = static_cast<float>(size.height) * kPointsPerPixel;
  page.source = Source::failed;
  page.images.push_back({Box{0, 0, page.width, page.height}, size.width, size.height, format});
  return page;
}

// The page with what was recognised, or failed with the reason.
Page recognised_page(Page page, const DecodedPicture& decoded, EngineReport& engines) {
  if (!decoded.pix) {
    page.reason = decoded.problem.empty() ? "damaged-image" : decoded.problem;
    return page;
  }
  if (!recogniser().is_able()) {
    page.reason = "needs-ocr";
    return page;
  }
  const RecognisedPicture recognised = recognise_once(*decoded.pix);
  engines.add(recognised);
  put_as_page(recognised, static_cast<float>(pixGetWidth(decoded.pix.get())),
              static_cast<float>(pixGetHeight(decoded.pix.get())), page);
  if (page.source == Source::failed) page.reason = "no-text-recognised";
  return page;
}

// What a person should know of the page; false where it could not be read.
bool account_for(const Page& page, const DecodedPicture& decoded, DocumentSink& sink) {
  if (!decoded.problem.empty()) sink.problem({decoded.problem, page.number, ""});
  if (page.source == Source::blank) sink.problem({"blank-page", page.number, ""});
  if (page.source == Source::failed && page.reason != decoded.problem)
    sink.problem({page.reason, page.number, shown({page.images[0].width, page.images[0].height})});
  return page.source != Source::failed && decoded.problem.empty();
}

// Where `box`, in points of the page, lies in the picture.
Box in_pixels(const Box& box) {
  const float scale = 1 / kPointsPerPixel;
  return {box.left * scale, box.top * scale, box.right * scale, box.bottom * scale};
}

}  // namespace

void read_image(const OpenFile& file, const Limits& limits, DocumentSink& sink) {
  ImageHeader header = read_image_header(FileBytes(file));
  sink.format(header.format);
  if (is_stopped(header, limits, sink)) return;
  if (header.pages.size() > limits.pages) {
    header.pages.resize(limits.pages);
    header.has_more_pages = true;
  }
  if (header.has_tail) sink.problem({"trailing-data", 0, "图像之后还有其他数据"});
  if (header.has_more_pages) {
    sink.problem({"page-limit", 0, "只取前 " + std::to_string(header.pages.size()) + " 页"});
  }
  sink.page_count(static_cast<std::uint32_t>(header.pages.size()));
  const std::string bytes = FileBytes(file).read(0, file.bytes);
  EngineReport engines(sink);
  bool is_whole = !header.is_cut && !header.has_more_pages, any = false, said = false;
  std::uint32_t number = 0;
  for (const PixelSize& size : header.pages) {
    const DecodedPicture decoded = decode_picture(bytes, ++number, limits);
    Page page = recognised_page(page_of(size, header.format, number), decoded, engines);
    said = said || decoded.problem == "damaged-image";
    is_whole = account_for(page, decoded, sink) && is_whole;
    any = any || decoded.pix;
    sink.page(std::move(page));
  }
  if (header.is_cut && !said) sink.problem({"damaged-image", 0, "图像不完整"});
  if (!is_whole) sink.status(any ? FileStatus::partial : FileStatus::unreadable);
}

std::vector<Crop> crop_image(const OpenFile& file, std::span<const CropRequest> requests,
                             const Limits& limits) {
  constexpr double kMostPixels = 4e6;
  constexpr double kPixelsPerInch = 72 / kPointsPerPixel;
  std::vector<Crop> crops(requests.size());
  const std::string bytes = FileBytes(file).read(0, file.bytes);
  // Each page is decoded once, whatever the order of the requests.
  for (std::size_t i = 0; i < requests.size(); ++i) {
    const auto same = [&](const CropRequest& r) { return r.page == requests[i].page; };
    if (std::any_of(requests.begin(), requests.begin() + static_cast<long>(i), same)) continue;
    const DecodedPicture decoded = decode_picture(bytes, requests[i].page, limits);
    if (!decoded.pix) continue;
    for (std::size_t j = i; j < requests.size(); ++j)
      if (same(requests[j]))
        crops[j] = cut(*decoded.pix, in_pixels(requests[j].box), requests[j].dpi / kPixelsPerInch,
                       kMostPixels);
  }
  return crops;
}

}  // namespace biaoshen
