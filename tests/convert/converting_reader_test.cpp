// Claims about which reading wins: our own, or that of a converted copy.
#include <catch2/catch.hpp>

#include "extractors/convert/converting_reader.h"
#include "tests/convert/fake_office.h"

using namespace biaoshen;

namespace {

// Says of each file what a test told it to; of converted copies, what they hold.
class ToldReader final : public Reader {
 public:
  Document read(const File& file, const Limits&) override {
    if (file.path.ends_with(".docx")) {
      Document document;
      document.format = "docx";
      const std::string text = content_of(file.source);
      if (text.empty()) {
        document.status = FileStatus::unreadable;
        document.problems.push_back({"damaged-office", 0, ""});
      } else {
        document.pages.push_back(page_of(text));
      }
      return document;
    }
    return own;
  }
  std::vector<Crop> crop(const File& file, std::span<const CropRequest>, const Limits&) override {
    cropped = file.path;
    return {};
  }

  static Page page_of(const std::string& text) {
    Page page;
    page.text = text;
    return page;
  }

  Document own;
  std::string cropped;
};

Document document_of(FileStatus status, const std::string& kind, const std::string& text = "") {
  Document document;
  document.format = "doc";
  document.status = status;
  if (!kind.empty()) document.problems.push_back({kind, 0, ""});
  if (!text.empty()) document.pages.push_back(ToldReader::page_of(text));
  return document;
}

struct Run {
  explicit Run(Document own, const std::string& content)
      : conversion(office.settings()), converting(reader, conversion) {
    reader.own = std::move(own);
    file.path = "申请表.doc";
    file.source = office.file(content);
    document = converting.read(file, {});
  }
  FakeOffice office;
  OfficeConversion conversion;
  ToldReader reader;
  ConvertingReader converting;
  File file;
  Document document;
};

}  // namespace

TEST_CASE("a file that our reader cannot read is read from its converted copy") {
  Run run(document_of(FileStatus::unreadable, "format-doc"), "copy\n团体标准\n");
  const Document& document = run.document;
  CHECK(document.status == FileStatus::read);
  CHECK(document.format == "doc");
  REQUIRE(document.pages.size() == 1);
  CHECK(document.pages[0].text == "团体标准\n");
  CHECK(document.engines == std::vector<std::string>{"LibreOffice 7.4"});
  CHECK(document.has_problem("converted"));
  CHECK_FALSE(document.has_problem("format-doc"));
  run.converting.crop(run.file, {}, {});
  CHECK(run.reader.cropped == "申请表.doc.docx");
}

TEST_CASE("a sound reading of our own needs no conversion") {
  const Run run(document_of(FileStatus::read, "", "正文\n"), "copy\n别的\n");
  CHECK(run.document.pages[0].text == "正文\n");
  CHECK(run.document.engines.empty());
}

TEST_CASE("what conversion cannot mend is not converted") {
  const Run encrypted(document_of(FileStatus::unreadable, "encrypted"), "copy\n别的\n");
  CHECK(encrypted.document.pages.empty());
  CHECK(encrypted.document.has_problem("encrypted"));
  const Run pictures(document_of(FileStatus::partial, "needs-ocr", "正文\n"), "copy\n别的\n");
  CHECK(pictures.document.pages[0].text == "正文\n");
}

TEST_CASE("a conversion that lost text loses") {
  const Document own = document_of(FileStatus::partial, "old-word", "甲方：某某协会\n乙方\n");
  const Run lost(own, "copy\n甲方：某某协会\n");
  CHECK(lost.document.pages[0].text == "甲方：某某协会\n乙方\n");
  CHECK(lost.document.has_problem("old-word"));
  CHECK(lost.document.has_problem("not-converted"));
  const Run whole(own, "copy\n表 1\n甲方：某某 协会\n乙方\n");
  CHECK(whole.document.has_problem("converted"));
  CHECK_FALSE(whole.document.has_problem("old-word"));
}

TEST_CASE("a conversion that fails leaves the file as it was, and says so") {
  for (const char* content : {"none\n", "fail\n", "copy\n"}) {
    const Run run(document_of(FileStatus::unreadable, "format-doc"), content);
    CHECK(run.document.status == FileStatus::unreadable);
    CHECK(run.document.has_problem("format-doc"));
    CHECK(run.document.has_problem("not-converted"));
    CHECK_FALSE(run.document.has_problem("converted"));
  }
}

TEST_CASE("notes about the file itself stay") {
  Document own = document_of(FileStatus::unreadable, "format-doc");
  own.problems.push_back({"wrong-extension", 0, ""});
  const Run run(own, "copy\n正文\n");
  CHECK(run.document.has_problem("wrong-extension"));
}
