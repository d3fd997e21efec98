// Claims about the way from a file to its reader.
#include <catch2/catch.hpp>
#include <set>

#include "extractors/readers/reader_table.h"
#include "tests/readers/memory_sink.h"
#include "tests/readers/office_maker.h"

namespace biaoshen {

TEST_CASE("every format has one reader") {
  std::set<std::string_view> formats;
  for (const ReaderRow& row : readers()) {
    CHECK(row.read != nullptr);
    CHECK(formats.insert(row.format).second);
  }
  CHECK(formats.count("pdf") == 1);
}

TEST_CASE("a name that lies is noted and the content read") {
  const Document document = read_bytes(docx_of(para("正文")), "申请书.pdf");
  CHECK(document.format == "docx");
  CHECK(document.has_problem("wrong-extension"));
  CHECK(says(document, "正文"));
  CHECK_FALSE(read_bytes("文字", "a.csv").has_problem("wrong-extension"));
}

TEST_CASE("formats without a reader say what to hand in instead") {
  for (const auto& [bytes, name, kind] :
       {std::tuple("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a.doc", "format-ole"),
        std::tuple("<?xml ?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
                   "评分表.xls", "format-excel-xml"),
        std::tuple("\x01\x02", "a.exe", "format-unknown"), std::tuple("", "a.pdf", "empty-file")}) {
    const Document document = read_bytes(bytes, name);
    CHECK(document.status == FileStatus::unreadable);
    CHECK(document.pages.empty());
    CHECK(detail_of(document, kind).size() > 10);
  }
}

TEST_CASE("a file over the limit is refused unread") {
  Limits limits;
  limits.file_bytes = 3;
  const Document document = read_bytes("文字", "a.txt", limits);
  CHECK(document.status == FileStatus::refused);
  CHECK(document.has_problem("size-limit"));
  CHECK(document.pages.empty());
}

TEST_CASE("formats that are not drawn give an empty crop for each request") {
  const MemoryFile file("文字", "a.txt");
  const CropRequest requests[2] = {};
  CHECK(crop_file(file.open(), requests, Limits{}).size() == 2);
}

}  // namespace biaoshen
