#include "extractors/readers/web/html_reader.h"

#include <string>

#include "extractors/readers/docx/docx_pages.h"
#include "extractors/readers/web/html_images.h"
#include "extractors/readers/web/html_stream.h"

namespace biaoshen {
namespace {

void tell(HtmlEnd end, const Limits& limits, DocumentSink& sink) {
  switch (end) {
    case HtmlEnd::complete:
    case HtmlEnd::stopped:
      return;
    case HtmlEnd::too_deep:
      sink.problem({"xml-depth-limit", 0, "元素嵌套过深，其余未读取"});
      return;
    case HtmlEnd::too_wide:
      sink.problem({"size-limit", 0, "一个标签的属性过多，其余未读取"});
      return;
    case HtmlEnd::too_long:
      sink.problem({"size-limit", 0,
                    "网页超过 " + std::to_string(limits.xml_part >> 20) + " MiB，其余未读取"});
      return;
    case HtmlEnd::undecodable:
      sink.problem({"text-suspect", 0, "含有无法解码的字节"});
      return;
  }
}

bool read_with(const OpenFile& file, FlowPages& pages, EmbeddedImages& images, DocumentSink& sink) {
  const std::vector<DocxSection> no_sections;
  DocxPages flow(pages, no_sections);
  const bool is_whole = read_html_page(FileBytes(file), "", pages, flow, images, sink);
  pages.finish();
  return is_whole && !pages.is_incomplete();
}

}  // namespace

bool read_html_page(const ByteSource& bytes, std::string_view came_with, const FlowPages& pages,
                    DocxFlow& flow, HtmlImages& images, DocumentSink& sink) {
  HtmlStory story(flow, pages.limits().page_text / 2, &images);
  const HtmlEnd end = read_html_stream(bytes, came_with, pages.limits().xml_part, story,
                                       [&pages] { return pages.is_full(); });
  story.finish();
  tell(end, pages.limits(), sink);
  return end == HtmlEnd::complete;
}

void read_html(const OpenFile& file, const Limits& limits, DocumentSink& sink) {
  read_html(file, limits, sink, own_recognition());
}

void read_html(const OpenFile& file, const Limits& limits, DocumentSink& sink,
               const RecognisePicture& recognise) {
  sink.format("html");
  EmbeddedImages images = EmbeddedImages::written_in(limits);
  PackagePictures pictures(images.bytes(), limits, sink, recognise);
  FlowPages pages(limits, sink, &pictures);
  if (!read_with(file, pages, images, sink)) sink.status(FileStatus::partial);
}

std::vector<Crop> crop_html(const OpenFile& file, std::span<const CropRequest> requests,
                            const Limits& limits) {
  EmbeddedImages images = EmbeddedImages::written_in(limits);
  PictureParts parts;
  NoSink sink;
  FlowPages pages(limits, sink, &parts);
  read_with(file, pages, images, sink);
  return cut_pictures(images.bytes(), limits, parts, requests);
}

}  // namespace biaoshen
