#include "extractors/readers/doc/doc_old_text.h"

#include <algorithm>
#include <string>

#include "extractors/readers/code_page.h"
#include "extractors/readers/doc/doc_fields.h"
#include "extractors/readers/flow_pages.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::uint16_t kTraditional[] = {0x0404, 0x0C04};

const char* encoding_of(std::uint16_t language) {
  if (std::count(std::begin(kTraditional), std::end(kTraditional), language) > 0) return "Big5";
  return (language & 0xFF) == 0x04 ? "gb18030" : "windows-1252";
}

class OldLines {
 public:
  OldLines(const Limits& limits, DocumentSink& sink)
      : pages_(limits, sink), most_(limits.page_text / 2) {}

  void take(char32_t c) {
    if (c == 0x13) fields_.begin();
    if (c == 0x14) fields_.separate();
    if (c == 0x15) fields_.end();
    if (c == '\r' || c == '\a' || c == '\v' || c == '\f') {
      end_line();
      if (c == '\f') pages_.cut();
    } else if ((c >= 0x20 || c == '\t') && fields_.is_content() && line_.size() < most_) {
      append_utf8(line_, c);
    }
  }
  void finish() {
    end_line();
    pages_.finish();
  }

 private:
  void end_line() {
    pages_.make_room(line_.size());
    pages_.writer().line(line_, InFlow{++number_});
    line_.clear();
  }

  FlowPages pages_;
  DocFields fields_;
  std::size_t most_;
  std::string line_;
  std::uint32_t number_ = 0;
};

}  // namespace

void read_old_text(const ByteSource& main, const DocHeader& header, const Limits& limits,
                   DocumentSink& sink) {
  if (header.is_fast_saved || header.old_text.last <= header.old_text.first) {
    sink.problem({"format-doc", 0, "Word 6.0/95 文件。请另存为 .docx 或 PDF 后重新提交"});
    sink.status(FileStatus::unreadable);
    return;
  }
  OldLines lines(limits, sink);
  const std::size_t size =
      std::min<std::uint64_t>(header.old_text.last - header.old_text.first, limits.xml_part);
  for (const char32_t c :
       decoded(main.read(header.old_text.first, size), encoding_of(header.language)))
    lines.take(c);
  lines.finish();
  sink.problem({"old-word", 0, "Word 6.0/95 文件：只读取了文字，表格和图像未读取"});
  sink.status(FileStatus::partial);
}

}  // namespace biaoshen
