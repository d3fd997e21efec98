#include "extractors/readers/image_reader.h"

#include <string>

#include "extractors/readers/byte_source.h"
#include "extractors/readers/image_header.h"

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
  return false;
}

Page page_of(const PixelSize& size, const std::string& format, std::uint32_t number) {
  Page page;
  page.number = number;
  page.width = static_cast<float>(size.width) * kPointsPerPixel;
  page.height = static_cast<float>(size.height) * kPointsPerPixel;
  page.source = Source::failed;
  page.reason = "needs-ocr";
  page.images.push_back({Box{0, 0, page.width, page.height}, size.width, size.height, format});
  return page;
}

}  // namespace

void read_image(const OpenFile& file, const Limits& limits, DocumentSink& sink) {
  const ImageHeader header = read_image_header(FileBytes(file));
  sink.format(header.format);
  if (is_stopped(header, limits, sink)) return;
  if (header.is_cut) sink.problem({"damaged-image", 0, "图像不完整"});
  if (header.has_tail) sink.problem({"trailing-data", 0, "图像之后还有其他数据"});
  if (header.has_more_pages) {
    sink.problem({"page-limit", 0, "只取前 " + std::to_string(kMostImagePages) + " 页"});
  }
  sink.page_count(static_cast<std::uint32_t>(header.pages.size()));
  std::uint32_t number = 0;
  for (const PixelSize& size : header.pages) {
    sink.problem({"needs-ocr", ++number, shown(size)});
    sink.page(page_of(size, header.format, number));
  }
  sink.status(FileStatus::partial);  // its words are not known
}

}  // namespace biaoshen
