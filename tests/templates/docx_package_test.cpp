// Packing and unpacking the parts of a DOCX.
#include "templates/docx/docx_package.h"

#include <catch2/catch.hpp>

using namespace biaoshen;

TEST_CASE("what was packed is unpacked, and the same parts give the same bytes") {
  const DocxParts parts{{"[Content_Types].xml", "<Types/>"},
                        {"_rels/.rels", "<Relationships/>"},
                        {"word/document.xml", std::string(100'000, 'x')}};
  const auto packed = docx_of(parts);
  REQUIRE(packed);
  CHECK(*packed == *docx_of(parts));
  CHECK(packed->substr(30, 19) == "[Content_Types].xml");
  const auto unpacked = docx_parts(*packed, "a.docx");
  REQUIRE(unpacked);
  CHECK(*unpacked == parts);
}

TEST_CASE("what is no DOCX is refused by name") {
  const auto text = docx_parts("just text", "letter.docx");
  REQUIRE_FALSE(text);
  CHECK(text.error().code == ErrorCode::input);
  CHECK(text.error().message.find("letter.docx") != std::string::npos);
  const auto other = docx_of({{"xl/workbook.xml", "<workbook/>"}});
  REQUIRE(other);
  CHECK_FALSE(docx_parts(*other, "book.docx"));
  const auto whole = docx_of({{"word/document.xml", std::string(10'000, 'y')}});
  REQUIRE(whole);
  CHECK_FALSE(docx_parts(whole->substr(0, whole->size() / 2), "half.docx"));
}
