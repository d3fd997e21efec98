#include <catch2/catch.hpp>

#include "extractors/readers/pdf/pdf_reader.h"
#include "tests/readers/memory_sink.h"
#include "tests/readers/pdf_builder.h"

namespace biaoshen {

using namespace testing;

namespace {

const std::string kList = "/Names << /EmbeddedFiles 4 0 R >>";

MemorySink read_attached(const std::string& pdf, const Limits& limits = {}) {
  const MemoryFile file(pdf, "a.pdf");
  MemorySink sink;
  read_pdf(file.open(), limits, sink, Recognise());
  CHECK(sink.is_consistent);
  return sink;
}

std::string file_of(const std::string& name, int stream) {
  return "<< /Type /Filespec " + name + " /EF << /F " + std::to_string(stream) + " 0 R >> >>";
}

}  // namespace

TEST_CASE("files attached to a PDF are handed on with their bytes, beside its pages") {
  const MemorySink sink = read_attached(pdf_of(
      {{page_saying("said")}}, kList,
      {"<< /Kids [5 0 R] >>", "<< /Names [(k1) 6 0 R (k2) 7 0 R] >>",
       file_of("/F (budget.xlsx)", 8), file_of("/F (x) /UF <FEFF62A5544A002E0070006400660>", 9),
       stream_of("/Params << /Size 7 >>", "numbers"), stream_of("", "report")}));
  CHECK(text_of(sink.document) == "said\n");
  CHECK(sink.document.status == FileStatus::read);
  CHECK(detail_of(sink.document, "attachment") == "2");
  REQUIRE(sink.document.members.size() == 2);
  CHECK(sink.document.members[0].path == "budget.xlsx");
  CHECK(sink.contents[0] == "numbers");
  CHECK(sink.document.members[0].problems.empty());
  CHECK(sink.document.members[1].path == "报告.pdf");
  CHECK(sink.contents[1] == "report");
}

TEST_CASE("names in GB18030, which the format does not know, are read as such") {
  const MemorySink sink = read_attached(pdf_of(
      {{page_saying("said")}}, kList,
      {"<< /Names [(k) 5 0 R] >>", file_of("/F <C9EAC7EBCAE92E646F6378>", 6), stream_of("", "x")}));
  REQUIRE(sink.document.members.size() == 1);
  CHECK(sink.document.members[0].path == "申请书.docx");
}

TEST_CASE("folders in a name are dropped, equal names told apart, no name replaced") {
  const MemorySink sink = read_attached(
      pdf_of({{page_saying("said")}}, kList,
             {"<< /Names [(k1) 5 0 R (k2) 6 0 R (k3) 7 0 R (k4) 8 0 R] >>",
              file_of("/F (C:\\\\work\\\\a.txt)", 9), file_of("/F (../../etc/a.txt)", 10),
              file_of("/F (..)", 11), file_of("/F (<2>b.txt)", 12), stream_of("", "1"),
              stream_of("", "2"), stream_of("", "3"), stream_of("", "4")}));
  const std::vector<Member>& members = sink.document.members;
  REQUIRE(members.size() == 4);
  CHECK(members[0].path == "a.txt");
  CHECK(members[0].problems.empty());
  CHECK(members[1].path == "a (2).txt");
  REQUIRE(members[1].problems.size() == 1);
  CHECK(members[1].problems[0].kind == "unsafe-name");
  CHECK(members[2].path == "附件 3");
  CHECK(members[3].path == "b.txt");
}

TEST_CASE("files pinned to pages or associated with them are attachments, each once") {
  const std::string annotation =
      "/Annots [<< /Subtype /FileAttachment /Rect [10 10 20 20] /FS 5 0 R >>] /AF [4 0 R]";
  const MemorySink sink = read_attached(pdf_of(
      {{page_saying("said"), "[0 0 600 800]", annotation}, {page_saying("said")}}, "/AF [5 0 R]",
      {file_of("/F (a.txt)", 6), file_of("/F (b.txt)", 7), stream_of("", "a"),
       stream_of("", "b")}));
  REQUIRE(sink.document.members.size() == 2);
  CHECK(sink.document.members[0].path == "b.txt");
  CHECK(sink.document.members[1].path == "a.txt");
}

TEST_CASE("litter is ignored, a file outside is none, a wrong size is told") {
  const MemorySink sink = read_attached(
      pdf_of({{page_saying("said")}}, kList,
             {"<< /Names [(k1) 5 0 R (k2) << /F (http://example.com/c.txt) >> (k3) 6 0 R] >>",
              file_of("/F (Thumbs.db)", 7), file_of("/F (a.txt)", 8), stream_of("", "t"),
              stream_of("/Params << /Size 99 >>", "short")}));
  REQUIRE(sink.document.members.size() == 2);
  CHECK(sink.document.members[0].status == FileStatus::ignored);
  CHECK(sink.contents[0].empty());
  REQUIRE(sink.document.members[1].problems.size() == 1);
  CHECK(sink.document.members[1].problems[0].kind == "size-mismatch");
}

TEST_CASE("a list of attachments that holds itself ends") {
  const MemorySink sink =
      read_attached(pdf_of({{page_saying("said")}}, kList,
                           {"<< /Kids [4 0 R 5 0 R] >>", "<< /Kids [4 0 R] /Names [(k) 6 0 R] >>",
                            file_of("/F (a.txt)", 7), stream_of("", "a")}));
  CHECK(sink.document.members.size() == 1);
}

TEST_CASE("where the budget for files inside files is used up, the PDF is partial") {
  Limits limits;
  limits.nesting = 0;
  const MemorySink sink = read_attached(
      pdf_of({{page_saying("said")}}, kList,
             {"<< /Names [(k) 5 0 R] >>", file_of("/F (a.txt)", 6), stream_of("", "a")}),
      limits);
  CHECK(sink.document.members.empty());
  CHECK(sink.document.status == FileStatus::partial);
  CHECK(text_of(sink.document) == "said\n");
}

}  // namespace biaoshen
