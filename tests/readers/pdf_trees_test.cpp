// Claims about trees that say something else than they are, or that have no end.
#include <catch2/catch.hpp>

#include "tests/readers/pdf_builder.h"

namespace biaoshen {

using namespace testing;

namespace {

// Three pages under a root that says `count`.
std::string three_pages(const std::string& count) {
  std::string pdf = pdf_of({{page_saying("one")}, {page_saying("two")}, {page_saying("three")}});
  const std::size_t at = pdf.find("/Count 3");
  return pdf.replace(at, 8, "/Count " + count);  // the table of references is out by that much
}

// A page tree of `levels`, each of which names the next one twice.
std::string doubled(int levels) {
  std::vector<std::string> nodes;
  for (int level = 0; level < levels; ++level) {
    const std::string next = std::to_string(5 + level) + " 0 R ";
    nodes.push_back("<< /Type /Pages /Kids [" + next + next + "] /Count " +
                    std::to_string(1ll << (levels - level)) + " >>");
  }
  nodes.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>");
  std::string pdf = pdf_of({{page_saying("one")}}, "", nodes);
  return pdf.replace(pdf.find("/Pages 2 0 R"), 12, "/Pages 4 0 R");
}

}  // namespace

TEST_CASE("pages are read though the tree states a count that cannot be") {
  for (const std::string count : {"2000000000", "0", "-1", "/many"}) {
    CAPTURE(count);
    const Document document = read_pdf_bytes(three_pages(count));
    REQUIRE(document.pages.size() == 3);
    CHECK(document.pages[2].text == "three\n");
    CHECK(document.has_problem("damaged-pdf"));
  }
}

TEST_CASE("a tree that really has more pages than the limit is refused with their number") {
  const Document document = read_pdf_bytes(doubled(30));
  CHECK(document.status == FileStatus::refused);
  REQUIRE(document.has_problem("page-limit"));
  CHECK(document.pages.empty());
  CHECK(document.problems.front().detail == "1073741824 > 2000");
}

TEST_CASE("a tree without pages, or one that goes round, is damaged") {
  for (const std::string kids : {"/Kids []", "/Kids [2 0 R]"}) {
    std::string pdf = pdf_of({{page_saying("one")}});
    const std::size_t at = pdf.find("/Kids"), end = pdf.find("/Count 1") + 8;
    pdf.replace(at, end - at, kids + " /Count 0");
    const Document document = read_pdf_bytes(pdf);
    CHECK(document.status == FileStatus::unreadable);
    CHECK(document.has_problem("damaged-pdf"));
  }
}

TEST_CASE("a page that the tree counts and does not have is missing, not blank") {
  std::string pdf = pdf_of({{page_saying("one")}, {page_saying("two")}});
  const std::size_t at = pdf.find("/Count 2"), kids = pdf.find("/Kids [4 0 R ");
  REQUIRE(kids != pdf.npos);
  pdf.replace(at, 8, "/Count 3");
  const Document document = read_pdf_bytes(pdf);
  REQUIRE(document.pages.size() == 3);
  CHECK(document.pages[1].text == "two\n");
  CHECK(document.pages[2].source == Source::failed);
  CHECK(document.has_problem("damaged-pdf"));
  CHECK_FALSE(document.has_problem("blank-page"));
  CHECK(document.status == FileStatus::partial);
}

TEST_CASE("a root that is the only page itself is read") {
  std::string pdf = pdf_of({{page_saying("one")}});
  pdf.replace(pdf.find("/Pages 2 0 R"), 12, "/Pages 4 0 R");
  const Document document = read_pdf_bytes(pdf);
  REQUIRE(document.pages.size() == 1);
  CHECK(document.pages[0].text == "one\n");
}

TEST_CASE("a page is read whatever hangs on its form") {
  std::vector<std::string> fields;
  for (int level = 0; level < 40; ++level) {
    const std::string next = std::to_string(5 + level) + " 0 R ";
    fields.push_back("<< /T (a) /Kids [" + next + next + "] >>");
  }
  fields.push_back("<< /T (z) /FT /Tx /V (v) >>");
  const Document document =
      read_pdf_bytes(pdf_of({{page_saying("one")}}, "/AcroForm << /Fields [4 0 R] >>", fields));
  REQUIRE(document.pages.size() == 1);
  CHECK(document.pages[0].text == "one\n");
  CHECK(document.has_problem("damaged-pdf"));
  CHECK(document.status == FileStatus::read);
}

}  // namespace biaoshen
