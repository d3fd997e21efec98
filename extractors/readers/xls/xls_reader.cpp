#include "extractors/readers/xls/xls_reader.h"

#include <memory>
#include <string>
#include <utility>

#include "extractors/readers/office/compound_file.h"
#include "extractors/readers/office/package_notes.h"
#include "extractors/readers/xls/xls_sheet.h"

namespace biaoshen {
namespace {

void stop(DocumentSink& sink, std::string kind, std::string detail) {
  sink.problem({std::move(kind), 0, std::move(detail)});
  sink.status(FileStatus::unreadable);
}

void read_sheets(const XlsBook& book, XlsRecords& records, const Limits& limits, DocumentSink& sink,
                 PackageNotes& notes) {
  FlowPages pages(limits, sink);
  XlsxPages sheets(pages, limits);
  bool has_bad_values = false, is_broken = false;
  for (const XlsSheetPlace& place : book.sheets()) {
    if (pages.is_full()) break;
    if (!place.has_cells) continue;
    if (place.is_hidden) notes.note("hidden-sheet", place.name);
    sheets.begin_sheet(place.name);
    records.go_to(place.at);
    XlsSheet sheet(book, records, sheets);
    is_broken = !sheet.read() || is_broken;
    has_bad_values = has_bad_values || sheet.has_bad_values();
    sheets.end_sheet();
  }
  pages.finish();
  const auto damaged = [&](const char* detail) {
    notes.other_part({FileStatus::partial, "damaged-office", detail});
  };
  if (is_broken) damaged("工作表不完整");
  if (has_bad_values) damaged("共享字符串编号无效");
  if (sheets.is_cut() || book.is_cut()) notes.note("size-limit", "单元格或文字过多，其余未读取");
  if (book.has_pictures()) notes.note("picture-format", "工作表中的图像未读取");
  if (sheets.is_cut() || book.is_cut() || pages.is_incomplete() || book.has_pictures())
    notes.incomplete();
}

}  // namespace

void read_xls(const OpenFile& file, const Limits& limits, DocumentSink& sink) {
  sink.format("xls");
  const FileBytes bytes(file);
  const CompoundFile compound(bytes);
  std::unique_ptr<ByteSource> stream = compound.stream("Workbook");
  if (stream == nullptr) stream = compound.stream("Book");
  if (stream == nullptr) {
    stop(sink, "format-xls", "旧版 Excel 文件，内容已损坏。请另存为 .xlsx 后重新提交");
    return;
  }
  XlsRecords records(*stream);
  const XlsBook book(records, limits);
  if (book.is_encrypted()) {
    stop(sink, "encrypted", "文件已加密。请取消密码后重新提交");
  } else if (!book.is_known()) {
    stop(sink, "format-xls", "旧版 Excel 文件，无法读取。请另存为 .xlsx 后重新提交");
  } else {
    PackageNotes notes;
    if (compound.has("_VBA_PROJECT_CUR")) notes.note("macro", "_VBA_PROJECT_CUR");
    read_sheets(book, records, limits, sink, notes);
    notes.tell(sink);
  }
}

}  // namespace biaoshen
