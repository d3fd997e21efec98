#include "extractors/readers/reader_table.h"

#include <string>

#include "extractors/readers/archives/archive_advice.h"
#include "extractors/readers/archives/archive_reader.h"
#include "extractors/readers/archives/zip_reader.h"
#include "extractors/readers/doc/doc_reader.h"
#include "extractors/readers/docx/docx_reader.h"
#include "extractors/readers/format_sniffer.h"
#include "extractors/readers/ofd/ofd_reader.h"
#include "extractors/readers/pdf/pdf_reader.h"
#include "extractors/readers/pictures/image_reader.h"
#include "extractors/readers/plain_reader.h"
#include "extractors/readers/rtf/rtf_reader.h"
#include "extractors/readers/web/html_litter.h"
#include "extractors/readers/web/html_reader.h"
#include "extractors/readers/web/mime_reader.h"
#include "extractors/readers/web/msg_reader.h"
#include "extractors/readers/xls/xls_reader.h"
#include "extractors/readers/xlsx/xlsx_reader.h"

namespace biaoshen {
namespace {

constexpr ReaderRow kReaders[] = {
    {"pdf", read_pdf, crop_pdf},      {"docx", read_docx, crop_docx},
    {"xlsx", read_xlsx, crop_xlsx},   {"txt", read_plain, nullptr},
    {"html", read_html, crop_html},   {"png", read_image, crop_image},
    {"jpeg", read_image, crop_image}, {"tiff", read_image, crop_image},
    {"bmp", read_image, crop_image},  {"gif", read_image, crop_image},
    {"webp", read_image, crop_image}, {"heic", read_image, crop_image},
    {"ofd", read_ofd, crop_ofd},      {"mht", read_mht, crop_mime},
    {"eml", read_eml, crop_mime},     {"msg", read_msg, nullptr},
    {"doc", read_doc, crop_doc},      {"xls", read_xls, nullptr},
    {"rtf", read_rtf, nullptr},       {"zip", read_zip, nullptr},
    {"rar", read_archive, nullptr},   {"7z", read_archive, nullptr},
    {"cab", read_archive, nullptr},   {"tar", read_archive, nullptr},
    {"gz", read_archive, nullptr},    {"bz2", read_archive, nullptr},
    {"xz", read_archive, nullptr},    {"zst", read_archive, nullptr},
    {"lz4", read_archive, nullptr},
};

// Formats without a reader: what to do about them.
struct Advice {
  std::string_view format, words;
};
constexpr Advice kAdvice[] = {
    {"ppt", "旧版演示文稿。请另存为 PDF 后重新提交"},
    {"pptx", "演示文稿。请另存为 PDF 后重新提交"},
    {"xlsb", "二进制 Excel 文件。请另存为 .xlsx 后重新提交"},
    {"word-xml", "单文件 XML 格式的 Word 文件。请另存为 .docx 或 PDF 后重新提交"},
    {"excel-xml", "单文件 XML 格式的 Excel 文件。请另存为 .xlsx 后重新提交"},
    {"odt", "OpenDocument 文字文件。请另存为 .docx 或 PDF 后重新提交"},
    {"ods", "OpenDocument 表格文件。请另存为 .xlsx 后重新提交"},
    {"odp", "OpenDocument 演示文稿。请另存为 PDF 后重新提交"},
};

void stop(DocumentSink& sink, FileStatus status, std::string kind, std::string detail) {
  sink.problem({std::move(kind), 0, std::move(detail)});
  sink.status(status);
}

void say_unreadable(const std::string& format, DocumentSink& sink) {
  if (format == "empty") {
    stop(sink, FileStatus::unreadable, "empty-file", "文件为空（0 字节）。请重新提交");
    return;
  }
  if (format == "encrypted-office") {
    stop(sink, FileStatus::unreadable, "encrypted", "文件已加密。请取消密码后重新提交");
    return;
  }
  std::string words = "无法识别的文件格式。请提交 PDF、.docx、.xlsx 或图片";
  for (const Advice& advice : kAdvice) {
    if (advice.format == format) words = advice.words;
  }
  stop(sink, FileStatus::unreadable, "format-" + format, words);
}

const ReaderRow* reader_of(std::string_view format) {
  for (const ReaderRow& row : kReaders) {
    if (row.format == format) return &row;
  }
  return nullptr;
}

bool tells_extension(std::string_view format) {
  return format != "empty" && format != "unknown" && format != "encrypted-office";
}

}  // namespace

std::span<const ReaderRow> readers() {
  return kReaders;
}

void read_file(const OpenFile& file, const Limits& limits, DocumentSink& sink) {
  const std::string format = sniff_format(file);
  sink.format(format);
  if (file.bytes > limits.file_bytes) {
    stop(sink, FileStatus::refused, "size-limit",
         "文件超过 " + std::to_string(limits.file_bytes >> 20) + " MiB");
    return;
  }
  if (is_web_page_litter(format, file.name)) {
    stop(sink, FileStatus::ignored, "web-page-part", "保存网页时附带的文件，未读取");
    return;
  }
  if (tells_extension(format) && !fits_extension(format, file.name)) {
    sink.problem({"wrong-extension", 0, "内容是 " + format + "，与扩展名不符"});
  }
  if (const ReaderRow* row = reader_of(format)) {
    row->read(file, limits, sink);
  } else if (format == "unknown" && is_volume_name(file.name)) {
    say_volume(sink);
  } else {
    say_unreadable(format, sink);
  }
}

std::vector<Crop> crop_file(const OpenFile& file, std::span<const CropRequest> requests,
                            const Limits& limits) {
  const ReaderRow* row = reader_of(sniff_format(file));
  if (row == nullptr || row->crop == nullptr) return std::vector<Crop>(requests.size());
  return row->crop(file, requests, limits);
}

}  // namespace biaoshen
