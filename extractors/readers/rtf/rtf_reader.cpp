#include "extractors/readers/rtf/rtf_reader.h"

#include <algorithm>
#include <string>

#include "extractors/readers/byte_source.h"
#include "extractors/readers/docx/docx_pages.h"
#include "extractors/readers/office/package_notes.h"
#include "extractors/readers/rtf/rtf_story.h"

namespace biaoshen {

void read_rtf(const OpenFile& file, const Limits& limits, DocumentSink& sink) {
  sink.format("rtf");
  FlowPages pages(limits, sink);
  const std::vector<DocxSection> no_sections;
  DocxPages flow(pages, no_sections);
  RtfStory story(flow, limits.page_text / 2);
  const std::uint64_t size = std::min(file.bytes, limits.xml_part);
  story.read(FileBytes(file).read(0, static_cast<std::size_t>(size)));
  pages.finish();

  const RtfSeen& seen = story.seen();
  PackageNotes notes;
  if (seen.revisions > 0)
    notes.note("revisions", std::to_string(seen.revisions) + " 处修订尚未接受或拒绝");
  if (!seen.hidden.empty()) notes.note("hidden-text", "隐藏文字未计入：" + seen.hidden);
  if (seen.has_pictures) notes.note("picture-format", "RTF 文件中的图像未读取");
  if (seen.is_cut || size < file.bytes)
    notes.note("size-limit", "一段文字过长、嵌套过深或文件过大，其余未读取");
  if (seen.is_cut || size < file.bytes || seen.has_pictures || pages.is_incomplete())
    notes.incomplete();
  notes.tell(sink);
}

}  // namespace biaoshen
