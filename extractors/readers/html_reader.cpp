#include "extractors/readers/html_reader.h"

#include <string>

#include "extractors/readers/docx_pages.h"
#include "extractors/readers/html_story.h"
#include "extractors/readers/html_stream.h"

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

}  // namespace

void read_html(const OpenFile& file, const Limits& limits, DocumentSink& sink) {
  sink.format("html");
  FlowPages pages(limits, sink);
  const std::vector<DocxSection> no_sections;
  DocxPages flow(pages, no_sections);
  HtmlStory story(flow, limits.page_text / 2);
  const HtmlEnd end =
      read_html_stream(file, limits.xml_part, story, [&pages] { return pages.is_full(); });
  story.finish();
  pages.finish();
  tell(end, limits, sink);
  if (end != HtmlEnd::complete || pages.is_incomplete()) sink.status(FileStatus::partial);
}

}  // namespace biaoshen
